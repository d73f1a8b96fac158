import { useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useState } from 'react'
import { useSession } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './season.module.css'
import { type TaskState, taskStates } from './season.ts'
import type { Board, BoardTask } from './season.web.ts'
import type { SeasonSearch } from './season-search.ts'
import { taskStateName } from './season-words.ts'
import { TaskCard } from './TaskCard.tsx'

type Props = { board: Board; search: SeasonSearch; onOpen: (task: string) => void }

/** Cards of a column before somebody asks for all; they are the first due. */
const shortly = 20

/** Four columns; on a phone one below the other, what is open first. */
export function SeasonBoard({ board, search, onOpen }: Props) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { person } = useSession()
  const isShown = (task: BoardTask) =>
    (!search.kind || task.kind === search.kind) &&
    (search.owner === undefined || (search.owner === 'me' ? task.ownerId === person?.id : task.ownerId === null))
  const tasks = board.tasks.filter(isShown)
  const [whole, setWhole] = useState<TaskState[]>([])
  return (
    <div className={style.board}>
      {taskStates.map(state => {
        const all = tasks.filter(task => task.state === state)
        const mine = whole.includes(state) ? all : all.slice(0, shortly)
        return (
          <section key={state} className={style.column} aria-label={taskStateName(state, language)}>
            <h2 className={style.head}>
              {taskStateName(state, language)} <span className={style.count}>{all.length}</span>
            </h2>
            {mine.length === 0 && <p className={style.none}>{t`Nothing here`}</p>}
            <ul className={style.cards}>
              {mine.map(task => (
                <li key={task.publicId}>
                  <TaskCard task={task} isClosed={board.state === 'closed'} onOpen={() => onOpen(task.publicId)} />
                </li>
              ))}
            </ul>
            {mine.length < all.length && (
              <Button
                className="no-print"
                mt="xs"
                size="compact-sm"
                variant="subtle"
                onClick={() => setWhole([...whole, state])}
              >
                {t`Show all ${format.count(all.length)}`}
              </Button>
            )}
          </section>
        )
      })}
    </div>
  )
}

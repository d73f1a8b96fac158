import { useLingui } from '@lingui/react/macro'
import { useSession } from '../../web/session.ts'
import { useLanguage } from '../../web/use-format.ts'
import style from './season.module.css'
import { taskStates } from './season.ts'
import type { Board, BoardTask } from './season.web.ts'
import type { SeasonSearch } from './season-search.ts'
import { taskStateName } from './season-words.ts'
import { TaskCard } from './TaskCard.tsx'

type Props = { board: Board; search: SeasonSearch; onOpen: (task: string) => void }

/** Four columns; on a phone one below the other, what is open first. */
export function SeasonBoard({ board, search, onOpen }: Props) {
  const { t } = useLingui()
  const language = useLanguage()
  const { person } = useSession()
  const isShown = (task: BoardTask) =>
    (!search.kind || task.kind === search.kind) &&
    (search.owner === undefined || (search.owner === 'me' ? task.ownerId === person?.id : task.ownerId === null))
  const tasks = board.tasks.filter(isShown)
  return (
    <div className={style.board}>
      {taskStates.map(state => {
        const mine = tasks.filter(task => task.state === state)
        return (
          <section key={state} className={style.column} aria-label={taskStateName(state, language)}>
            <h2 className={style.head}>
              {taskStateName(state, language)} <span className={style.count}>{mine.length}</span>
            </h2>
            {mine.length === 0 && <p className={style.none}>{t`Nothing here`}</p>}
            <ul className={style.cards}>
              {mine.map(task => (
                <li key={task.publicId}>
                  <TaskCard task={task} isClosed={board.state === 'closed'} onOpen={() => onOpen(task.publicId)} />
                </li>
              ))}
            </ul>
          </section>
        )
      })}
    </div>
  )
}

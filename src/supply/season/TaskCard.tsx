import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { IconBuildingFactory2, IconBuildingWarehouse, IconTruck } from '@tabler/icons-react'
import { Amount } from '../../web/figures/Amount.tsx'
import { useCompany, useSession } from '../../web/session.ts'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import style from './season.module.css'
import type { TaskKind } from './season.ts'
import { type BoardTask, useMayMove, useSeasonWrites } from './season.web.ts'
import { taskKindName, unitName } from './season-words.ts'

const icons: Record<TaskKind, typeof IconTruck> = {
  build: IconBuildingFactory2,
  position: IconBuildingWarehouse,
  book: IconTruck,
}

/** What is prepared, how much, by when and by whom; the next step is one tap away. */
export function TaskCard({ task, isClosed, onOpen }: { task: BoardTask; isClosed: boolean; onOpen: () => void }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const { today } = useCompany()
  const { person } = useSession()
  const { changeTask } = useSeasonWrites()
  const mayMove = useMayMove() && !isClosed
  const Icon = icons[task.kind]
  const isOpen = task.state === 'open' || task.state === 'doing'
  const isLate = isOpen && task.dueOn < today
  const at = { publicId: task.publicId, version: task.version }
  return (
    <article className={style.card}>
      <button type="button" className={style.open} onClick={onOpen}>
        <span className={style.kind} data-hint={taskKindName(task.kind, language)}>
          <Icon size={16} stroke={1.6} aria-hidden="true" />
          <span className="visually-hidden">{taskKindName(task.kind, language)}</span>
        </span>
        <span className={style.what}>{nameOf(task)}</span>
        <span className={`figures ${style.quantity}`}>
          {task.doneQuantity !== null &&
            task.doneQuantity !== task.quantity &&
            `${format.number(task.doneQuantity)} / `}
          {format.number(task.quantity)} {unitName(task.unit, language)}
        </span>
        <span className={isLate ? style.late : style.due}>
          {isOpen ? t`by ${format.day(task.dueOn)}` : task.settledOn && format.day(task.settledOn)}
        </span>
        <span className={style.owner}>{task.ownerName ?? (isOpen ? t`nobody’s yet` : '')}</span>
        {task.value !== null && isOpen && (
          <span className={style.value} data-hint={t`Contribution at stake`}>
            <Amount value={task.value} form="compact" plain />
          </span>
        )}
      </button>
      {mayMove && isOpen && (
        <div className={`${style.steps} no-print`}>
          {task.state === 'open' && person && (
            <Button
              size="compact-sm"
              variant="default"
              loading={changeTask.isPending}
              onClick={() =>
                changeTask.mutate({ ...at, state: 'doing', ...(task.ownerId === null && { ownerId: person.id }) })
              }
            >
              {task.ownerId === null ? <Trans>Take it on</Trans> : <Trans>Begin</Trans>}
            </Button>
          )}
          {task.state === 'doing' && (
            <Button
              size="compact-sm"
              variant="light"
              loading={changeTask.isPending}
              onClick={() => changeTask.mutate({ ...at, state: 'done' })}
            >
              <Trans>All of it is done</Trans>
            </Button>
          )}
        </div>
      )}
    </article>
  )
}

/** What a task is about, by name. */
export const nameOf = (task: BoardTask): string =>
  task.title ?? (task.product ? `${task.product.code} ${task.product.name}` : (task.account?.name ?? ''))

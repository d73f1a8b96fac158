import { Trans, useLingui } from '@lingui/react/macro'
import { Amount } from '../../web/figures/Amount.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import type { Mode } from '../deliveries/delivery.ts'
import { modeName } from '../deliveries/delivery-words.ts'
import style from './season.module.css'
import type { BoardTask } from './season.web.ts'

/** The figures that a task follows from. */
export function TaskReason({ task }: { task: BoardTask }) {
  const { why } = task
  const format = useFormat()
  return (
    <div className={style.reason}>
      {why.kind === 'build' && <Build why={why} />}
      {why.kind === 'position' && <Position why={why} />}
      {why.kind === 'book' && <Book why={why} />}
      {why.kind === 'hand' && (
        <p>
          <Trans>Added by hand, needed in the week of {format.day(task.week)}.</Trans>
        </p>
      )}
      {task.value !== null && (
        <p>
          <Trans>
            Contribution at stake: <Amount value={task.value} />
          </Trans>
        </p>
      )}
    </div>
  )
}

type Why<Kind extends BoardTask['why']['kind']> = Extract<BoardTask['why'], { kind: Kind }>

function Build({ why }: { why: Why<'build'> }) {
  const { t } = useLingui()
  const format = useFormat()
  return (
    <>
      <p>
        <Trans>
          Until the season ends {format.count(why.demand)} are to be sure of, and production plans{' '}
          {format.count(why.available)}.
        </Trans>
      </p>
      {why.impossible > 0 && (
        <p className={style.late}>
          <Trans>The line has no hours for {format.count(why.impossible)} of them.</Trans>
        </p>
      )}
      <table className={style.figures}>
        <thead>
          <tr>
            <th scope="col">{t`Build in the week of`}</th>
            <th scope="col">{t`Pieces`}</th>
          </tr>
        </thead>
        <tbody>
          {why.weeks.map(({ week, quantity }) => (
            <tr key={week}>
              <td>{format.day(week)}</td>
              <td>{format.count(quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Position({ why }: { why: Why<'position'> }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  return (
    <>
      {why.lane && why.mode && (
        <p>
          {t`${why.lane} (${modeName(why.mode as Mode, language)}), ${why.days ?? 0} days at most`}
          {why.pallets !== null && t`; ${format.count(why.pallets)} pallets`}
          {why.weightKg !== null && t`, ${format.count(why.weightKg)} kg`}
        </p>
      )}
      <table className={style.figures}>
        <thead>
          <tr>
            <th scope="col">{t`Product`}</th>
            <th scope="col">{t`Demand`}</th>
            <th scope="col">{t`Left by then`}</th>
            <th scope="col">{t`To place`}</th>
          </tr>
        </thead>
        <tbody>
          {why.lines.map(line => (
            <tr key={line.product}>
              <td data-hint={line.name}>{line.product}</td>
              <td>{format.count(line.demand)}</td>
              <td>{format.count(line.stock)}</td>
              <td>{format.count(line.quantity)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  )
}

function Book({ why }: { why: Why<'book'> }) {
  const format = useFormat()
  return (
    <p>
      <Trans>
        {format.count(why.weightKg)} kg and {format.number(why.volumeM3, 1)} m³ for {format.count(why.accounts)}{' '}
        accounts, leaving {format.day(why.shipOn)}; {why.days} days on the way at most.
      </Trans>
    </p>
  )
}

import { Trans } from '@lingui/react/macro'
import style from './requests.module.css'
import type { PathRead } from './requests.web.ts'

/** What the executive has on the day that is asked for. */
export function ExecutiveDay({ day, name }: { day: NonNullable<PathRead['executiveDay']>; name: string }) {
  return (
    <div className={style.day}>
      {day.away && (
        <p className={style.late}>
          <Trans>
            {name} is away on that day; {day.away.deputy} stands in.
          </Trans>
        </p>
      )}
      {day.visits.length === 0 ? (
        !day.away && (
          <p className={style.quiet}>
            <Trans>{name} has no visit on that day.</Trans>
          </p>
        )
      ) : (
        <>
          <p>
            <Trans>{name} already has on that day:</Trans>
          </p>
          <ul className={style.visits}>
            {day.visits.map(visit => (
              <li key={visit.time + visit.account}>
                {visit.time}–{visit.endTime} {visit.account}
              </li>
            ))}
          </ul>
        </>
      )}
    </div>
  )
}

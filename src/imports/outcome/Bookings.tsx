import { Trans, useLingui } from '@lingui/react/macro'
import { Link } from '@tanstack/react-router'
import { useFormat } from '../../web/use-format.ts'
import { isBusy } from '../busy.ts'
import { type Import, ImportState } from '../ImportState.tsx'
import style from './outcome.module.css'

/** What became of set-aside rows that were booked to an account: an import of its own each. */
export function Bookings({ bookings }: { bookings: Import[] }) {
  const { t } = useLingui()
  const format = useFormat()
  if (bookings.length === 0) return null
  return (
    <ul className={style.bookings} aria-label={t`Booked from set-aside rows`}>
      {bookings.map(item => (
        <li key={item.id} className={style.booking}>
          <ImportState import={item} />
          <Link to="/imports/$id" params={{ id: String(item.id) }} className="link">
            <Trans>Import {item.id}</Trans>
          </Link>
          <span className={style.quiet}>
            {isBusy(item.state) ? (
              <Trans>Rows set aside here are being booked to one account.</Trans>
            ) : (
              <Trans>{format.number(item.added, 0)} rows set aside here, booked to one account</Trans>
            )}
          </span>
        </li>
      ))}
    </ul>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useEffect } from 'react'
import { api } from '../../web/api.ts'
import { useFormat } from '../../web/use-format.ts'
import { isBusy } from '../busy.ts'
import { type Import, ImportState } from '../ImportState.tsx'
import style from './outcome.module.css'

/** Imports that were booked from the rows this one had set aside, with their progress. */
export function Bookings({ import: shown }: { import: Import }) {
  const { t } = useLingui()
  const format = useFormat()
  const queries = useQueryClient()
  const query = useQuery(
    api.imports.list.queryOptions({
      input: { source: shown.source, kind: shown.kind ?? undefined, limit: 100 },
      enabled: shown.setAside > 0,
      staleTime: 0,
      refetchInterval: found => (found.state.data?.items.some(isBusyBooking) ? 1_000 : false),
    }),
  )
  const isBooking = (item: Import) => item.parentId === shown.id
  function isBusyBooking(item: Import) {
    return isBooking(item) && isBusy(item.state)
  }
  const bookings = (query.data?.items ?? []).filter(isBooking)
  const done = bookings.filter(item => item.state === 'finished' || item.state === 'undone').length
  useEffect(() => {
    if (done === 0) return
    void queries.invalidateQueries({ queryKey: api.imports.setAside.key() })
    void queries.invalidateQueries({ queryKey: api.imports.show.key({ input: { id: shown.id } }) })
  }, [done, queries, shown.id])
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

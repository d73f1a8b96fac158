import { Trans, useLingui } from '@lingui/react/macro'
import { keepPreviousData, useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { usePeople } from '../../accounts/people.web.ts'
import { api } from '../../web/api.ts'
import { Failed } from '../../web/page/Failed.tsx'
import { LinesSkeleton } from '../../web/page/Skeletons.tsx'
import { useFormat, useLanguage } from '../../web/use-format.ts'
import { StockChart } from './StockChart.tsx'
import style from './stock.module.css'
import { rowOfKey } from './stock-search.ts'
import { viaName } from './stock-words.ts'

/** Half a year of stock and sales of one product at one account, and where the last counts came from. */
export function StockHistory({ row, linked = true }: { row: string; linked?: boolean }) {
  const { t } = useLingui()
  const format = useFormat()
  const language = useLanguage()
  const people = usePeople()
  const of = rowOfKey(row)
  const query = useQuery(
    api.supply.stock.history.queryOptions({ input: { ...of, weeks: 26 }, placeholderData: keepPreviousData }),
  )
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  if (!query.data) return <LinesSkeleton lines={12} />
  const { weeks, reports } = query.data
  return (
    <div className={style.drawer}>
      <StockChart weeks={weeks} />
      <div>
        <table className={style.reports}>
          <caption className="visually-hidden">{t`Last counts`}</caption>
          <thead>
            <tr>
              <th scope="col">{t`Counted on`}</th>
              <th scope="col" className={style.figure}>{t`On hand`}</th>
              <th scope="col">{t`Reported by`}</th>
            </tr>
          </thead>
          <tbody>
            {reports.map(report => (
              <tr key={`${report.day}-${report.saidAt}`}>
                <td>{format.day(report.day)}</td>
                <td className={style.figure}>{format.number(report.onHand, 0)}</td>
                <td>
                  {report.via === 'system' ? null : viaName(report.via, language)}
                  <span className={style.quiet}>
                    {report.via === 'system' ? null : ' · '}
                    {report.personId === null ? report.source : people.nameOf(report.personId)}
                  </span>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {linked && (
        <Link className="link" to="/accounts/$id/stock" params={{ id: String(of.accountId) }}>
          <Trans>All stock of this account</Trans>
        </Link>
      )}
    </div>
  )
}

import { getRouteApi } from '@tanstack/react-router'
import { useCompany } from '../../web/session.ts'
import { BrokenList } from './BrokenList.tsx'
import { PeriodSelect } from './deliveries.page.tsx'
import { LostSales } from './LostSales.tsx'
import { PunctualityTable, PunctualityTiles } from './Punctuality.tsx'
import { type PunctualitySearch, periodFrom } from './punctuality-search.ts'

const route = getRouteApi('/_app/accounts/$id/deliveries')

/** What one account was promised and what it got. */
export function AccountDeliveriesPage() {
  const { today } = useCompany()
  const accountId = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: PunctualitySearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  const period = search.period ?? '12'
  const from = periodFrom(period, today)
  const filter = { from, accountId, mode: search.via, cause: search.cause }
  return (
    <>
      <PeriodSelect period={period} onChange={next => choose({ period: next === '12' ? undefined : next })} />
      <PunctualityTiles filter={filter} />
      <PunctualityTable filter={filter} by="mode" chosen={search} onChoose={choose} />
      <PunctualityTable filter={filter} by="cause" chosen={search} onChoose={choose} />
      <BrokenList filter={filter} />
      <LostSales filter={{ from, accountId }} />
    </>
  )
}

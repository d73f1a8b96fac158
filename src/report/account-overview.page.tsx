import { getRouteApi } from '@tanstack/react-router'
import { JudgementsPanel } from '../identify/judgements.panel.tsx'
import { StandingPanel } from '../identify/standing.panel.tsx'
import { TierHistoryPanel } from '../identify/tier-history.panel.tsx'
import { ValueTypePanel } from '../identify/value-type.panel.tsx'
import { MonthsPanel } from '../ledger/months.panel.tsx'
import { MonthsTablePanel } from '../ledger/months-table.panel.tsx'
import { Failed } from '../web/page/Failed.tsx'
import { AccountTiles } from './account/AccountTiles.tsx'
import style from './account/account.module.css'
import { useDays } from './accounts/list.web.ts'

const route = getRouteApi('/_app/accounts/$id')

/** What the account is worth and why it stands where it stands. */
export function AccountOverviewPage() {
  const id = Number(route.useParams().id)
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { days, error, refetch } = useDays(search)
  if (error) return <Failed error={error} onRetry={() => void refetch()} />
  const openMonth = (month: string) =>
    void navigate({ to: '/accounts/$id/documents', search: old => ({ ...old, month }) })
  const showMonths = () => document.getElementById('months')?.scrollIntoView({ behavior: 'smooth', block: 'start' })
  return (
    <>
      <AccountTiles accountId={id} days={days} whole={search.window === 'all'} />
      <div className={style.halves}>
        <div>
          <MonthsPanel accountId={id} days={days} onOpen={openMonth} />
          <ValueTypePanel accountId={id} />
          <JudgementsPanel accountId={id} />
        </div>
        <div>
          <StandingPanel accountId={id} onMonths={showMonths} />
          <TierHistoryPanel accountId={id} />
        </div>
      </div>
      <div id="months">
        <MonthsTablePanel accountId={id} days={days} onOpen={openMonth} />
      </div>
    </>
  )
}

import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useDebouncedValue } from '@mantine/hooks'
import { keepPreviousData, skipToken, useInfiniteQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { api } from '../web/api.ts'
import type { RankRange } from '../web/charts/curve.ts'
import { WindowPicker } from '../web/input/WindowPicker.tsx'
import type { Days } from '../web/input/window.ts'
import { Failed } from '../web/page/Failed.tsx'
import { PageHeader } from '../web/page/PageHeader.tsx'
import { useMay } from '../web/session.ts'
import { pagedRows } from '../web/table/paged-rows.ts'
import { useFormat } from '../web/use-format.ts'
import { NoLedger } from './NoLedger.tsx'
import { CurvePanel } from './vital-few/CurvePanel.tsx'
import { DepartmentSummary } from './vital-few/DepartmentSummary.tsx'
import { GuardSummary } from './vital-few/GuardSummary.tsx'
import { type Overview, useOverview } from './vital-few/overview.web.ts'
import { RankedAccounts } from './vital-few/RankedAccounts.tsx'
import { TierSummary } from './vital-few/TierSummary.tsx'
import { useUnknownWords } from './vital-few/unknown-words.web.ts'
import { VitalFewTiles } from './vital-few/VitalFewTiles.tsx'
import style from './vital-few.module.css'
import type { Ranking, VitalFewSearch } from './vital-few-search.ts'

const route = getRouteApi('/_app/vital-few/')

/** Who brings the profit: curve, tiles, guards, tiers and the ranked list of one window. */
export function VitalFewPage() {
  const { t } = useLingui()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const { bounds, empty, days, overview, error, retry } = useOverview(search)
  const unknown = useUnknownWords(overview)
  const by: Ranking =
    search.by ?? (overview && overview.curves.contribution.total === null ? 'revenue' : 'contribution')
  const ranked = useRanked(search, days, by, overview !== undefined)
  const context = useContextLine(overview, days)

  const change = (changed: Partial<VitalFewSearch>, replace = false) =>
    void navigate({ search: old => ({ ...old, ...changed }), replace })
  const open = (account: number) => void navigate({ to: `/accounts/${account}` })
  const rank = (next: Ranking) => change({ by: next, fromRank: undefined, toRank: undefined })

  if (empty) return <NothingYet />
  if (error && !overview)
    return (
      <>
        <PageHeader title={t`Vital few`} />
        <Failed error={error} onRetry={retry} />
      </>
    )
  const brush: RankRange | null =
    search.fromRank !== undefined && search.toRank !== undefined ? { from: search.fromRank, to: search.toRank } : null
  const rows = pagedRows(ranked)
  return (
    <>
      <PageHeader title={t`Vital few`} context={context} actions={<ReviewButton />}>
        {bounds && (
          <WindowPicker
            choice={search}
            bounds={bounds}
            onChange={choice =>
              change({
                window: undefined,
                from: undefined,
                to: undefined,
                fromRank: undefined,
                toRank: undefined,
                ...choice,
              })
            }
          />
        )}
      </PageHeader>
      <VitalFewTiles overview={overview} />
      <div className={style.wideAndSide}>
        <CurvePanel
          overview={overview}
          by={by}
          onRank={rank}
          brush={brush}
          onBrush={range => change({ fromRank: range?.from, toRank: range?.to }, true)}
          named={rows.rows}
          onOpen={open}
        />
        <GuardSummary overview={overview} />
      </div>
      <RankedAccounts
        rows={rows}
        total={ranked.data?.pages[0]?.total}
        by={by}
        search={search}
        onSearch={change}
        onOpen={open}
        currency={overview?.currency ?? 'XXX'}
        unknown={unknown.margin}
      />
      <div className={style.halves}>
        <TierSummary overview={overview} chosen={search.tier} onChoose={tier => change({ tier })} />
        <DepartmentSummary />
      </div>
    </>
  )
}

/** The ranked accounts; while one types, the URL moves at once and the question follows. */
function useRanked(search: VitalFewSearch, days: Days | null, by: Ranking, ready: boolean) {
  const [text] = useDebouncedValue(search.text, 150)
  return useInfiniteQuery(
    api.identify.vitalFew.accounts.infiniteOptions({
      input:
        days && ready
          ? (cursor: number) => ({
              ...days,
              by,
              order: search.order ?? ('largest' as const),
              tier: search.tier,
              ownerId: search.owner,
              text,
              fromRank: search.fromRank,
              toRank: search.toRank,
              cursor,
              limit: 100,
            })
          : skipToken,
      initialPageParam: 0,
      getNextPageParam: page => page.nextCursor ?? undefined,
      placeholderData: keepPreviousData,
    }),
  )
}

/** Window, currency, what the tiers rest on, how far the ledger reaches. */
function useContextLine(overview: Overview | undefined, days: Days | null) {
  const { t } = useLingui()
  const format = useFormat()
  if (!overview || !days) return [' ']
  const { standing, ledger, currency } = overview
  return [
    format.days(days.from, days.to),
    currency === 'XXX' ? t`currency not set` : currency,
    standing === null
      ? t`no review yet`
      : standing.state === 'confirmed'
        ? t`tiers as of ${format.day(standing.asOf)}`
        : t`tiers provisional as of ${format.day(standing.asOf)}`,
    ledger.to && t`ledger up to ${format.day(ledger.to)}`,
  ]
}

function ReviewButton() {
  const may = useMay('administrator', 'head')
  return (
    <Button variant={may ? 'filled' : 'default'} renderRoot={props => <Link to="/reviews" {...props} />}>
      {may ? <Trans>Review the tiers</Trans> : <Trans>Reviews</Trans>}
    </Button>
  )
}

function NothingYet() {
  const { t } = useLingui()
  return (
    <>
      <PageHeader title={t`Vital few`} />
      <NoLedger />
    </>
  )
}

import { plural } from '@lingui/core/macro'
import { Trans, useLingui } from '@lingui/react/macro'
import { Button } from '@mantine/core'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { api } from '../../web/api.ts'
import { Amount, Share } from '../../web/figures/Amount.tsx'
import { FigureTile, Tiles } from '../../web/figures/FigureTile.tsx'
import { Failed } from '../../web/page/Failed.tsx'
import { PageHeader } from '../../web/page/PageHeader.tsx'
import { PageSkeleton } from '../../web/page/Skeletons.tsx'
import { useCrumb } from '../../web/shell/crumb.ts'
import { useFormat } from '../../web/use-format.ts'
import { SupplyTabs } from '../board/SupplyTabs.tsx'
import style from './allocation.module.css'
import { type Run, useAllocationWrites, useMayShare } from './allocation.web.ts'
import { samePolicy } from './allocation-policy.ts'
import { Weeks } from './allocations.page.tsx'
import { type RunSearch, triedPolicy, writeWeights } from './allocations-search.ts'
import { Capacities } from './Capacities.tsx'
import { ComparePolicies } from './ComparePolicies.tsx'
import { ReleaseRun } from './ReleaseRun.tsx'
import { RunProducts } from './RunProducts.tsx'
import { RunShares } from './RunShares.tsx'
import { RunState } from './RunState.tsx'
import { WhatIf } from './WhatIf.tsx'

const route = getRouteApi('/_app/supply/allocations/$run')

/** One sharing out: what there is, who gets it and why, what it costs, and what another policy would do. */
export function RunPage() {
  const { run: publicId } = route.useParams()
  const query = useQuery(api.supply.allocations.read.queryOptions({ input: { publicId } }))
  if (query.isError) return <Failed error={query.error} onRetry={() => void query.refetch()} />
  return query.data ? <WholeRun run={query.data} /> : <PageSkeleton />
}

function WholeRun({ run }: { run: Run }) {
  const { t } = useLingui()
  const format = useFormat()
  const search = route.useSearch()
  const navigate = route.useNavigate()
  const choose = (part: RunSearch) => void navigate({ search: old => ({ ...old, ...part }), replace: true })
  const { again } = useAllocationWrites()
  const mayShare = useMayShare()
  const policy = triedPolicy(search, run.policy)
  const product = run.products.find(each => each.product.id === search.product) ?? run.products[0]
  const scarce = run.products.filter(each => each.reach !== 'all').length
  useCrumb(run.name)
  return (
    <>
      <PageHeader
        title={run.name}
        context={[
          <RunState key="state" state={run.state} />,
          run.fromWeek && run.untilWeek ? (
            <Weeks key="weeks" from={run.fromWeek} until={run.untilWeek} />
          ) : (
            t`supply as entered`
          ),
          run.requestsFrom === 'orders' ? t`open signed orders` : t`requests as entered`,
          t`drawn up ${format.day(run.madeOn)} by ${run.madeByName}`,
          run.releasedAt && t`released ${format.instant(run.releasedAt)} by ${run.releasedByName ?? ''}`,
          run.undoneAt && t`taken back ${format.instant(run.undoneAt)} by ${run.undoneByName ?? ''}`,
        ]}
        actions={<ReleaseRun run={run} />}
      >
        <SupplyTabs />
      </PageHeader>
      {run.stale && (
        <div className={style.warning} role="status">
          <Trans>Orders, supply or earlier shares have changed since this was worked out.</Trans>
          {mayShare && (
            <Button
              size="xs"
              variant="default"
              loading={again.isPending}
              onClick={() => again.mutate({ publicId: run.publicId, version: run.version })}
            >
              <Trans>Work it out again</Trans>
            </Button>
          )}
        </div>
      )}
      <Tiles>
        <FigureTile
          label={t`Allocated`}
          note={t`${format.number(run.totals.allocated)} of ${format.number(run.totals.requested)} requested`}
        >
          <Share
            value={
              Number(run.totals.requested) === 0 ? null : Number(run.totals.allocated) / Number(run.totals.requested)
            }
          />
        </FigureTile>
        <FigureTile
          label={t`Scarce products`}
          note={plural(run.products.length, { one: 'out of # product', other: 'out of # products' })}
        >
          {format.count(scarce)}
        </FigureTile>
        <FigureTile
          label={t`Accounts cut`}
          note={plural(run.totals.accounts, { one: 'out of # account', other: 'out of # accounts' })}
        >
          {format.count(run.totals.cutAccounts)}
        </FigureTile>
        <FigureTile
          label={t`Contribution given up`}
          hint={t`Units cut by what a unit earned over the last year, at the account or, where it never bought the product, at all others`}
          note={
            run.totals.unknown > 0
              ? plural(run.totals.unknown, { one: '# cut without a known cost', other: '# cuts without a known cost' })
              : t`by the cuts`
          }
        >
          <Amount value={run.totals.contributionCut} form="compact" plain />
        </FigureTile>
      </Tiles>
      <RunProducts run={run} chosen={product?.product.id} onChoose={id => choose({ product: id })} />
      <div className={style.bench}>
        <WhatIf
          run={run}
          policy={policy}
          onTry={tried =>
            choose(
              samePolicy(tried, run.policy)
                ? { weights: undefined, floor: undefined }
                : { weights: writeWeights(tried.weights), floor: tried.floorPercent },
            )
          }
        />
        <ComparePolicies run={run} tried={policy} />
      </div>
      {product && <RunShares run={run} product={product} policy={policy} isTried={!samePolicy(policy, run.policy)} />}
      <Capacities capacities={run.capacities} />
    </>
  )
}

import { tiers } from '../../identify/tier.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import { allocationsOfRun, capacitiesOfRun, supplyOfRun } from './allocations.store.ts'
import { found } from './read-run.use.ts'
import type { Acting } from './run-inputs.server.ts'
import { totalsByTier, totalsOf } from './run-totals.ts'
import { shareRun } from './share-run.server.ts'

/**
 * What a run would come to under each of these policies, with everything else as it is kept with the run: totals, by tier,
 * and how many accounts would get more or less than they do.
 */
export async function comparePolicies(acting: Acting, publicId: string, policies: readonly AllocationPolicy[]) {
  const run = await found(acting, publicId)
  const [rows, supply, capacities] = await Promise.all([
    allocationsOfRun(acting.db, run.id),
    supplyOfRun(acting.db, run.id),
    capacitiesOfRun(acting.db, run.id),
  ])
  const requests = rows.map(row => ({ ...row, lines: [] }))
  const now = new Map(rows.map(row => [`${row.accountId} ${row.productId}`, Number(row.allocated)]))
  const compared = []
  for (const policy of policies) {
    const { allocations } = await shareRun({ requests, supply, capacities, policy })
    const moved = { more: new Set<number>(), less: new Set<number>() }
    for (const { accountId, productId, allocated } of allocations) {
      const change = Number(allocated) - now.get(`${accountId} ${productId}`)!
      if (change !== 0) moved[change > 0 ? 'more' : 'less'].add(accountId)
    }
    compared.push({
      policy,
      totals: totalsOf(allocations),
      tiers: totalsByTier(allocations, [...tiers].reverse()),
      more: moved.more.size,
      less: moved.less.size,
    })
  }
  return { items: compared }
}

import type { Tier } from '../../identify/tier.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { AwardReason } from './allocation-run.ts'
import type { NewAllocation, RunCapacity, RunSupply } from './allocations.store.ts'
import { distributeLines } from './distribute-lines.ts'
import type { RunRequest } from './run-inputs.server.ts'
import type { GoodsAward } from './share-goods.ts'
import { type Limited, shareWithinCapacities } from './share-within-capacities.server.ts'

export type SharedRun = { allocations: NewAllocation[]; supply: RunSupply[] }

type Facts = {
  requests: readonly (RunRequest & { tier: Tier; contributionAUnit: string | null })[]
  supply: readonly RunSupply[]
  capacities: readonly RunCapacity[]
  policy: AllocationPolicy
}

/** Shares a run's supply and says for each account and product what it gets and why. */
export async function shareRun({ requests, supply, capacities, policy }: Facts): Promise<SharedRun> {
  const { shared, limited } = await shareWithinCapacities(
    requests.map(request => ({
      account: String(request.accountId),
      product: String(request.productId),
      tier: request.tier,
      quantity: request.requested,
      committed: request.committed,
    })),
    supply.map(stock => ({ product: String(stock.productId), quantity: stock.quantity, pack: stock.pack })),
    capacities.map(({ name, kind, quantity, uses }) => ({
      name,
      kind,
      quantity,
      uses: uses.map(use => ({ product: String(use.productId), perUnit: use.perUnit })),
    })),
    policy,
    meanWorth(requests),
  )
  const awards = new Map(shared.flatMap(each => each.awards.map(award => [`${award.account} ${award.product}`, award])))
  return {
    allocations: requests.map(request => {
      const award = awards.get(`${request.accountId} ${request.productId}`)!
      const reason = reasonOf(award, policy, limited.get(award.product))
      const { accountId, productId, tier, requested, committed, contributionAUnit } = request
      const { fair, floor, allocated } = award
      const lines = distributeLines(allocated, request.lines)
      return {
        accountId,
        productId,
        tier,
        requested,
        committed,
        fair,
        floor,
        allocated,
        contributionAUnit,
        reason,
        lines,
      }
    }),
    supply: supply.map(stock => ({
      ...stock,
      withinCapacity: limited.get(String(stock.productId))?.quantity ?? null,
    })),
  }
}

function reasonOf(
  award: Omit<GoodsAward, 'product' | 'account' | 'tier'>,
  policy: Pick<AllocationPolicy, 'floorPercent'>,
  limited: Limited | undefined,
): AwardReason {
  const { requested, committed, fair, floor, own, passedOn, allocated, cut, basis, reach, pack } = award
  const { floorPercent } = policy
  const limitedBy = limited?.by ?? []
  return {
    requested,
    committed,
    fair,
    floor,
    floorPercent,
    own,
    passedOn,
    allocated,
    cut,
    basis,
    reach,
    pack,
    limitedBy,
  }
}

/** What a unit of a product earns on average over the accounts that want it; only ranks products against each other. */
function meanWorth(requests: Facts['requests']): Map<string, string> {
  const known = Map.groupBy(
    requests.filter(request => request.contributionAUnit !== null),
    request => String(request.productId),
  )
  return new Map(
    [...known].map(([product, rows]) => [
      product,
      String(rows.reduce((sum, row) => sum + Number(row.contributionAUnit), 0) / rows.length),
    ]),
  )
}

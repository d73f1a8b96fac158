import { balancedService, poissonCost, poissonQuantile, poissonShares, type UnitCosts } from './newsvendor.ts'

/** At or below `reorderAt` order up to `orderUpTo`; `cost` is the long-run cost a period. */
export type ReorderPolicy = { reorderAt: number; orderUpTo: number; cost: number }

/**
 * The cheapest (s, S) of the position for Poisson demand a period, looked at once a period, `ordering` paid for each order;
 * exact by the algorithm of Zheng & Federgruen (1991). Costs are per piece and period; `ordering` ≥ 0. Goods ordered come
 * after `leadPeriods`, so that costs are those of the demand until then and one period more.
 */
export function cheapestReorderPolicy(
  mean: number,
  ordering: number,
  costs: UnitCosts,
  leadPeriods = 0,
): ReorderPolicy {
  const untilThen = mean * (1 + leadPeriods)
  const periodCost = memory(poissonCost(untilThen, costs))
  const renewals = renewalsOf(poissonShares(mean))
  const cost = (s: number, upTo: number): number => {
    let sum = ordering
    for (let drop = 0; drop < upTo - s; drop += 1) sum += renewals.density(drop) * periodCost(upTo - drop)
    return sum / renewals.total(upTo - s)
  }
  let orderUpTo = poissonQuantile(untilThen, balancedService(costs))
  let reorderAt = orderUpTo - 1
  while (cost(reorderAt, orderUpTo) > periodCost(reorderAt)) reorderAt -= 1
  let least = cost(reorderAt, orderUpTo)
  for (let upTo = orderUpTo + 1; periodCost(upTo) <= least; upTo += 1) {
    if (cost(reorderAt, upTo) >= least) continue
    orderUpTo = upTo
    while (cost(reorderAt, orderUpTo) <= periodCost(reorderAt + 1)) reorderAt += 1
    least = cost(reorderAt, orderUpTo)
  }
  return { reorderAt, orderUpTo, cost: least }
}

/** Expected number of periods that begin with just so much sold since the last order, and their running sum. */
function renewalsOf(shares: readonly number[]) {
  const densities = [1 / (1 - shares[0]!)]
  const totals = [0, densities[0]!]
  const density = (drop: number): number => {
    while (densities.length <= drop) {
      const at = densities.length
      let sum = 0
      for (let sold = 1; sold <= Math.min(at, shares.length - 1); sold += 1)
        sum += shares[sold]! * densities[at - sold]!
      densities.push(sum / (1 - shares[0]!))
      totals.push(totals[at]! + densities[at]!)
    }
    return densities[drop]!
  }
  return {
    density,
    /** Of all drops below this one. */
    total: (drop: number): number => {
      density(Math.max(0, drop - 1))
      return totals[drop]!
    },
  }
}

function memory(compute: (level: number) => number): (level: number) => number {
  const known = new Map<number, number>()
  return level => {
    const found = known.get(level)
    if (found !== undefined) return found
    const made = compute(level)
    known.set(level, made)
    return made
  }
}

import { bends, demandAt, type Rising, valueAt } from './demand-level.ts'

/** What the filling asks of the capacities; capacity-model.server.ts answers by linear programming. */
export type Room = {
  reach: (from: readonly number[], to: readonly number[]) => number
  mayRise: (totals: readonly number[], among: ReadonlySet<number>) => Set<number>
}

/**
 * Raises all requests of all products together, each at its own rate between its bounds, until capacities stop some
 * product; goes on with the others until none can rise: the lexicographic max-min of level (progressive filling,
 * Bertsekas and Gallager, Data Networks, 1992, 6.5.2). Returns each request's quantity; `low` of all must fit together.
 */
export function fillTogether(products: readonly (readonly Rising[])[], room: Room): number[][] {
  const levels = products.map(() => Number.NaN)
  const active = new Set(products.keys())
  const totalsAt = (level: number) => products.map((rows, at) => demandAt(active.has(at) ? level : levels[at]!, rows))
  const steps = bends(products)
  let level = 0
  while (active.size > 0) {
    const ahead = [level, ...steps.filter(each => each > level)]
    const at = lastThatFits(ahead, each => room.reach(totalsAt(level), totalsAt(each)) > 1 - 1e-9)
    const start = ahead[at]!
    const end = ahead[at + 1]
    // Between two bends every demand is straight, so that a share of the way is a share of the level.
    level = end === undefined ? start : start + room.reach(totalsAt(start), totalsAt(end)) * (end - start)
    const totals = totalsAt(level)
    const full = new Set(
      [...active].filter(each => totals[each]! >= demandAt(Number.POSITIVE_INFINITY, products[each]!) - 1e-9),
    )
    const open = new Set([...active].filter(each => !full.has(each)))
    const risen = open.size === 0 ? open : room.mayRise(totals, open)
    const stopped = [...active].filter(each => !risen.has(each))
    // Rounding must not keep a filling alive that goes nowhere.
    for (const each of stopped.length > 0 ? stopped : [...active]) {
      active.delete(each)
      levels[each] = level
    }
  }
  return products.map((rows, at) => rows.map(row => valueAt(levels[at]!, row)))
}

/** Index of the last value that fits, the first is known to; what fits is a beginning of the list. */
function lastThatFits(values: readonly number[], fits: (value: number) => boolean): number {
  let low = 0
  let high = values.length
  while (high - low > 1) {
    const middle = (low + high) >> 1
    if (fits(values[middle]!)) low = middle
    else high = middle
  }
  return low
}

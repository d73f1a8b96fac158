import { bends, demandAt, levelOf, type Rising, valueAt } from './demand-level.ts'

/** What the filling asks of the capacities; capacity-model.server.ts answers by linear programming. */
export type Room = {
  reach: (from: readonly number[], to: readonly number[]) => number
  mayRise: (totals: readonly number[], among: ReadonlySet<number>) => Set<number>
}

/**
 * Raises all requests of all products together, each at its own rate between its bounds, until its product's own supply
 * (`most`) or a capacity stops it; goes on with the others until none can rise: the lexicographic max-min of level
 * (progressive filling, Bertsekas and Gallager, Data Networks, 1992, 6.5.2). Returns each request's quantity; `low` of all
 * must fit together.
 */
export function fillTogether(
  products: readonly (readonly Rising[])[],
  most: readonly number[],
  room: Room,
): number[][] {
  // Beyond this level a product has no more of its own, whatever the capacities leave.
  const ends = products.map((rows, at) => levelOf(most[at]!, rows))
  const levels = [...ends]
  const active = new Set(products.keys())
  const totalsAt = (level: number) =>
    products.map((rows, at) => demandAt(active.has(at) ? Math.min(level, ends[at]!) : levels[at]!, rows))
  const fits = (from: readonly number[], to: readonly number[]) => room.reach(from, to) > 1 - 1e-9
  const highest = totalsAt(Number.POSITIVE_INFINITY)
  if (!fits(totalsAt(0), highest)) {
    const steps = [...new Set([...bends(products), ...ends.filter(Number.isFinite)])].sort((a, b) => a - b)
    let level = 0
    while (active.size > 0) {
      const ahead = [level, ...steps.filter(each => each > level)]
      const at = lastThatFits(ahead, each => fits(totalsAt(level), totalsAt(each)))
      const start = ahead[at]!
      const end = ahead[at + 1]
      // Between two bends every demand is straight, so that a share of the way is a share of the level.
      level = end === undefined ? start : start + room.reach(totalsAt(start), totalsAt(end)) * (end - start)
      const totals = totalsAt(level)
      const open = new Set([...active].filter(each => totals[each]! < highest[each]! - 1e-9))
      const risen = open.size === 0 ? open : room.mayRise(totals, open)
      const stopped = [...active].filter(each => !risen.has(each))
      // Rounding must not keep a filling alive that goes nowhere.
      for (const each of stopped.length > 0 ? stopped : [...active]) {
        active.delete(each)
        levels[each] = Math.min(level, ends[each]!)
      }
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

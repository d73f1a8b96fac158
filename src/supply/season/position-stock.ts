import { sureCumulative, type WeeklyDemand } from './sure-demand.ts'

export type ShelfAhead = {
  product: number
  demand: WeeklyDemand
  /** On hand, ordered and on its way; pieces. */
  stock: number
  pack: number
}

export type ShelfNeed = { product: number; quantity: number; demand: number; stock: number }

/**
 * What to have at an account when the season begins: sure demand of its first weeks less what will be left of the stock by
 * then, in whole packs. Weeks count from now; the season begins with week `start`.
 */
export function shelfNeeds(
  shelves: readonly ShelfAhead[],
  { start, coverWeeks, sure }: { start: number; coverWeeks: number; sure: number },
): ShelfNeed[] {
  return shelves.flatMap(({ product, demand, stock, pack }) => {
    const before = demand.mean.slice(0, start).reduce((sum, each) => sum + each, 0)
    const left = Math.max(0, stock - before)
    const inSeason = {
      mean: demand.mean.slice(start),
      p10: demand.p10.slice(start),
      p90: demand.p90.slice(start),
    }
    const wanted = sureCumulative([inSeason], coverWeeks, sure).at(-1) ?? 0
    const quantity = Math.ceil((wanted - left) / pack - 1e-9) * pack
    return quantity > 0 ? [{ product, quantity, demand: wanted, stock: left }] : []
  })
}

import { Decimal } from 'decimal.js'

export type Priced = {
  key: number
  quantity: number
  packSize: number
  /** Null: at the price in force; counts nothing against credit and budget. */
  unitPrice: string | null
  /** Days until it is gone; null: not within the horizon. */
  stockOutInDays: number | null
  /** Contribution lost without it. */
  lost: string
  coverWeeks: number | null
}

/** What is left to spend; null: no limit. Both below 0 where it is overdrawn. */
export type Means = { credit: Decimal | null; budget: Decimal | null }

export type Cut = { from: number; to: number; by: 'credit' | 'budget' }

/** The most urgent first: what is gone soonest, then what loses most, then what covers least. */
export function byUrgency(one: Priced, other: Priced): number {
  const days = (line: Priced) => line.stockOutInDays ?? Number.POSITIVE_INFINITY
  if (days(one) !== days(other)) return days(one) - days(other)
  const lost = Number(other.lost) - Number(one.lost)
  if (lost !== 0) return lost
  const cover = (line: Priced) => line.coverWeeks ?? Number.POSITIVE_INFINITY
  if (cover(one) !== cover(other)) return cover(one) - cover(other)
  return one.key - other.key
}

/**
 * Cuts lines until the order is within credit and budget, the least urgent first: each takes what it needs in the order of
 * urgency, in whole packs, as far as the money goes. Returns the cuts by line and what is left (null: no limit).
 */
export function withinMeans(lines: readonly Priced[], means: Means): { cuts: Map<number, Cut>; left: Decimal | null } {
  const [limit, by] = tighter(means)
  const cuts = new Map<number, Cut>()
  if (limit === null) return { cuts, left: null }
  let left = Decimal.max(0, limit)
  for (const line of [...lines].sort(byUrgency)) {
    const { key, quantity, packSize, unitPrice } = line
    if (unitPrice === null || Number(unitPrice) === 0) continue
    const packs = left.div(unitPrice).div(packSize).floor().times(packSize).toNumber()
    const to = Math.min(quantity, packs)
    if (to < quantity) cuts.set(key, { from: quantity, to, by })
    left = left.minus(new Decimal(unitPrice).times(to))
  }
  return { cuts, left }
}

function tighter({ credit, budget }: Means): [Decimal | null, Cut['by']] {
  if (credit === null) return [budget, 'budget']
  if (budget === null || credit.lte(budget)) return [credit, 'credit']
  return [budget, 'budget']
}

import { type DemandAhead, demandWithin, weeksOfCover } from './demand-ahead.ts'
import { orderUpTo, type Rhythm, type StockTarget } from './order-up-to.ts'
import { type Arrival, demandFactors, stockOutWithin } from './stock-ahead.ts'
import type { StockLimits } from './stock-policy.ts'

export const stockStates = ['short', 'right', 'excess', 'dead', 'stuffed', 'unknown'] as const
export type StockState = (typeof stockStates)[number]

/** The stock of one product at one account or site, in pieces. */
export type StockHeld = {
  onHand: number
  /** Promised to the account's own customers, and held back: there, but not for sale. */
  committed: number
  held: number
  arrivals: readonly Arrival[]
}

export type ItemFacts = {
  ahead: DemandAhead
  rhythm: Rhythm
  service: number
  /** Null: the account has not reported its stock. */
  stock: StockHeld | null
  /** Pieces sold on in the last `deadWeeks`; null where sales are not reported. */
  soldLately: number | null
  /** Shipped to them and sold on in the last weeks before a closing; null where either is not known. */
  closing: { shipped: number; sold: number } | null
  /** Whether all that was shipped to the account then, in money, was far more than it sold on. */
  isPushed: boolean
}

export type ItemReview = {
  target: StockTarget
  state: StockState
  /** On hand, less what is promised or held; null without a report. */
  available: number | null
  /** Available and on its way. */
  position: number | null
  /** Of what is available; null: beyond two years, or not known. */
  coverWeeks: number | null
  /** From today until it is gone, where that comes before an order of the next review could arrive. */
  stockOutInDays: number | null
  /** Pieces not sold until then if nothing is ordered today: at the mean, and at low and high demand. */
  missing: number
  missingP10: number
  missingP90: number
  /** Pieces beyond the limit of excess, or all of dead stock. */
  surplus: number
  /** What brings the position to the target. */
  wanted: number
}

/** What is to be said of one item of an account's stock, by the limits of the policy. Pieces, unrounded. */
export function reviewItem(facts: ItemFacts, limits: StockLimits): ItemReview {
  const { ahead, rhythm, stock } = facts
  const most = demandWithin(ahead, limits.excessWeeks * 7).mean
  const target = withinReason(orderUpTo(ahead, rhythm, facts.service), most)
  if (stock === null) {
    const nothing = { stockOutInDays: null, missing: 0, missingP10: 0, missingP90: 0, surplus: 0, wanted: 0 }
    return { target, state: 'unknown', available: null, position: null, coverWeeks: null, ...nothing }
  }
  const available = stock.onHand - stock.committed - stock.held
  const position = available + stock.arrivals.reduce((sum, { quantity }) => sum + quantity, 0)
  const horizon = rhythm.reviewDays + rhythm.leadDays
  const missingAt = (factor: number) => stockOutWithin(ahead, available, stock.arrivals, horizon, factor)?.missing ?? 0
  const stockOut = stockOutWithin(ahead, available, stock.arrivals, horizon)
  const factors = demandFactors(ahead, horizon)
  const isDead = stock.onHand > 0 && facts.soldLately !== null && facts.soldLately <= 0
  const beyondLimit = position - most
  const surplus = isDead ? Math.max(0, available) : Math.max(0, beyondLimit)
  return {
    target,
    state: stateOf({ isDead, surplus, position, target, facts, limits }),
    available,
    position,
    coverWeeks: weeksOfCover(ahead, available),
    stockOutInDays: stockOut?.inDays ?? null,
    missing: stockOut?.missing ?? 0,
    missingP10: missingAt(factors.p10),
    missingP90: missingAt(factors.p90),
    surplus,
    wanted: isDead ? 0 : Math.max(0, target.orderUpTo - position),
  }
}

/** What hardly can be foreseen would ask for a safety stock of half a year: no target lies above what is called excess. */
function withinReason(target: StockTarget, most: number): StockTarget {
  if (target.orderUpTo <= most || target.demand <= 0) return target
  // At least what is expected to be sold until the next order could arrive.
  const orderUpTo = Math.max(most, target.demand)
  return { ...target, orderUpTo, reorderAt: Math.min(target.reorderAt, orderUpTo) }
}

type Judged = {
  isDead: boolean
  surplus: number
  position: number
  target: StockTarget
  facts: ItemFacts
  limits: StockLimits
}

/** The worst that is true, in this order: dead, stuffed, excess, short; else right. */
function stateOf({ isDead, surplus, position, target, facts, limits }: Judged): StockState {
  if (isDead) return 'dead'
  if (position > target.orderUpTo && isStuffed(facts, position, limits)) return 'stuffed'
  if (surplus > 0 && position > target.orderUpTo) return 'excess'
  return target.demand > 0 && position <= target.reorderAt ? 'short' : 'right'
}

/** Orders come in lumps: one item alone proves nothing where the account as a whole was not pushed, or it soon sells it. */
function isStuffed({ closing, isPushed, ahead }: ItemFacts, position: number, limits: StockLimits): boolean {
  if (!isPushed || closing === null || !isFarMore(closing, limits)) return false
  return position > demandWithin(ahead, (limits.excessWeeks * 7) / 2).mean
}

/** Whether more was shipped by the policy's factor than was sold on. */
export const isFarMore = (
  { shipped, sold }: { shipped: number; sold: number },
  { stuffedFactor }: Pick<StockLimits, 'stuffedFactor'>,
): boolean => shipped > 0 && shipped >= stuffedFactor * Math.max(sold, 0)

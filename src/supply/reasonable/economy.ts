import { Decimal } from 'decimal.js'
import { normalNewsvendor } from './newsvendor.ts'
import { cheapestReorderPolicy } from './reorder-policy.ts'
import type { StockLimits } from './stock-policy.ts'
import type { Target } from './target.ts'

/** What the target would be by cost alone, beside the service that was promised. */
export type Economy = {
  /** Capital of a piece over review and lead time, base currency. */
  holding: string
  balancedService: number
  balancedTarget: number
  /** What is sold piece by piece: order at, up to, and its cost a week. */
  reorder: { at: number; upTo: number; cost: string } | null
}

/** So many pieces a week are still counted singly. */
const fewAWeek = 20

/**
 * Holding is capital, a shortage is a contribution lost: their balance is the newsvendor's service. Null where price or
 * contribution is not known, or nothing is earned or sold.
 */
export function economyOf(
  target: Pick<
    Target,
    'unitPrice' | 'unitContribution' | 'demandAhead' | 'deviation' | 'demandWeek' | 'reviewDays' | 'leadDays'
  >,
  limits: Pick<StockLimits, 'capitalRate' | 'orderLineCost'>,
): Economy | null {
  const { unitPrice, unitContribution, demandWeek } = target
  const contribution = Number(unitContribution ?? 0)
  const price = Number(unitPrice ?? 0)
  if (price <= 0 || contribution <= 0 || target.demandAhead <= 0 || limits.capitalRate <= 0) return null
  const weeks = (target.reviewDays + target.leadDays) / 7
  const holding = new Decimal(price).times(limits.capitalRate).times(weeks).div(52)
  const balanced = normalNewsvendor(target.demandAhead, target.deviation, {
    holding: holding.toNumber(),
    shortage: contribution,
  })
  const week = { holding: (price * limits.capitalRate) / 52, shortage: contribution }
  const few =
    demandWeek > 0 && demandWeek <= fewAWeek
      ? cheapestReorderPolicy(demandWeek, Number(limits.orderLineCost), week, target.leadDays / 7)
      : null
  return {
    holding: holding.toFixed(4),
    balancedService: balanced.service,
    balancedTarget: balanced.orderUpTo,
    reorder: few && { at: few.reorderAt, upTo: few.orderUpTo, cost: few.cost.toFixed(2) },
  }
}

import { type DemandAhead, demandWithin } from './demand-ahead.ts'
import { poissonQuantile } from './newsvendor.ts'
import { quantileOf } from './normal.ts'

/** Days between reviews, and from an order to its goods with their spread (standard deviation). */
export type Rhythm = { reviewDays: number; leadDays: number; leadSdDays: number }

/** What S was made of, for whoever asks why. Pieces. */
export type StockTarget = {
  /** Expected demand within review and lead time: μ(R+L). */
  demand: number
  /** z·√(σ²(R+L) + μ²·σ_L²). */
  safety: number
  orderUpTo: number
  /** An item at or below it cannot wait for the next review: demand within the lead time and the safety stock. */
  reorderAt: number
  z: number
  /** The standard deviation of demand within review and lead time, its lead time's included. */
  deviation: number
  method: 'normal' | 'poisson'
}

/** Below this expected demand pieces are counted singly: the normal curve would promise negative sales. */
const fewPieces = 10

/**
 * The order-up-to level of periodic review: S = μ(R+L) + z·√(σ²·(R+L) + μ²·σ_L²), where R and L are taken from the weeks
 * ahead as forecast and σ_L is the deviation of the lead time (Silver, Pyke & Thomas, chapter 7; numbers.md without σ_L).
 * Where few pieces are sold and their spread is about that of a Poisson distribution, S is its quantile instead.
 */
export function orderUpTo(ahead: DemandAhead, rhythm: Rhythm, service: number): StockTarget {
  const { reviewDays, leadDays, leadSdDays } = rhythm
  const protection = demandWithin(ahead, reviewDays + leadDays)
  const duringLead = demandWithin(ahead, leadDays)
  const dailyDemand = reviewDays + leadDays > 0 ? protection.mean / (reviewDays + leadDays) : 0
  const leadVariance = (dailyDemand * leadSdDays) ** 2
  const variance = protection.variance + leadVariance
  const z = quantileOf(service)
  if (protection.mean > 0 && protection.mean < fewPieces && variance < 1.5 * protection.mean) {
    const upTo = poissonQuantile(protection.mean, service)
    return {
      demand: protection.mean,
      safety: Math.max(0, upTo - protection.mean),
      orderUpTo: upTo,
      reorderAt: duringLead.mean > 0 ? poissonQuantile(duringLead.mean, service) : 0,
      z,
      deviation: Math.sqrt(protection.mean),
      method: 'poisson',
    }
  }
  const deviation = Math.sqrt(variance)
  return {
    demand: protection.mean,
    safety: z * deviation,
    orderUpTo: protection.mean + z * deviation,
    reorderAt: duringLead.mean + z * Math.sqrt(duringLead.variance + leadVariance),
    z,
    deviation,
    method: 'normal',
  }
}

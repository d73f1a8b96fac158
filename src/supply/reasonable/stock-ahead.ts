import { type DemandAhead, demandWithin } from './demand-ahead.ts'

/** Pieces that come within `days` from today. */
export type Arrival = { days: number; quantity: number }

/** A stock-out ahead: in how many days (fractions count), and the pieces that cannot be sold within the horizon. */
export type StockOut = { inDays: number; missing: number }

/**
 * Walks the stock from today on: sold day by day as forecast (times `factor`), arrivals added on their day, what finds no
 * stock is lost and not owed later. Null where it lasts over the whole horizon.
 */
export function stockOutWithin(
  ahead: DemandAhead,
  available: number,
  arrivals: readonly Arrival[],
  horizonDays: number,
  factor = 1,
): StockOut | null {
  const dated = arrivals.filter(({ days, quantity }) => days < horizonDays && quantity > 0)
  const steps = dated.sort((one, other) => one.days - other.days)
  let stock = Math.max(0, available)
  let sold = 0
  let missing = 0
  let inDays: number | null = null
  let from = 0
  for (const { days, quantity } of [...steps, { days: horizonDays, quantity: 0 }]) {
    const at = Math.max(days, 0)
    if (at > from) {
      const until = demandWithin(ahead, at).mean * factor
      const wanted = until - sold
      if (wanted > stock) {
        if (inDays === null) inDays = dayWhenSold(ahead, factor, sold + stock, from, at)
        missing += wanted - stock
        stock = 0
      } else stock -= wanted
      sold = until
      from = at
    }
    stock += quantity
  }
  return inDays === null || missing <= 0 ? null : { inDays, missing }
}

/** When so many pieces in all are sold, between two moments; by halving, to an hour. */
function dayWhenSold(ahead: DemandAhead, factor: number, pieces: number, from: number, to: number): number {
  let low = from
  let high = to
  while (high - low > 1 / 24) {
    const middle = (low + high) / 2
    if (demandWithin(ahead, middle).mean * factor < pieces) low = middle
    else high = middle
  }
  return high
}

/**
 * How much more or less than the mean may be sold within the horizon, as factors at the 10th and 90th percentile, the
 * errors of the weeks taken as independent. Never below 0.
 */
export function demandFactors(ahead: DemandAhead, horizonDays: number): { p10: number; p90: number } {
  const { mean, variance } = demandWithin(ahead, horizonDays)
  if (mean <= 0) return { p10: 1, p90: 1 }
  const spread = (1.2815515655446004 * Math.sqrt(variance)) / mean
  return { p10: Math.max(0, 1 - spread), p90: 1 + spread }
}

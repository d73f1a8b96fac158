/** More units than this in the largest value are not counts any more. */
const mostUnits = 4_096

/**
 * The largest unit that all values are whole multiples of (a pack of 12), so that counts can be told from amounts. Of
 * values without one, or with too many of them, a thousandth of the largest, at which a count is nearly continuous. Values
 * of 0 do not matter; none above 0 gives 1.
 */
export function unitOf(values: Float64Array): number {
  let largest = 0
  let smallest = Number.POSITIVE_INFINITY
  for (const value of values) {
    if (!(value > 0)) continue
    largest = Math.max(largest, value)
    smallest = Math.min(smallest, value)
  }
  if (largest === 0) return 1
  let unit = smallest
  for (const value of values) {
    if (!(value > 0)) continue
    let [larger, smaller] = [value, unit]
    // Euclid; what is left below a ten-thousandth of the smallest value is rounding.
    while (smaller > smallest * 1e-4) [larger, smaller] = [smaller, larger % smaller]
    unit = larger
    if (unit * mostUnits < largest) return largest / 1_024
  }
  return unit
}

/** Demand seen, as counts of a unit: how often each count came, newer demand counting more. */
export interface SeenCounts {
  /** Share of each count among the demands, from a count of 0 (which has none). */
  readonly shares: Float64Array
  /** Mean count of a demand. */
  readonly mean: number
}

/** How much less the demand of the point before counts. */
const memory = 0.97

export function seenCounts(values: Float64Array, unit: number): SeenCounts {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.round(value / unit))
  const shares = new Float64Array(largest + 1)
  let weight = 1
  let total = 0
  let sum = 0
  for (let t = values.length - 1; t >= 0; t--) {
    const count = Math.round(values[t]! / unit)
    if (count > 0) {
      shares[count]! += weight
      total += weight
      sum += weight * count
    }
    weight *= memory
  }
  return total > 0 ? { shares: shares.map(share => share / total), mean: sum / total } : { shares, mean: 0 }
}

/**
 * The smallest counts that reach the shares (ascending) of a distribution with that mean: half a negative binomial with
 * that variance (at least 1.001 times the mean), half the demands seen, as often as the mean asks for (a hurdle). The
 * first is smooth and knows what was never seen, the second knows that this customer buys by the dozen.
 */
export function countQuantiles(mean: number, variance: number, seen: SeenCounts, shares: readonly number[]): number[] {
  if (!(mean > 1e-9)) return shares.map(() => 0)
  const spread = Math.max(variance, 1.001 * mean)
  const size = (mean * mean) / (spread - mean)
  const success = size / (size + mean)
  const demand = seen.mean > 0 ? Math.min(1, mean / seen.mean) : 0
  let logarithm = size * Math.log(success)
  let binomial = Math.exp(logarithm)
  let hurdle = 1 - demand
  let count = 0
  const most = 64 * (mean + Math.sqrt(spread)) + seen.shares.length
  return shares.map(share => {
    while ((binomial + hurdle) / 2 < share && count < most) {
      count += 1
      // By logarithms: the probability of 0 may be too small for a number.
      logarithm += Math.log(((count - 1 + size) / count) * (1 - success))
      binomial += Math.exp(logarithm)
      hurdle += demand * (seen.shares[count] ?? 0)
    }
    return count
  })
}

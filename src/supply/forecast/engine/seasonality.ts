/** Autocorrelation at the lags 1 to `lags`. A constant series has 0 everywhere. */
function autocorrelation(values: Float64Array, lags: number): Float64Array {
  const n = values.length
  let mean = 0
  for (let t = 0; t < n; t++) mean += values[t]! / n
  let variance = 0
  for (let t = 0; t < n; t++) variance += (values[t]! - mean) ** 2
  const found = new Float64Array(lags + 1)
  if (!(variance > 0)) return found
  for (let lag = 1; lag <= lags && lag < n; lag++) {
    let sum = 0
    for (let t = lag; t < n; t++) sum += (values[t]! - mean) * (values[t - lag]! - mean)
    found[lag] = sum / variance
  }
  return found
}

/**
 * Whether a series has a season of that length: at least three seasons and an autocorrelation at the season's lag that
 * is significant at 90% (Bartlett). The rule of the M4 competition (Makridakis, Spiliotis & Assimakopoulos 2020).
 */
export function isSeasonal(values: Float64Array, period: number): boolean {
  if (period < 2 || values.length < 3 * period) return false
  const r = autocorrelation(values, period)
  let squares = 0
  for (let lag = 1; lag < period; lag++) squares += r[lag]! ** 2
  return Math.abs(r[period]!) > (1.645 / Math.sqrt(values.length)) * Math.sqrt(1 + 2 * squares)
}

/** Centred moving average over one season (2×period where it is even); NaN where it does not reach. */
export function seasonalMean(values: Float64Array, period: number): Float64Array {
  const n = values.length
  const half = Math.floor(period / 2)
  const even = period % 2 === 0
  const means = new Float64Array(n).fill(Number.NaN)
  let sum = 0
  for (let t = 0; t < n; t++) {
    sum += values[t]!
    if (t >= period) sum -= values[t - period]!
    // The window that ends here is centred `half` earlier; an even one lies half a step off and is averaged with the next.
    if (!even && t >= period - 1) means[t - half] = sum / period
    if (even && t >= period) means[t - half] = (sum + (values[t - period]! - values[t]!) / 2) / period
  }
  return means
}

/**
 * Classical decomposition: `period` factors (mean 1) or amounts (sum 0) of the season, the first for the first value.
 * Source: Makridakis, Wheelwright & Hyndman 1998, chapter 3.
 */
export function seasonalFigures(values: Float64Array, period: number, multiplicative: boolean): Float64Array {
  const means = seasonalMean(values, period)
  const sums = new Float64Array(period)
  const counts = new Float64Array(period)
  for (let t = 0; t < values.length; t++) {
    const mean = means[t]!
    if (Number.isNaN(mean)) continue
    const at = t % period
    sums[at]! += multiplicative ? values[t]! / mean : values[t]! - mean
    counts[at]! += 1
  }
  let total = 0
  for (let at = 0; at < period; at++) {
    sums[at] = counts[at]! > 0 ? sums[at]! / counts[at]! : multiplicative ? 1 : 0
    total += sums[at]! / period
  }
  for (let at = 0; at < period; at++) sums[at] = multiplicative ? sums[at]! / total : sums[at]! - total
  return sums
}

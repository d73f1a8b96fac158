import { shortArray } from './short-array.ts'

const mostLags = 6

/** Room for the recursion, reused from call to call. */
let differences = new Float64Array(256)
let ahead = new Float64Array(256)
let behind = new Float64Array(256)
const coefficients = new Float64Array(mostLags)
const reversed = new Float64Array(mostLags)
const chosen = new Float64Array(mostLags)
const past = new Float64Array(mostLags)

/**
 * Autoregression of the differences, by Burg's method, with as many lags (at most 6) as the corrected criterion of
 * Akaike allows. The mean difference is drawn towards 0 by half of what of its square is chance. At least one value,
 * without season. Source: Burg 1967, as in Brockwell & Davis, "Time Series: Theory and Methods" (1991), 8.2.
 */
export function autoregress(values: Float64Array, horizon: number): Float64Array {
  const path = shortArray(horizon)
  const n = values.length - 1
  const last = values[n]!
  if (n < 4) return path.fill(last)
  if (differences.length < n) {
    differences = new Float64Array(2 * n)
    ahead = new Float64Array(2 * n)
    behind = new Float64Array(2 * n)
  }
  const mean = (last - values[0]!) / n
  let spread = 0
  for (let t = 0; t < n; t++) spread += (values[t + 1]! - values[t]! - mean) ** 2 / n
  const square = mean * mean
  const drift = square > 0 ? mean * Math.max(0, 1 - spread / (2 * n * square)) : 0
  let variance = 0
  for (let t = 0; t < n; t++) {
    const difference = values[t + 1]! - values[t]! - drift
    differences[t] = difference
    ahead[t] = difference
    behind[t] = difference
    variance += (difference * difference) / n
  }
  const lags = variance > 0 ? burg(n, variance) : 0
  for (let lag = 0; lag < lags; lag++) past[lag] = differences[n - 1 - lag]!
  let level = last
  for (let step = 0; step < horizon; step++) {
    let next = 0
    for (let lag = 0; lag < lags; lag++) next += chosen[lag]! * past[lag]!
    for (let lag = lags - 1; lag > 0; lag--) past[lag] = past[lag - 1]!
    past[0] = next
    level += next + drift
    path[step] = level
  }
  return path
}

/** Puts the coefficients of the order that the criterion likes best into `chosen`, and answers the order. */
function burg(n: number, startVariance: number): number {
  let variance = startVariance
  let lags = 0
  let best = n * Math.log(variance) + 4
  const most = Math.min(mostLags, Math.floor(n / 4))
  for (let order = 1; order <= most; order++) {
    let product = 0
    let power = 0
    for (let t = order; t < n; t++) {
      const forward = ahead[t]!
      const backward = behind[t - 1]!
      product += forward * backward
      power += forward * forward + backward * backward
    }
    const reflection = power > 0 ? (2 * product) / power : 0
    for (let lag = 0; lag < order - 1; lag++) reversed[lag] = coefficients[order - 2 - lag]!
    for (let lag = 0; lag < order - 1; lag++) coefficients[lag]! -= reflection * reversed[lag]!
    coefficients[order - 1] = reflection
    for (let t = n - 1; t >= order; t--) {
      const forward = ahead[t]!
      const backward = behind[t - 1]!
      ahead[t] = forward - reflection * backward
      behind[t] = backward - reflection * forward
    }
    variance *= 1 - reflection * reflection
    const parameters = order + 2
    const criterion =
      n * Math.log(Math.max(variance, 1e-12 * startVariance)) +
      2 * parameters +
      (2 * parameters * (parameters + 1)) / Math.max(1, n - parameters - 1)
    if (criterion < best) {
      best = criterion
      lags = order
      chosen.set(coefficients)
    }
  }
  return lags
}

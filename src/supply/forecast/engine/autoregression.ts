const mostLags = 6

/**
 * Autoregression of the differences, by Burg's method, with as many lags (at most 6) as the corrected criterion of
 * Akaike allows. The mean difference is drawn towards 0 by half of what of its square is chance. At least one value,
 * without season. Source: Burg 1967, as in Brockwell & Davis, "Time Series: Theory and Methods" (1991), 8.2.
 */
export function autoregress(values: Float64Array, horizon: number): Float64Array {
  const path = new Float64Array(horizon)
  const n = values.length - 1
  const last = values[n]!
  if (n < 4) return path.fill(last)
  const mean = (last - values[0]!) / n
  const differences = new Float64Array(n)
  let spread = 0
  for (let t = 0; t < n; t++) spread += (values[t + 1]! - values[t]! - mean) ** 2 / n
  const square = mean * mean
  const drift = square > 0 ? mean * Math.max(0, 1 - spread / (2 * n * square)) : 0
  let variance = 0
  for (let t = 0; t < n; t++) {
    differences[t] = values[t + 1]! - values[t]! - drift
    variance += differences[t]! ** 2 / n
  }
  if (!(variance > 0)) return path.fill(last)
  const chosen = burg(differences, variance)
  const past = new Float64Array(chosen.length)
  for (let lag = 0; lag < past.length; lag++) past[lag] = differences[n - 1 - lag]!
  let level = last
  for (let step = 0; step < horizon; step++) {
    let next = 0
    for (let lag = 0; lag < past.length; lag++) next += chosen[lag]! * past[lag]!
    past.copyWithin(1, 0)
    if (past.length > 0) past[0] = next
    level += next + drift
    path[step] = level
  }
  return path
}

/** Coefficients of the order that the criterion likes best. */
function burg(differences: Float64Array, startVariance: number): Float64Array {
  const n = differences.length
  const ahead = differences.slice()
  const behind = differences.slice()
  let variance = startVariance
  let coefficients = new Float64Array(0)
  let chosen = coefficients
  let best = n * Math.log(variance) + 4
  for (let order = 1; order <= Math.min(mostLags, Math.floor(n / 4)); order++) {
    let product = 0
    let power = 0
    for (let t = order; t < n; t++) {
      product += ahead[t]! * behind[t - 1]!
      power += ahead[t]! ** 2 + behind[t - 1]! ** 2
    }
    const reflection = power > 0 ? (2 * product) / power : 0
    const longer = new Float64Array(order)
    for (let lag = 0; lag < order - 1; lag++)
      longer[lag] = coefficients[lag]! - reflection * coefficients[order - 2 - lag]!
    longer[order - 1] = reflection
    coefficients = longer
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
      chosen = coefficients
    }
  }
  return chosen
}

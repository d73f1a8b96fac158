/**
 * Croston's method with the correction of Syntetos & Boylan, International Journal of Forecasting 21 (2005): sizes and
 * intervals are smoothed apart, at points with demand alone, and their quotient is drawn down by half of the weight.
 * Returns the demand per point expected after each number of points, `n + 1` of them; 0 before the first demand.
 */
export function crostonLevels(values: Float64Array, weight = 0.1): Float64Array {
  const levels = new Float64Array(values.length + 1)
  let size = 0
  let interval = 0
  let since = 1
  let level = 0
  for (let t = 0; t < values.length; t++) {
    if (values[t]! > 0) {
      size = interval === 0 ? values[t]! : size + weight * (values[t]! - size)
      interval = interval === 0 ? since : interval + weight * (since - interval)
      level = ((1 - weight / 2) * size) / interval
      since = 1
    } else since += 1
    levels[t + 1] = level
  }
  return levels
}

/**
 * Aggregate, forecast, disaggregate: blocks of `block` points are summed up, smoothed, and shared out evenly again.
 * Source: Nikolopoulos, Syntetos, Boylan, Petropoulos & Assimakopoulos, Journal of the Operational Research Society 62
 * (2011). Blocks end at the point forecast from. Returns the demand per point expected after each number of points.
 */
export function adidaLevels(values: Float64Array, block: number, weight = 0.3): Float64Array {
  const n = values.length
  const levels = new Float64Array(n + 1)
  const blocks = new Float64Array(n + 1)
  let sum = 0
  for (let t = 1; t <= n; t++) {
    sum += values[t - 1]!
    if (t > block) sum -= values[t - 1 - block]!
    const mean = sum / Math.min(t, block)
    if (t <= block) {
      levels[t] = mean
      blocks[t] = 1
      continue
    }
    // The first blocks count evenly, as a plain mean.
    blocks[t] = blocks[t - block]! + 1
    levels[t] = levels[t - block]! + Math.max(weight, 1 / blocks[t]!) * (mean - levels[t - block]!)
  }
  return levels
}

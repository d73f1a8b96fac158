/**
 * Simple smoothing that begins as a plain mean: values count less by the factor `memory` with each point that passes.
 * Returns the level after each number of points, `n + 1` of them.
 */
export function discountedLevels(values: Float64Array, memory: number): Float64Array {
  const levels = new Float64Array(values.length + 1)
  let sum = 0
  let weights = 0
  for (let t = 0; t < values.length; t++) {
    sum = sum * memory + values[t]!
    weights = weights * memory + 1
    levels[t + 1] = sum / weights
  }
  return levels
}

/** Mean of the last `width` values, of all where there are fewer; after each number of points. */
export function meanLevels(values: Float64Array, width: number): Float64Array {
  const levels = new Float64Array(values.length + 1)
  let sum = 0
  for (let t = 0; t < values.length; t++) {
    sum += values[t]!
    if (t >= width) sum -= values[t - width]!
    levels[t + 1] = Math.max(0, sum / Math.min(t + 1, width))
  }
  return levels
}

/** Weights of smoothing and what each is believed before anything is seen: intermittent demand moves slowly. */
const weights = [0.03, 0.06, 0.1, 0.15, 0.2, 0.3, 0.5]
const beliefs = [0.5, 1, 1.3, 1.1, 0.8, 0.4, 0.1]

/**
 * Simple smoothing averaged over its weight, by belief times likelihood of what was seen so far. Returns the level after
 * each number of points, `n + 1` of them.
 */
export function averagedLevels(values: Float64Array): Float64Array {
  const n = values.length
  const levels = new Float64Array(n + 1)
  const own = new Float64Array(weights.length)
  const squares = new Float64Array(weights.length)
  for (let t = 0; t < n; t++) {
    let least = Number.POSITIVE_INFINITY
    for (let at = 0; at < weights.length; at++) {
      const error = values[t]! - own[at]!
      if (t > 0) squares[at]! += error * error
      own[at]! += Math.max(weights[at]!, 1 / (t + 1)) * error
      least = Math.min(least, squares[at]!)
    }
    let sum = 0
    let total = 0
    for (let at = 0; at < weights.length; at++) {
      const likelihood = least > 0 ? (squares[at]! / least) ** (-t / 2) : 1
      sum += beliefs[at]! * likelihood * own[at]!
      total += beliefs[at]! * likelihood
    }
    levels[t + 1] = sum / total
  }
  return levels
}

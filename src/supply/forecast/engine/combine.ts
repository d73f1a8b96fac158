import { shortArray } from './short-array.ts'

/**
 * Weights of candidates by their mean absolute error at past origins: prior over the error to the power of 1.5, so that one
 * with twice the error counts about a third. Close to equal weights where candidates are close, which is what forecasts best
 * (Bates & Granger, Operational Research Quarterly 20, 1969; Smith & Wallis, Oxford Bulletin 71, 2009). Sum 1.
 * Without errors (`null`) the priors.
 */
export function combinationWeights(errors: Float64Array | null, priors: readonly number[]): Float64Array {
  const weights = Float64Array.from(priors)
  if (errors) {
    let mean = 0
    for (const error of errors) mean += error / errors.length
    if (mean > 0)
      for (let at = 0; at < weights.length; at++) weights[at]! *= (mean / (errors[at]! + 0.05 * mean)) ** 1.5
  }
  let total = 0
  for (const weight of weights) total += weight
  return weights.map(weight => weight / total)
}

/** Share of the weight that is left out at either end. */
const trimmed = 0.2

/**
 * The trimmed weighted mean of paths of one length: at each point the lowest and the highest fifth of the weight are left
 * out, so that one path that runs away moves nothing (Jose & Winkler, International Journal of Forecasting 24, 2008).
 */
export function combinePaths(paths: readonly Float64Array[], weights: Float64Array): Float64Array {
  const combined = shortArray(paths[0]!.length)
  const order = shortArray(weights.length)
  for (let at = 0; at < order.length; at++) order[at] = at
  for (let step = 0; step < combined.length; step++) {
    // By insertion: the order of one step is nearly that of the next.
    for (let at = 1; at < order.length; at++) {
      const moved = order[at]!
      const value = paths[moved]![step]!
      let to = at
      while (to > 0 && paths[order[to - 1]!]![step]! > value) {
        order[to] = order[to - 1]!
        to--
      }
      order[to] = moved
    }
    let below = 0
    let sum = 0
    let counted = 0
    for (let at = 0; at < order.length; at++) {
      const weight = weights[order[at]!]!
      const inside = Math.min(below + weight, 1 - trimmed) - Math.max(below, trimmed)
      if (inside > 0) {
        sum += inside * paths[order[at]!]![step]!
        counted += inside
      }
      below += weight
    }
    combined[step] = sum / counted
  }
  return combined
}

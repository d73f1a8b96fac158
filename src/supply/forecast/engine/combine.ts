/**
 * Weights of candidates by their mean absolute error at past origins: prior over the square of the error, so that one
 * with twice the error counts a quarter. Close to equal weights where candidates are close, which is what forecasts best
 * (Bates & Granger, Operational Research Quarterly 20, 1969; Smith & Wallis, Oxford Bulletin 71, 2009). Sum 1.
 * Without errors (`null`) the priors.
 */
export function combinationWeights(errors: Float64Array | null, priors: readonly number[]): Float64Array {
  const weights = Float64Array.from(priors)
  if (errors) {
    let mean = 0
    for (const error of errors) mean += error / errors.length
    if (mean > 0) for (let at = 0; at < weights.length; at++) weights[at]! *= (mean / (errors[at]! + 0.05 * mean)) ** 2
  }
  let total = 0
  for (const weight of weights) total += weight
  return weights.map(weight => weight / total)
}

/** The weighted mean of paths of one length. */
export function combinePaths(paths: readonly Float64Array[], weights: Float64Array): Float64Array {
  const combined = new Float64Array(paths[0]!.length)
  for (let at = 0; at < paths.length; at++)
    for (let step = 0; step < combined.length; step++) combined[step]! += weights[at]! * paths[at]![step]!
  return combined
}

/**
 * Teunter, Syntetos & Babai, European Journal of Operational Research 214 (2011): the size of a demand and the
 * probability that there is one are smoothed apart, the probability at every point, so that a dying part fades away.
 * Both begin as plain means. Returns the demand per point expected after each number of points, `n + 1` of them.
 */
export function tsbLevels(values: Float64Array, sizeWeight = 0.2, probabilityWeight = 0.1): Float64Array {
  const levels = new Float64Array(values.length + 1)
  let size = 0
  let probability = 0
  let demands = 0
  for (let t = 0; t < values.length; t++) {
    const weight = Math.max(probabilityWeight, 1 / (t + 1))
    if (values[t]! > 0) {
      demands += 1
      size += Math.max(sizeWeight, 1 / demands) * (values[t]! - size)
      probability += weight * (1 - probability)
    } else probability -= weight * probability
    levels[t + 1] = probability * size
  }
  return levels
}

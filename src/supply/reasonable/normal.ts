/** Density of the standard normal. */
export const density = (z: number): number => Math.exp(-0.5 * z * z) / Math.sqrt(2 * Math.PI)

/**
 * P(Z ≤ z) of the standard normal, to about 1e-15 within ±8: the series of Marsaglia (2004), and the continued fraction
 * of the tail beyond, where the series would lose digits.
 */
export function probability(z: number): number {
  if (z < 0) return 1 - probability(-z)
  if (z > 38) return 1
  if (z > 6) {
    let fraction = z
    for (let step = 40; step >= 1; step -= 1) fraction = z + step / fraction
    return 1 - density(z) / fraction
  }
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return 0.5 + sum * density(z)
}

/** The z below which the share lies, 0 < share < 1, by Newton's steps on `probability`. RangeError outside. */
export function quantileOf(share: number): number {
  if (!(share > 0 && share < 1)) throw new RangeError(`a share lies between 0 and 1, not ${share}`)
  if (share < 0.5) return -quantileOf(1 - share)
  // A start within 0.003 (Hastings' approximation, Abramowitz and Stegun 26.2.23 shortened).
  const t = Math.sqrt(-2 * Math.log(1 - share))
  let z = t - (2.30753 + 0.27061 * t) / (1 + 0.99229 * t + 0.04481 * t * t)
  for (let step = 0; step < 20; step += 1) {
    const move = (probability(z) - share) / density(z)
    z -= move
    if (Math.abs(move) < 1e-13) break
  }
  return z
}

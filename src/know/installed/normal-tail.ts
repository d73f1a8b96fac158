/**
 * Q(b) / Q(a) for a ≤ b, where Q is the upper tail of the standard normal: the chance that a life which has reached a
 * reaches b. Far out in the tail Q itself underflows, so both are taken as e^(−z²/2) · m(z) with the Mills ratio m,
 * whose continued fraction is Laplace's (Abramowitz & Stegun 26.2.14); below 2 by the error function (7.1.26 is too
 * coarse: its series 7.1.6). Relative error below 1e-9 within ±8.
 */
export function tailRatio(a: number, b: number): number {
  if (b === Number.POSITIVE_INFINITY) return 0
  if (a < 2) return upperTail(b) / upperTail(a)
  return Math.exp((a * a - b * b) / 2) * (mills(b) / mills(a))
}

/** Q(z), the chance that a standard normal is above z. */
export function upperTail(z: number): number {
  if (z >= 2) return (Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)) * mills(z)
  if (z <= -2) return 1 - upperTail(-z)
  return 0.5 - density(z) * series(z)
}

const density = (z: number): number => Math.exp((-z * z) / 2) / Math.sqrt(2 * Math.PI)

/** Σ z^(2n+1) / (1·3·5…(2n+1)), so that Φ(z) = ½ + φ(z) · Σ. */
function series(z: number): number {
  let term = z
  let sum = z
  for (let odd = 3; Math.abs(term) > 1e-17; odd += 2) {
    term *= (z * z) / odd
    sum += term
  }
  return sum
}

/** Q(z) / φ(z) for z ≥ 2, as 1/(z + 1/(z + 2/(z + 3/(z + …)))) from the inside out. */
function mills(z: number): number {
  let inner = z
  for (let step = 120; step >= 1; step -= 1) inner = z + step / inner
  return 1 / inner
}

/**
 * Natural logarithm of the gamma function for x > 0, relative error below 1e-14:
 * Stirling's series (Abramowitz & Stegun 6.1.41) from 10 upwards, the recurrence Γ(x+1) = xΓ(x) below.
 */
export function logGamma(x: number): number {
  if (!(x > 0)) throw new RangeError(`logGamma needs a positive argument, got ${x}`)
  let shifted = x
  let product = 1
  while (shifted < 10) {
    product *= shifted
    shifted += 1
  }
  const inverse = 1 / shifted
  const square = inverse * inverse
  const series =
    inverse *
    (1 / 12 +
      square *
        (-1 / 360 +
          square * (1 / 1260 + square * (-1 / 1680 + square * (1 / 1188 + square * (-691 / 360360 + square / 156))))))
  return (shifted - 0.5) * Math.log(shifted) - shifted + 0.5 * Math.log(2 * Math.PI) + series - Math.log(product)
}

/**
 * Gauss' hypergeometric function 2F1(a, b; c; z) for 0 <= z < 1 by its power series.
 * Throws RangeError where it does not settle (z too near 1) or c is zero or a negative integer.
 */
export function hypergeometric(a: number, b: number, c: number, z: number): number {
  if (z === 0) return 1
  if (!(z > 0 && z < 1) || (c <= 0 && Number.isInteger(c)))
    throw new RangeError(`2F1(${a}, ${b}; ${c}; ${z}) is not defined here`)
  let term = 1
  let sum = 1
  for (let n = 0; n < 200_000; n += 1) {
    term *= (((a + n) * (b + n)) / ((c + n) * (n + 1))) * z
    sum += term
    if (Math.abs(term) <= 1e-16 * Math.abs(sum)) return sum
  }
  throw new RangeError(`2F1(${a}, ${b}; ${c}; ${z}) does not settle`)
}

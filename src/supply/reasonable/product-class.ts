export type ValueClass = 'A' | 'B' | 'C'
export type VariabilityClass = 'X' | 'Y' | 'Z'
export type StockClass = `${ValueClass}${VariabilityClass}`

export const valueClasses: readonly ValueClass[] = ['A', 'B', 'C']
export const variabilityClasses: readonly VariabilityClass[] = ['X', 'Y', 'Z']
export const stockClasses: readonly StockClass[] = valueClasses.flatMap(value =>
  variabilityClasses.map((spread): StockClass => `${value}${spread}`),
)

/** Shares of the whole contribution up to which a product is A, and B. */
export type ValueLimits = { aShare: number; bShare: number }

/**
 * ABC by contribution: sorted by it, the products with which the running share reaches `aShare` are A, those up to
 * `bShare` B, the others C. One that earns nothing is C; ties go by the lower id. A product that nobody bought is not in it.
 */
export function valueClassesOf(
  contributions: ReadonlyMap<number, number>,
  { aShare, bShare }: ValueLimits,
): Map<number, ValueClass> {
  const earning = [...contributions].filter(([, amount]) => amount > 0)
  earning.sort(([one, less], [other, more]) => more - less || one - other)
  const whole = earning.reduce((sum, [, amount]) => sum + amount, 0)
  const classes = new Map<number, ValueClass>([...contributions.keys()].map(id => [id, 'C']))
  let before = 0
  for (const [id, amount] of earning) {
    if (before < aShare * whole) classes.set(id, 'A')
    else if (before < bShare * whole) classes.set(id, 'B')
    before += amount
  }
  return classes
}

/** Coefficients of variation up to which demand is X (steady), and Y; above it is Z (hardly to be foreseen). */
export type VariabilityLimits = { xLimit: number; yLimit: number }

/** XYZ by the coefficient of variation of the forecast's error over four weeks: a season that is foreseen does not make it Z. */
export function variabilityClassOf(
  mean: number,
  sigma: number,
  { xLimit, yLimit }: VariabilityLimits,
): VariabilityClass {
  if (mean <= 0) return 'Z'
  const variation = sigma / mean
  if (variation <= xLimit) return 'X'
  return variation <= yLimit ? 'Y' : 'Z'
}

/**
 * Exact decimal amounts as whole units of a common scale: `"12.50"` with 4 decimals is 125000n.
 * Sums over 100,000 accounts stay exact and fast, which a float cannot and a big decimal object is not.
 */

const plainDecimal = /^-?\d+(?:\.\d+)?$/

/** Number of digits after the point; trailing zeros count. Throws RangeError where the text is not a plain decimal. */
export function decimalsOf(amount: string): number {
  if (!plainDecimal.test(amount)) throw new RangeError(`not a decimal amount: ${amount}`)
  const point = amount.indexOf('.')
  return point < 0 ? 0 : amount.length - point - 1
}

/** Whole units of `decimals` digits; `decimals` must be at least `decimalsOf(amount)`. */
export function unitsOf(amount: string, decimals: number): bigint {
  const point = amount.indexOf('.')
  if (point < 0) return BigInt(amount + '0'.repeat(decimals))
  return BigInt(amount.slice(0, point) + amount.slice(point + 1).padEnd(decimals, '0'))
}

/** The shortest decimal text of the units: no trailing zeros, no minus zero. */
export function amountOf(units: bigint, decimals: number): string {
  if (units === 0n) return '0'
  const negative = units < 0n
  const digits = (negative ? -units : units).toString().padStart(decimals + 1, '0')
  const whole = digits.slice(0, digits.length - decimals)
  const fraction = digits.slice(digits.length - decimals).replace(/0+$/, '')
  return (negative ? '-' : '') + whole + (fraction === '' ? '' : `.${fraction}`)
}

/** A column of amounts on one scale; `null` where the amount is unknown. */
export interface ExactColumn {
  readonly decimals: number
  readonly units: readonly (bigint | null)[]
}

export function exactColumn(amounts: readonly (string | null)[]): ExactColumn {
  let decimals = 0
  for (const amount of amounts) if (amount !== null) decimals = Math.max(decimals, decimalsOf(amount))
  return { decimals, units: amounts.map(amount => (amount === null ? null : unitsOf(amount, decimals))) }
}

/** Exact sum, unknown amounts left out. */
export function sumAmounts(amounts: Iterable<string | null>): string {
  const column = exactColumn([...amounts])
  let total = 0n
  for (const units of column.units) total += units ?? 0n
  return amountOf(total, column.decimals)
}

/** `first - second`, exact. */
export function subtractAmounts(first: string, second: string): string {
  const decimals = Math.max(decimalsOf(first), decimalsOf(second))
  return amountOf(unitsOf(first, decimals) - unitsOf(second, decimals), decimals)
}

/** `amount × factor` for a factor that is itself a decimal (a count, a rate such as 0.4), exact. */
export function multiplyAmount(amount: string, factor: string): string {
  const first = decimalsOf(amount)
  const second = decimalsOf(factor)
  return amountOf(unitsOf(amount, first) * unitsOf(factor, second), first + second)
}

/** `part / whole` as a float, for shares that are shown; precise to 15 digits whatever the size. */
export function shareOf(part: bigint, whole: bigint): number {
  const scaled = (part * 1_000_000_000_000_000_000n) / whole
  return Number(scaled) / 1e18
}

/**
 * Order of a column, largest first; equal amounts keep the order given (callers pass accounts in code order),
 * unknown amounts come last.
 */
export function descendingOrder(column: ExactColumn): Uint32Array {
  const { units } = column
  const approximate = Float64Array.from(units, value => (value === null ? Number.NEGATIVE_INFINITY : Number(value)))
  const order = Uint32Array.from(units, (_, index) => index)
  // Number(bigint) is monotone, so only equal floats need the exact comparison.
  order.sort((left, right) => {
    const difference = approximate[right]! - approximate[left]!
    if (difference > 0) return 1
    if (difference < 0) return -1
    const first = units[left]
    const second = units[right]
    if (first === second || first == null || second == null) return left - right
    return first > second ? -1 : 1
  })
  return order
}

import { Decimal } from 'decimal.js'

/** Exact sum of the known amounts; null where none is known. */
export function addAmounts(amounts: readonly (string | null)[]): string | null {
  const known = amounts.filter(amount => amount !== null)
  if (known.length === 0) return null
  return known.reduce((sum, amount) => sum.plus(amount), new Decimal(0)).toFixed()
}

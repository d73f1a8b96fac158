import { Decimal } from 'decimal.js'

/** The sum of what has a price, in the order's currency; `isWhole` where nothing that is wanted lacks one. */
export function orderTotal(lines: readonly { quantity: string; unitPrice: string | null }[]): {
  amount: string
  isWhole: boolean
} {
  const wanted = lines.filter(line => !new Decimal(line.quantity).isZero())
  const priced = wanted.filter(line => line.unitPrice !== null)
  const sum = priced.reduce(
    (total, line) => total.plus(new Decimal(line.unitPrice!).times(line.quantity)),
    new Decimal(0),
  )
  return { amount: sum.toFixed(), isWhole: priced.length === wanted.length }
}

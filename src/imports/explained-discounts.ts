import { type DecimalSign, readAmount } from './amount-format.ts'
import type { DiscountMeaning } from './shape.ts'

/**
 * For each meaning of a discount column, the share of rows whose net amount it explains; null where the file does not
 * have what that takes. Doubles are enough to compare: nothing of this is booked.
 */
export function explainedDiscounts(
  columns: Readonly<Record<string, number>>,
  field: 'discount' | 'discount_rate',
  rows: readonly (readonly string[])[],
  decimalOf: (field: string) => DecimalSign,
): Record<DiscountMeaning, number> | null {
  if (columns.net === undefined || columns.quantity === undefined || columns.unit_price === undefined) return null
  const number = (row: readonly string[], name: string) => {
    const amount = readAmount(row[columns[name]!] ?? '', decimalOf(name))
    return amount ? Number(amount.value) : Number.NaN
  }
  const hits: Record<DiscountMeaning, number> = { share: 0, percent: 0, amount: 0, unit_amount: 0 }
  let compared = 0
  for (const row of rows) {
    const [net, quantity, price, discount] = ['net', 'quantity', 'unit_price', field].map(name =>
      number(row, name),
    ) as [number, number, number, number]
    if (!(Math.abs(discount) > 0) || Number.isNaN(net + quantity + price)) continue
    compared++
    const gross = quantity * price
    const close = (derived: number) =>
      Math.abs(net - derived) <= 0.006 + Math.abs(quantity) * 0.00006 + Math.abs(gross) * 1e-5
    if (close(gross * (1 - discount))) hits.share++
    if (close(gross * (1 - discount / 100))) hits.percent++
    if (close(gross - discount)) hits.amount++
    if (close(gross - discount * quantity)) hits.unit_amount++
  }
  if (compared === 0) return null
  for (const meaning of Object.keys(hits) as DiscountMeaning[]) hits[meaning] /= compared
  return hits
}

import { Decimal } from 'decimal.js'
import type { BuyingValue } from './buying-facts.contract.ts'

type Share = BuyingValue<'competitors'>['shares'][number]

/** The product line ('' for all they buy) of which competitors would hold more than 100 %; undefined where none is. */
export function overfullLine(shares: readonly Share[]): string | undefined {
  const sums = new Map<string, Decimal>()
  for (const { productLine, percent } of shares) {
    const line = productLine ?? ''
    sums.set(line, (sums.get(line) ?? new Decimal(0)).plus(percent ?? 0))
  }
  return [...sums].find(([, sum]) => sum.gt(100))?.[0]
}

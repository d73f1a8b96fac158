import type { Tier } from '../../identify/tier.ts'
import type { Place } from './adjustment.ts'
import { monthsBetween } from './periods.ts'

export type Source = 'sell-through' | 'purchases'

/** One account's product with its past, ready to be forecast. Courses end with the last complete month. */
export type Item = Place & {
  source: Source
  /** Pieces by month of the whole window: purchases, from the first reported month on what the account sold. */
  whole: Float64Array
  /** The month of the window from which its own figures are of one kind: where the forecast of the item begins to look. */
  from: number
  /** Base currency per piece, of the last purchases; null where none had a net amount. */
  pieceValue: number | null
}

/** Pieces of one account's product in a month; `month` its first day. */
export type MonthOfItem = { accountId: number; productId: number; month: string; quantity: number }

export type Bought = MonthOfItem & { net: number }

/** The account's own sales, its months reported whole. */
export type Sold = MonthOfItem

export type Window = { firstMonth: string; months: number }

const fewestMonthsSold = 6
const forgottenAfter = 24

/**
 * The items that anybody bought or sold within the last 24 months. Demand is what the account sold where it has
 * reported six months or more up to now; before its first report, and for all others, what it bought. Months of returns
 * count as nothing bought.
 */
export function itemsOf(
  bought: readonly Bought[],
  sold: readonly Sold[],
  { firstMonth, months }: Window,
  of: { tierOf: (accountId: number) => Tier; categoryOf: (productId: number) => string | null },
): Item[] {
  const soldBy = Map.groupBy(sold, row => keyOf(row))
  const boughtBy = Map.groupBy(bought, row => keyOf(row))
  const items: Item[] = []
  for (const key of new Set([...boughtBy.keys(), ...soldBy.keys()])) {
    const purchases = boughtBy.get(key) ?? []
    const sales = soldBy.get(key) ?? []
    const { accountId, productId } = purchases[0] ?? sales[0]!
    const whole = new Float64Array(months)
    for (const { month, quantity } of purchases) {
      const at = monthsBetween(firstMonth, month)
      if (at >= 0 && at < months) whole[at] = Math.max(0, quantity)
    }
    const reported = sales
      .map(({ month, quantity }) => ({ at: monthsBetween(firstMonth, month), quantity }))
      .filter(({ at }) => at >= 0 && at < months)
    const firstReport = Math.min(...reported.map(({ at }) => at))
    const usesSales = months - firstReport >= fewestMonthsSold && reported.some(({ at }) => at === months - 1)
    if (usesSales) {
      whole.fill(0, firstReport)
      for (const { at, quantity } of reported) whole[at] = Math.max(0, quantity)
    }
    const first = whole.findIndex(value => value > 0)
    if (first < 0 || whole.subarray(Math.max(0, months - forgottenAfter)).every(value => value === 0)) continue
    items.push({
      accountId,
      productId,
      tier: of.tierOf(accountId),
      category: of.categoryOf(productId),
      source: usesSales ? 'sell-through' : 'purchases',
      whole,
      from: usesSales ? Math.max(first, firstReport) : first,
      pieceValue: pieceValueOf(purchases),
    })
  }
  return items.sort((a, b) => a.accountId - b.accountId || a.productId - b.productId)
}

const keyOf = ({ accountId, productId }: MonthOfItem) => accountId * 1e7 + productId

/** By the last twelve months in which it was bought. */
function pieceValueOf(purchases: readonly Bought[]): number | null {
  const recent = purchases.slice(-12).filter(row => row.quantity > 0)
  const pieces = recent.reduce((sum, row) => sum + row.quantity, 0)
  const net = recent.reduce((sum, row) => sum + row.net, 0)
  return pieces > 0 && net > 0 ? net / pieces : null
}

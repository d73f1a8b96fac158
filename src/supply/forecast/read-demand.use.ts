import type { Kysely } from 'kysely'
import type pg from 'pg'
import { ownersOf } from '../../accounts/account-names.server.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import { ledgerSpan, monthlyQuantities } from '../../ledger/ledger.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { categorisedProducts } from '../../products/product-names.server.ts'
import type { Effect } from './adjustment.ts'
import { type Adjustment, adjustmentsSince } from './adjustments.store.ts'
import { monthlySellThrough } from './demand.store.ts'
import type { Demand } from './demand.ts'
import { itemsOf } from './items.ts'
import { daysAfter, firstMonthAhead, monthOf, monthsAfter, monthsBetween } from './periods.ts'

export type Reading = { db: Kysely<DB>; pool: pg.Pool; clock: Clock }

/** Further back demand was another; three seasons and one more are plenty. */
const longestPast = 48

/**
 * Everything a forecast begins with: the course of each account's product by month up to the last complete month, and
 * what people know. Null while nobody has bought anything.
 */
export async function readDemand(
  reading: Reading,
  accountIds: readonly number[] | null = null,
): Promise<Demand | null> {
  const { db } = reading
  const today = await businessDay(reading)
  const span = await ledgerSpan(db)
  if (!span) return null
  const firstAhead = firstMonthAhead(span.to, today)
  const earliest = monthsAfter(firstAhead, -longestPast)
  const firstMonth = monthOf(span.from) > earliest ? monthOf(span.from) : earliest
  const window = { firstMonth, months: Math.max(0, monthsBetween(firstMonth, firstAhead)) }
  const days = { from: firstMonth, to: daysAfter(firstAhead, -1) }
  const [bought, sold, living, tiers, products, adjustments] = await Promise.all([
    monthlyQuantities(db, days, accountIds),
    monthlySellThrough(db, days, accountIds),
    ownersOf(db, accountIds),
    keyAccounts(reading, accountIds),
    categorisedProducts(db),
    adjustmentsSince(db, firstMonth),
  ])
  const categories = new Map(products.map(product => [product.id, product.category]))
  const of = {
    tierOf: (id: number) => tiers.get(id) ?? ('regular' as const),
    categoryOf: (id: number) => categories.get(id) ?? null,
  }
  return {
    today,
    window,
    months: Array.from({ length: window.months }, (_, at) => monthsAfter(firstMonth, at)),
    firstAhead,
    of,
    items: itemsOf(
      bought.filter(row => living.has(row.accountId)),
      sold.filter(row => living.has(row.accountId)),
      window,
      of,
    ),
    adjustments: adjustments.map(numbersOf),
  }
}

function numbersOf({ quantity, percent, actual, ...rest }: Adjustment): Effect & { id: number; madeOn: string } {
  const number = (text: string | null) => (text === null ? null : Number(text))
  return { ...rest, quantity: number(quantity), percent: number(percent), actual: number(actual) }
}

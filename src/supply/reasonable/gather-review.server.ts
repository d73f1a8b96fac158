import type pg from 'pg'
import { accountPlaces } from '../../accounts/directory.server.ts'
import { accountsNow } from '../../identify/accounts-now.use.ts'
import { boughtByProduct, soldByProduct } from '../../ledger/ledger.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { productPrices } from '../../products/product-names.server.ts'
import { daysAfter } from '../forecast/periods.ts'
import { stockNow } from '../stock/stock.server.ts'
import { ByAccountProduct } from './by-account-product.ts'
import { closingWeeks } from './closing-weeks.ts'
import { forecastWeeks } from './forecast-weeks.server.ts'
import { transitTimes } from './lead-times.store.ts'
import { type ValueClass, valueClassesOf } from './product-class.ts'
import { keptValueClasses, shippedNotArrived, signedNotShipped, soldByWeek, soldLately } from './review-facts.store.ts'
import { contributionOf, type ReviewedAccount, type ReviewSources } from './review-facts.ts'
import { readRhythms } from './rhythms.store.ts'
import type { StockLimits } from './stock-policy.ts'

export type Reviewing = { db: Db; pool: pg.Pool; clock: Clock }

/**
 * ABC of products by what they left in the twelve months before, all accounts together. A review of some accounts takes those
 * that the last one of all has given, if there was one.
 */
export async function productClasses(
  db: Db,
  today: string,
  limits: StockLimits,
  isOfAll: boolean,
): Promise<ReadonlyMap<number, ValueClass>> {
  const kept = isOfAll ? null : await keptValueClasses(db)
  if (kept && kept.size > 0) return kept
  const sold = await soldByProduct(db, { from: daysAfter(today, -364), to: today })
  return valueClassesOf(new Map(sold.map(row => [row.productId, contributionOf(row)])), limits)
}

/** Everything the review of these accounts needs, in a dozen statements however many they are. */
export async function gatherReview(
  reviewing: Reviewing,
  today: string,
  accountIds: readonly number[],
  limits: StockLimits,
): Promise<ReviewSources> {
  const { db, pool } = reviewing
  const { fiscalYearStartMonth } = await readSettings(db)
  const closing = closingWeeks(today, fiscalYearStartMonth, limits.closingWeeks, limits.closing)
  const since = daysAfter(today, -7 * limits.deadWeeks)
  const [accounts, stock, forecasts, bought] = await Promise.all([
    reviewedAccounts(reviewing, today, accountIds, limits),
    stockNow(db, { accountIds }),
    readForecasts(pool, accountIds),
    boughtByProduct(db, { from: daysAfter(today, -364), to: today }, accountIds),
  ])
  const [sold, byWeek, shipped, onTheWay, signed, prices] = await Promise.all([
    soldLately(db, { since, until: today, closing }, accountIds),
    soldByWeek(db, daysAfter(today, -26 * 7), accountsWithout(stock, forecasts)),
    closing ? boughtByProduct(db, closing, accountIds) : [],
    shippedNotArrived(db, today, accountIds),
    signedNotShipped(db, today, accountIds),
    productPrices(db, today),
  ])
  return {
    today,
    accounts,
    stock: stock.filter(({ accountId }) => accounts.has(accountId)),
    forecasts,
    bought,
    sold,
    byWeek,
    shipped,
    hasClosing: closing !== null,
    onTheWay,
    signed,
    prices,
  }
}

type Pair = { accountId: number; productId: number }

/** Accounts of which some reported product has no forecast. */
function accountsWithout(stock: readonly Pair[], forecasts: readonly Pair[]): number[] {
  const known = ByAccountProduct.from(forecasts)
  return [...new Set(stock.flatMap(row => (known.get(row.accountId, row.productId) ? [] : [row.accountId])))]
}

async function readForecasts(pool: pg.Pool, accountIds: readonly number[]) {
  const client = await pool.connect()
  try {
    return await forecastWeeks(client, accountIds)
  } finally {
    client.release()
  }
}

async function reviewedAccounts(
  reviewing: Reviewing,
  today: string,
  accountIds: readonly number[],
  limits: StockLimits,
): Promise<Map<number, ReviewedAccount>> {
  const { db } = reviewing
  const [now, places, rhythms] = await Promise.all([
    accountsNow(reviewing, accountIds),
    accountPlaces(db),
    readRhythms(db, accountIds),
  ])
  const countries = new Map(places.map(({ id, country }) => [id, country]))
  const transit = await transitTimes(
    db,
    today,
    now.map(({ id }) => ({ id, country: countries.get(id) ?? null })),
  )
  return new Map(
    now.map(({ id, tier }) => {
      const seen = transit.get(id)
      return [
        id,
        {
          id,
          tier,
          leadDays: limits.preparationDays + (seen?.days ?? limits.leadDays),
          leadSdDays: seen?.sdDays ?? limits.leadSdDays,
          leadSource: seen?.source ?? 'policy',
          reviewDays: 7 * (rhythms.get(id)?.intervalWeeks ?? 1),
        },
      ]
    }),
  )
}

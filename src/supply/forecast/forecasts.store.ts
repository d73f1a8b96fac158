import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Grain } from './periods.ts'

/** What is expected of one account's product; pieces by period, adjustments on top. */
export type SeriesAhead = {
  accountId: number
  productId: number
  /** First day of the first period: a Monday, or the first of a month. */
  firstPeriod: string
  mean: number[]
  p10: number[]
  p90: number[]
}

/** The forecasts in force of each account's products: 52 weeks or 13 months ahead; all, or those of the given ones. */
export async function forecastsOf(
  db: Db,
  asked: { accountIds?: readonly number[] | null; productIds?: readonly number[] | null; grain: Grain },
): Promise<SeriesAhead[]> {
  const accountIds = asked.accountIds ?? null
  const productIds = asked.productIds ?? null
  const { rows } = await sql<SeriesAhead>`
    select account_id as "accountId", product_id as "productId", first_period as "firstPeriod", mean, p10, p90
    from supply.forecast
    where level = 'item' and grain = ${asked.grain}
      and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      and (${productIds}::bigint[] is null or product_id = any(${productIds}::bigint[]))
    order by account_id, product_id`.execute(db)
  return rows
}

import { sql } from 'kysely'
import { queryableOf } from '../../accounts/claims.store.ts'
import { mergedAccounts } from '../../accounts/merge/merged-accounts.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, manyRows, orNull } from '../../platform/many-rows.server.ts'
import { availabilityBook, deliveryBook } from '../stock/book.ts'
import { type Claimed, claimRows } from '../stock/claim-rows.store.ts'
import { type Claiming, insertClaim, lockClaims } from '../stock/claims.store.ts'
import { type RefusedRow, repeatedRows } from '../stock/stock.ts'
import type { DeliveryRow, Mode } from './delivery.ts'

/**
 * What a file, a message, a person or our own shipping says of deliveries, in the caller's transaction. A line is the same
 * one where account, source and key are (`deliveryKeys`); of each of its fields the latest word is in force.
 */
export async function claimDeliveries(
  db: Db,
  claiming: Claiming,
  rows: readonly DeliveryRow[],
): Promise<Claimed & { refused: RefusedRow[] }> {
  const refused = repeatedRows(rows, row => `${row.accountId} ${row.key}`)
  const left = new Set(refused.map(({ at }) => at))
  const merged = await mergedAccounts(queryableOf(db))
  const said = rows
    .filter((_, at) => !left.has(at))
    .map(row => ({
      ...row,
      source: claiming.source,
      originId: row.accountId,
      accountId: merged.get(row.accountId) ?? row.accountId,
    }))
  if (said.length === 0) return { added: 0, replaced: 0, unchanged: 0, refused }
  await lockClaims(db, [...new Set(said.map(row => row.accountId))])
  return { ...(await claimRows(db, deliveryBook, await insertClaim(db, 'deliveries', claiming), said)), refused }
}

export type AvailabilityRow = { productId: number; week: string; quantity: string }

/** What production makes available by product and week (its Monday); each pair at most once. The latest word is in force. */
export async function claimAvailability(
  db: Db,
  claiming: Claiming,
  rows: readonly AvailabilityRow[],
): Promise<Claimed & { refused: RefusedRow[] }> {
  const refused = repeatedRows(rows, row => `${row.productId} ${row.week}`)
  const left = new Set(refused.map(({ at }) => at))
  const said = rows.filter((_, at) => !left.has(at))
  if (said.length === 0) return { added: 0, replaced: 0, unchanged: 0, refused }
  await lockClaims(
    db,
    said.map(row => row.productId),
  )
  return { ...(await claimRows(db, availabilityBook, await insertClaim(db, 'supply', claiming), said)), refused }
}

/** What production makes available from the week of `from` on, `weeks` weeks, by product. */
export async function availabilityByWeek(
  db: Db,
  { from, weeks, productIds = null }: { from: string; weeks: number; productIds?: readonly number[] | null },
): Promise<AvailabilityRow[]> {
  const { rows } = await sql<AvailabilityRow>`
    select product_id as "productId", week, trim_scale(quantity) as quantity from supply.availability
    where week >= date_trunc('week', ${from}::timestamp)::date
      and week < date_trunc('week', ${from}::timestamp)::date + 7 * ${weeks}::integer
      and quantity is not null and (${productIds}::bigint[] is null or product_id = any(${productIds}::bigint[]))
    order by product_id, week`.execute(db)
  return rows
}

/** Days from shipping to arrival, as seen. */
export type ObservedLeadTime = { accountId: number; mode: Mode | null; days: number; sd: number; count: number }

/**
 * Lead times by account and mode, from deliveries that arrived from the day `since` on. A consignment counts once, however
 * many lines it has. `sd` is that of the sample, 0 for a single one.
 */
export function observedLeadTimes(
  db: Db,
  { accountIds = null, since = null }: { accountIds?: readonly number[] | null; since?: string | null },
): Promise<ObservedLeadTime[]> {
  return manyRows<ObservedLeadTime>(
    db,
    sql`select account_id as "accountId", mode, avg(days)::float8 as days, coalesce(stddev_samp(days), 0)::float8 as sd,
        count(*)::integer as count
      from (
        select distinct account_id, mode, coalesce(reference, key) as consignment, shipped_on, arrived_on - shipped_on as days
        from supply.delivery
        where arrived_on >= shipped_on and (${since}::date is null or arrived_on >= ${since}::date)
          and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      ) consignment group by 1, 2 order by 1, 2`,
    { accountId: asNumber, mode: orNull(text => text as Mode), days: Number, sd: Number, count: asNumber },
  )
}

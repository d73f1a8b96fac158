import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, manyRows, orNull } from '../platform/many-rows.server.ts'
import type { Window } from './window.ts'

const among = (column: RawBuilder<unknown>, accountIds: readonly number[] | undefined) =>
  accountIds ? sql`and ${column} = any(${accountIds}::bigint[])` : sql``

const from = (window: Window) => sql`coalesce(${window.from ?? null}::date, '-infinity'::date)`
const to = (window: Window) => sql`coalesce(${window.to ?? null}::date, 'infinity'::date)`

export type DocumentMeasures = {
  accountId: number
  /** Net of the largest document whose first day lies in the window. */
  largestDocument: string
}

export async function largestDocuments(
  db: Db,
  window: Window = {},
  accountIds?: readonly number[],
): Promise<DocumentMeasures[]> {
  const query = sql`
    select account_id as "accountId", trim_scale(max(net)) as "largestDocument" from ledger.document
    where day between ${from(window)} and ${to(window)} ${among(sql`account_id`, accountIds)}
    group by account_id`
  return manyRows<DocumentMeasures>(db, query, { accountId: asNumber, largestDocument: asText })
}

/** Accounts with a document or a cost entry on some day of the window: whose sums change when it leaves a window. */
export async function accountsOnDays(db: Db, window: { from: string; to: string }): Promise<number[]> {
  const query = sql`
    select account_id as "accountId" from ledger.document where day between ${window.from}::date and ${window.to}::date
    union
    select account_id from ledger.document
    where last_day > day and last_day >= ${window.from}::date and day <= ${window.to}::date
    union
    select account_id from ledger.cost_entry
    where in_force and day between ${window.from}::date and ${window.to}::date`
  const rows = await manyRows<{ accountId: number }>(db, query, { accountId: asNumber })
  return rows.map(row => row.accountId)
}

/** Months of the window in which an account has a line. */
export async function activeMonths(
  db: Db,
  window: Window = {},
  accountIds?: readonly number[],
): Promise<{ accountId: number; months: number }[]> {
  // First and last day of a month tell whether a line lies in the part of it that the window holds, unless the window
  // begins and ends within that month: then some day between the two has to be looked for.
  const oneMonth = window.from && window.to && window.from.slice(0, 7) === window.to.slice(0, 7)
  const query = oneMonth
    ? sql`
        select distinct l.account_id as "accountId", 1 as months
        from ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
        where d.day <= ${to(window)} and d.last_day >= ${from(window)}
          and l.day between ${from(window)} and ${to(window)} ${among(sql`l.account_id`, accountIds)}`
    : sql`
        select account_id as "accountId", count(*)::integer as months from ledger.account_month
        where first_day <= ${to(window)} and last_day >= ${from(window)} ${among(sql`account_id`, accountIds)}
        group by account_id`
  return manyRows<{ accountId: number; months: number }>(db, query, { accountId: asNumber, months: asNumber })
}

/** How many different products an account has bought in the window; lines without a product do not count. Reads lines. */
export async function productBreadth(
  db: Db,
  window: Window = {},
  accountIds?: readonly number[],
): Promise<{ accountId: number; products: number }[]> {
  // Lines are found by their document: of some accounts through their documents, of all by reading every line.
  const lines = accountIds
    ? sql`ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
        where d.account_id = any(${accountIds}::bigint[]) and d.day <= ${to(window)} and d.last_day >= ${from(window)}`
    : sql`ledger.line l where true`
  const query = sql`
    with bought as materialized (
      select l.account_id, l.product_id from ${lines}
        and l.product_id is not null and l.kind <> 1 and l.day between ${from(window)} and ${to(window)}
      group by l.account_id, l.product_id)
    select account_id as "accountId", count(*)::integer as products from bought group by account_id`
  return manyRows<{ accountId: number; products: number }>(db, query, { accountId: asNumber, products: asNumber })
}

/** An order day is a day on which a document begins that has more in it than returns; its documents are one purchase. */
const orderDays = (window: Window, accountIds: readonly number[] | undefined) => sql`
  order_day as materialized (
    select account_id, day, sum(net) as net, sum(net - net_without_cost - cost) as margin,
      sum(lines_with_cost) as lines_with_cost
    from ledger.document
    where lines > return_lines and day between ${from(window)} and ${to(window)} ${among(sql`account_id`, accountIds)}
    group by account_id, day)`

/** First and last order day of every account that has one up to the window's end. */
export async function orderSpans(
  db: Db,
  window: Window = {},
  accountIds?: readonly number[],
): Promise<{ accountId: number; firstOrderDay: string; lastOrderDay: string }[]> {
  const query = sql`
    select account_id as "accountId", min(day) as "firstOrderDay", max(day) as "lastOrderDay" from ledger.document
    where lines > return_lines and day between ${from(window)} and ${to(window)} ${among(sql`account_id`, accountIds)}
    group by account_id`
  return manyRows(db, query, { accountId: asNumber, firstOrderDay: asText, lastOrderDay: asText })
}

export type PurchaseRhythm = {
  accountId: number
  orderDays: number
  firstOrderDay: string
  lastOrderDay: string
  /** Days between one order day and the next; null with fewer than two. */
  medianGapDays: number | null
  meanGapDays: number | null
}

export async function purchaseRhythm(
  db: Db,
  window: Window = {},
  accountIds?: readonly number[],
): Promise<PurchaseRhythm[]> {
  const query = sql`
    with ${orderDays(window, accountIds)},
    gap as (select account_id, day, day - lag(day) over (partition by account_id order by day) as days from order_day)
    select account_id as "accountId", count(*)::integer as "orderDays", min(day) as "firstOrderDay",
      max(day) as "lastOrderDay", percentile_cont(0.5) within group (order by days) as "medianGapDays",
      avg(days)::float8 as "meanGapDays"
    from gap group by account_id`
  return manyRows<PurchaseRhythm>(db, query, {
    accountId: asNumber,
    orderDays: asNumber,
    firstOrderDay: asText,
    lastOrderDay: asText,
    medianGapDays: orNull(asNumber),
    meanGapDays: orNull(asNumber),
  })
}

export type PurchaseSummary = {
  accountId: number
  /** Order days after the first. */
  repeats: number
  /** Weeks from the first order day to the last; 0 without a repeat. */
  lastAt: number
  /** Weeks from the first order day to the end of the window. */
  observed: number
  firstOrderDay: string
  lastOrderDay: string
  /** Mean net of an order day after the first, for statistics only; null without a repeat. */
  meanRepeatRevenue: number | null
  /** Mean margin of an order day after the first among those whose cost is known; null without one. */
  meanRepeatMargin: number | null
  meanRevenue: number
  /** Mean margin of all order days whose cost is known; null without one. */
  meanMargin: number | null
}

/** What BG/NBD and gamma-gamma need: purchases of one day are one, time in weeks up to the window's last day. */
export async function purchaseSummaries(
  db: Db,
  window: { from?: string | null; to: string },
  accountIds?: readonly number[],
): Promise<PurchaseSummary[]> {
  const query = sql`
    with ${orderDays(window, accountIds)},
    numbered as (select *, min(day) over (partition by account_id) as first_day from order_day)
    select account_id as "accountId", (count(*) - 1)::integer as repeats,
      (max(day) - min(day)) / 7.0::float8 as "lastAt", (${window.to}::date - min(day)) / 7.0::float8 as observed,
      min(day) as "firstOrderDay", max(day) as "lastOrderDay",
      avg(net) filter (where day > first_day)::float8 as "meanRepeatRevenue",
      avg(margin) filter (where day > first_day and lines_with_cost > 0)::float8 as "meanRepeatMargin",
      avg(net)::float8 as "meanRevenue", avg(margin) filter (where lines_with_cost > 0)::float8 as "meanMargin"
    from numbered group by account_id`
  return manyRows<PurchaseSummary>(db, query, {
    accountId: asNumber,
    repeats: asNumber,
    lastAt: asNumber,
    observed: asNumber,
    firstOrderDay: asText,
    lastOrderDay: asText,
    meanRepeatRevenue: orNull(asNumber),
    meanRepeatMargin: orNull(asNumber),
    meanRevenue: asNumber,
    meanMargin: orNull(asNumber),
  })
}

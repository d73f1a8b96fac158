import { sql } from 'kysely'
import { queryableOf } from '../../accounts/claims.store.ts'
import { mergedAccounts } from '../../accounts/merge/merged-accounts.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows, orNull } from '../../platform/many-rows.server.ts'
import { books, sellThroughBook, stockBook } from './book.ts'
import { type Claimed, claimRows, withdrawRows } from './claim-rows.store.ts'
import { type Claiming, claimsOfImport, deleteClaims, insertClaim, lockClaims, markNewest } from './claims.store.ts'
import {
  overlappingRows,
  type RefusedRow,
  repeatedRows,
  type SellThroughRow,
  type StockRow,
  stockKey,
} from './stock.ts'

export type ClaimOutcome = Claimed & { refused: RefusedRow[] }

/** Which rows were not taken: those of `refused`. */
function taken<Row>(rows: readonly Row[], refused: readonly RefusedRow[]): Row[] {
  const left = new Set(refused.map(({ at }) => at))
  return left.size === 0 ? [...rows] : rows.filter((_, at) => !left.has(at))
}

/** A row speaks of the account named; it counts for the one that lives for it. */
async function withLiving<Row extends { accountId: number }>(db: Db, rows: readonly Row[]) {
  const merged = await mergedAccounts(queryableOf(db))
  return rows.map(row => ({ ...row, originId: row.accountId, accountId: merged.get(row.accountId) ?? row.accountId }))
}

/**
 * What accounts say they have, by file, message, API or hand, in the caller's transaction: one path for all. For each key
 * (account, site, product, day) and each quantity the latest word is in force; a repeated claim changes nothing.
 * Negative quantities are the caller's to refuse.
 */
export async function claimStock(db: Db, claiming: Claiming, rows: readonly StockRow[]): Promise<ClaimOutcome> {
  const refused = repeatedRows(rows, stockKey)
  const said = await withLiving(db, taken(rows, refused))
  if (said.length === 0) return { added: 0, replaced: 0, unchanged: 0, refused }
  const accounts = [...new Set(said.map(row => row.accountId))]
  await lockClaims(db, accounts)
  const claimed = await claimRows(db, stockBook, await insertClaim(db, 'stock', claiming), said)
  await markNewest(db, accounts)
  return { ...claimed, refused }
}

/** What accounts sold, as `claimStock`. Spans that share days with a span known before are refused: see RefusedRow. */
export async function claimSellThrough(
  db: Db,
  claiming: Claiming,
  rows: readonly SellThroughRow[],
): Promise<ClaimOutcome> {
  const living = await withLiving(db, rows)
  await lockClaims(db, [...new Set(living.map(row => row.accountId))])
  const within = overlappingRows(rows)
  const inside = new Set(within.map(({ at }) => at))
  const against = (await overlapsKnown(db, living)).filter(at => !inside.has(at))
  const refused = [...within, ...against.map(at => ({ at, why: 'overlaps' as const }))].sort(
    (one, other) => one.at - other.at,
  )
  const said = taken(living, refused)
  if (said.length === 0) return { added: 0, replaced: 0, unchanged: 0, refused }
  const claimed = await claimRows(db, sellThroughBook, await insertClaim(db, 'sell-through', claiming), said)
  return { ...claimed, refused }
}

/** Positions of rows that share days with another span in force. */
async function overlapsKnown(db: Db, rows: readonly (SellThroughRow & { originId: number })[]): Promise<number[]> {
  const list = (values: readonly (string | number | null)[]) => `{${values.map(value => value ?? 'NULL').join(',')}}`
  const { rows: found } = await sql<{ at: number }>`
    select distinct g.at::integer as at
    from unnest(${list(rows.map(row => row.accountId))}::bigint[], ${list(rows.map(row => row.originId))}::bigint[],
      ${list(rows.map(row => row.siteId ?? null))}::bigint[], ${list(rows.map(row => row.productId))}::bigint[],
      ${list(rows.map(row => row.fromDay))}::date[], ${list(rows.map(row => row.toDay))}::date[])
      with ordinality as g (account_id, origin_id, site_id, product_id, from_day, to_day, at)
    join supply.sell_through s on s.account_id = g.account_id and s.origin_id = g.origin_id
      and s.product_id = g.product_id and s.site_id is not distinct from g.site_id
      and s.from_day <= g.to_day and s.to_day >= g.from_day
      and (s.from_day, s.to_day) <> (g.from_day, g.to_day)
    order by at`.execute(db)
  return found.map(({ at }) => at - 1)
}

/** Takes back all that an import or the messages of one said of stock, sales, deliveries and supply. */
export async function withdrawSupply(db: Db, importId: number): Promise<void> {
  const claims = await claimsOfImport(db, importId)
  if (claims.length === 0) return
  await lockClaims(db, null)
  for (const book of books) await withdrawRows(db, book, claims)
  await deleteClaims(db, claims)
  await markNewest(db, null)
}

export type StockNow = {
  accountId: number
  siteId: number | null
  productId: number
  /** The day of the report; where merged accounts report apart, the oldest. */
  day: string
  onHand: string
  onOrder: string | null
  inTransit: string | null
  committed: string | null
  held: string | null
  outOfStock: boolean
}

/** The latest count of every product at every account and site, or of these; accounts that were merged are summed. */
export function stockNow(
  db: Db,
  {
    accountIds = null,
    productIds = null,
  }: { accountIds?: readonly number[] | null; productIds?: readonly number[] | null },
): Promise<StockNow[]> {
  return manyRows<StockNow>(
    db,
    sql`select account_id as "accountId", site_id as "siteId", product_id as "productId", min(day) as day,
        trim_scale(sum(on_hand)) as "onHand", trim_scale(sum(on_order)) as "onOrder", trim_scale(sum(in_transit)) as "inTransit",
        trim_scale(sum(committed)) as committed, trim_scale(sum(held)) as held, coalesce(bool_and(out_of_stock), sum(on_hand) = 0) as "outOfStock"
      from supply.stock
      where newest and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
        and (${productIds}::bigint[] is null or product_id = any(${productIds}::bigint[]))
      group by account_id, site_id, product_id order by account_id, product_id, site_id`,
    {
      accountId: asNumber,
      siteId: orNull(asNumber),
      productId: asNumber,
      day: asText,
      onHand: asText,
      onOrder: orNull(asText),
      inTransit: orNull(asText),
      committed: orNull(asText),
      held: orNull(asText),
      outOfStock: text => text === 'true',
    },
  )
}

export type WeeklySales = {
  accountId: number
  productId: number
  /** Its Monday. */
  week: string
  /** Sold less returned; a span of several weeks is spread over its days evenly. */
  sold: string
  lostSales: string
}

/**
 * What accounts sold by week, from the week of `from` up to the day `until`, over all sites unless one is named. Weeks that nothing was
 * reported for are left out: not reported is not zero.
 */
export function weeklySales(
  db: Db,
  {
    accountIds = null,
    productIds = null,
    siteId,
    from,
    until,
  }: {
    accountIds?: readonly number[] | null
    productIds?: readonly number[] | null
    /** Of one site, or what was reported without one (null). */
    siteId?: number | null
    from: string
    until: string
  },
): Promise<WeeklySales[]> {
  return manyRows<WeeklySales>(
    db,
    // Most spans lie within one week; only the others are spread over their days.
    sql`with span as (
        select account_id, product_id, from_day, to_day, from_day - (extract(isodow from from_day)::integer - 1) as monday,
          coalesce(sold, 0) - coalesce(returned, 0) as sold, coalesce(lost_sales, 0) as lost
        from supply.sell_through
        where sold is not null and to_day >= date_trunc('week', ${from}::timestamp)::date and from_day <= ${until}::date
          and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
          and (${productIds}::bigint[] is null or product_id = any(${productIds}::bigint[]))
          and (${siteId === undefined} or site_id is not distinct from ${siteId ?? null}::bigint)
      ), part_of_week as (
        select account_id, product_id, monday as week, sold, lost from span where to_day < monday + 7
        union all
        select account_id, product_id, monday + 7 * n, sold * days / (to_day - from_day + 1),
          lost * days / (to_day - from_day + 1)
        from span, generate_series(0, (to_day - monday) / 7) as n,
          lateral (select (least(to_day, monday + 7 * n + 6) - greatest(from_day, monday + 7 * n) + 1)::numeric as days) counted
        where to_day >= monday + 7
      )
      select account_id as "accountId", product_id as "productId", week, trim_scale(round(sum(sold), 6)) as sold,
        trim_scale(round(sum(lost), 6)) as "lostSales"
      from part_of_week
      where week between date_trunc('week', ${from}::timestamp)::date and ${until}::date
      group by 1, 2, 3 order by 1, 2, 3`,
    { accountId: asNumber, productId: asNumber, week: asText, sold: asText, lostSales: asText },
  )
}

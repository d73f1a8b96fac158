import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows, orNull } from '../../platform/many-rows.server.ts'
import type { Stretch } from './closing-weeks.ts'
import type { ValueClass } from './product-class.ts'

type Wanted = readonly number[] | null

/** Accounts that have ever reported stock, by id. */
export async function reportingAccounts(db: Db): Promise<number[]> {
  const { rows } = await sql<{ accountId: number }>`
    select distinct account_id as "accountId" from supply.stock where newest order by account_id`.execute(db)
  return rows.map(row => row.accountId)
}

export type SoldLately = {
  accountId: number
  siteId: number | null
  productId: number
  /** Pieces net of returns, since the day asked for and within the weeks of the closing. */
  sold: number
  soldBeforeClosing: number
}

/** What accounts sold on by site and product since a day and within a stretch; what nobody reported is left out. */
export function soldLately(
  db: Db,
  { since, until, closing }: { since: string; until: string; closing: Stretch | null },
  accountIds: Wanted,
): Promise<SoldLately[]> {
  const first = closing && closing.from < since ? closing.from : since
  const net = sql`coalesce(sold, 0) - coalesce(returned, 0)`
  return manyRows<SoldLately>(
    db,
    sql`select account_id as "accountId", site_id as "siteId", product_id as "productId",
        coalesce(sum(${net}) filter (where to_day >= ${since}::date), 0) as sold,
        coalesce(sum(${net}) filter (where from_day >= ${closing?.from ?? null}::date
          and to_day <= ${closing?.to ?? null}::date), 0) as "soldBeforeClosing"
      from supply.sell_through
      where sold is not null and to_day >= ${first}::date and to_day <= ${until}::date
        and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      group by account_id, site_id, product_id`,
    {
      accountId: asNumber,
      siteId: orNull(asNumber),
      productId: asNumber,
      sold: asNumber,
      soldBeforeClosing: asNumber,
    },
  )
}

export type Weekly = { accountId: number; productId: number; mean: number; sigma: number }

/** Mean and deviation of a week's sales since a day, from the weeks that were reported; of items without a forecast. */
export async function soldByWeek(db: Db, since: string, accountIds: readonly number[]): Promise<Weekly[]> {
  if (accountIds.length === 0) return []
  return manyRows<Weekly>(
    db,
    sql`select account_id as "accountId", product_id as "productId", avg(sold) as mean,
        coalesce(stddev_samp(sold), 0) as sigma
      from (
        select account_id, product_id, date_trunc('week', to_day) as week,
          sum((coalesce(sold, 0) - coalesce(returned, 0)) * 7.0 / greatest(7, to_day - from_day + 1)) as sold
        from supply.sell_through s
        where sold is not null and to_day >= ${since}::date
          and account_id = any(${accountIds}::bigint[])
          and not exists (select from supply.forecast f where f.account_id = s.account_id
            and f.product_id = s.product_id and f.tier is null and f.grain = 'week')
        group by 1, 2, 3) by_week
      group by 1, 2`,
    { accountId: asNumber, productId: asNumber, mean: asNumber, sigma: asNumber },
  )
}

/** The class by contribution that the last review of all gave a product; empty before there was one. */
export async function keptValueClasses(db: Db): Promise<Map<number, ValueClass>> {
  const { rows } = await sql<{ productId: number; value: ValueClass }>`
    select distinct on (product_id) product_id as "productId", left(class, 1) as value from supply.target
    order by product_id, reviewed_on desc`.execute(db)
  return new Map(rows.map(({ productId, value }) => [productId, value]))
}

export type OpenSupply = {
  accountId: number
  siteId: number | null
  productId: number
  quantity: number
  inDays: number
}

const openSupply = {
  accountId: asNumber,
  siteId: orNull(asNumber),
  productId: asNumber,
  quantity: asNumber,
  inDays: asNumber,
}

/** Goods on the way by our own deliveries: shipped, not arrived, with the days until they are promised (at least one). */
export function shippedNotArrived(db: Db, today: string, accountIds: Wanted): Promise<OpenSupply[]> {
  return manyRows<OpenSupply>(
    db,
    sql`select account_id as "accountId", site_id as "siteId", product_id as "productId", sum(quantity) as quantity,
        greatest(1, coalesce(promised_on, shipped_on + 14) - ${today}::date) as "inDays"
      from supply.delivery
      where shipped_on <= ${today}::date and arrived_on is null and product_id is not null and quantity > 0
        and shipped_on > ${today}::date - 120
        and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      group by 1, 2, 3, 5`,
    openSupply,
  )
}

/** What accounts have signed for and we have not shipped, by the day of the signature; `inDays` is that until it is wanted. */
export function signedNotShipped(
  db: Db,
  today: string,
  accountIds: Wanted,
): Promise<(OpenSupply & { signedOn: string })[]> {
  return manyRows<OpenSupply & { signedOn: string }>(
    db,
    sql`select o.account_id as "accountId", o.site_id as "siteId", l.product_id as "productId",
        sum(coalesce(l.confirmed_quantity, l.quantity) - l.shipped_quantity) as quantity,
        coalesce(o.wanted_on - ${today}::date, 0) as "inDays", s.signed_at::date as "signedOn"
      from supply.purchase_order o
      join supply.order_line l on l.order_id = o.id
      join supply.signature s on s.id = o.signature_id
      where o.state in ('signed', 'confirmed') and coalesce(l.confirmed_quantity, l.quantity) > l.shipped_quantity
        and (${accountIds}::bigint[] is null or o.account_id = any(${accountIds}::bigint[]))
      group by 1, 2, 3, 5, 6`,
    { ...openSupply, signedOn: asText },
  )
}

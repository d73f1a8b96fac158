import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, manyRows, orNull } from '../../platform/many-rows.server.ts'

export type Pace = { accountId: number; siteId: number | null; productId: number; weekly: number }

/**
 * Units sold in a week (less what came back) by account, site and product, over the spans that ended in the 13 weeks up
 * to `until`; only spans that were reported count.
 */
export function salesPace(db: Db, until: string, accountIds: readonly number[] | null): Promise<Pace[]> {
  return manyRows<Pace>(
    db,
    sql`select account_id as "accountId", site_id as "siteId", product_id as "productId", sum(weekly)::float8 as weekly
      from (
        select account_id, origin_id, site_id, product_id,
          sum(sold - coalesce(returned, 0)) * 7 / sum(to_day - from_day + 1) as weekly
        from supply.sell_through
        where sold is not null and to_day > ${until}::date - 91 and to_day <= ${until}::date
          and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
        group by 1, 2, 3, 4
      ) series group by 1, 2, 3`,
    { accountId: asNumber, siteId: orNull(asNumber), productId: asNumber, weekly: Number },
  )
}

export type StockReport = {
  day: string
  onHand: string
  via: string
  source: string
  personId: string | null
  saidAt: Date
}

/** The newest counts of a product at an account, with who said them. */
export async function latestReports(
  db: Db,
  of: { accountId: number; productId: number; siteId: number | null },
): Promise<StockReport[]> {
  const { rows } = await sql<StockReport>`
    select s.day, trim_scale(s.on_hand) as "onHand", c.via, c.source, c.person_id as "personId", c.said_at as "saidAt"
    from supply.stock s join supply.claim c on c.id = s.claim_id
    where s.account_id = ${of.accountId} and s.product_id = ${of.productId}
      and s.site_id is not distinct from ${of.siteId}::bigint and s.on_hand is not null
    order by s.day desc, s.origin_id limit 6`.execute(db)
  return rows
}

export type CountedWeek = { week: string; onHand: string }

/** What was on hand at the end of each week from `from` on: of each series its last count in the week. */
export async function stockByWeek(
  db: Db,
  of: { accountId: number; productId: number; siteId: number | null },
  from: string,
  until: string,
): Promise<CountedWeek[]> {
  const { rows } = await sql<CountedWeek>`
    select week, trim_scale(sum(on_hand)) as "onHand" from (
      select distinct on (origin_id, week) week, on_hand from (
        select origin_id, day, on_hand, day - (extract(isodow from day)::integer - 1) as week from supply.stock
        where account_id = ${of.accountId} and product_id = ${of.productId}
          and site_id is not distinct from ${of.siteId}::bigint
          and on_hand is not null and day between ${from}::date and ${until}::date
      ) counted order by origin_id, week, day desc
    ) last group by week order by week`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../../platform/many-rows.server.ts'
import type { Sold } from './items.ts'

/** Days that a month must have been reported for; what is missing of it is taken to have sold alike. */
const fewestDays = 24

/**
 * What accounts sold of each product by month: sold, less what their customers brought back, plus what they could not
 * sell for want of goods. Of all sites; a span over two months counts to each by its days. Months reported for fewer than
 * 24 days are left out.
 */
export async function monthlySellThrough(
  db: Db,
  { from, to }: { from: string; to: string },
  accountIds: readonly number[] | null,
): Promise<Sold[]> {
  const query = sql`
    with part as (
      select s.account_id, s.product_id, s.site_id, s.origin_id, m.month,
        extract(day from m.month + interval '1 month' - interval '1 day')::integer as length,
        least(s.to_day, (m.month + interval '1 month')::date - 1) - greatest(s.from_day, m.month) + 1 as days,
        s.to_day - s.from_day + 1 as span,
        coalesce(s.sold, 0) - coalesce(s.returned, 0) + coalesce(s.lost_sales, 0) as demand
      from supply.sell_through s
        cross join lateral (
          select first::date as month
          from generate_series(date_trunc('month', s.from_day), s.to_day, interval '1 month') as first) m
      where s.to_day >= ${from}::date and s.from_day <= ${to}::date and s.sold is not null
        ${accountIds ? sql`and s.account_id = any(${accountIds}::bigint[])` : sql``}
    ), by_site as (
      select account_id, product_id, month, length, sum(days) as days, sum(demand * days / span) as demand
      from part where month between ${from}::date and ${to}::date
      group by account_id, product_id, month, length, site_id, origin_id
    )
    select account_id as "accountId", product_id as "productId", month,
      (sum(demand) * max(length) / max(days))::double precision as quantity
    from by_site group by account_id, product_id, month
    having max(days) >= ${fewestDays}
    order by account_id, product_id, month`
  return manyRows<Sold>(db, query, { accountId: asNumber, productId: asNumber, month: asText, quantity: asNumber })
}

/** The accounts that have ever reported what they sold. */
export async function accountsSellingThrough(db: Db): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`select distinct account_id as id from supply.sell_through`.execute(db)
  return new Set(rows.map(row => row.id))
}

import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Window } from './window.ts'

export type ProductSums = {
  /** Null: the lines that name no product. */
  productId: number | null
  lines: number
  quantity: string
  revenue: string
  /** Null where no line has a cost. */
  margin: string | null
  lastDay: string
}

/**
 * What an account bought in the window by product, largest revenue first; reads its lines. `after` is the last row of
 * the page before.
 */
export async function productsBought(
  db: Db,
  accountId: number,
  {
    from = null,
    to = null,
    limit,
    after,
  }: Window & { limit: number; after?: { revenue: string; productId: number } | null },
): Promise<ProductSums[]> {
  const { rows } = await sql<ProductSums>`
    with bought as materialized (
      select l.product_id, count(*)::integer as lines, coalesce(sum(l.quantity), 0) as quantity, sum(l.net) as revenue,
        sum(l.net - l.cost) as margin, max(l.day) as last_day
      from ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
      where d.account_id = ${accountId} and (${to}::date is null or d.day <= ${to}::date)
        and (${from}::date is null or d.last_day >= ${from}::date)
        and (${from}::date is null or l.day >= ${from}::date) and (${to}::date is null or l.day <= ${to}::date)
      group by l.product_id)
    select product_id as "productId", lines, trim_scale(quantity) as quantity, trim_scale(revenue) as revenue,
      trim_scale(margin) as margin, last_day as "lastDay"
    from bought
    where ${after?.revenue ?? null}::numeric is null
      or (revenue, coalesce(product_id, 0)) < (${after?.revenue ?? null}::numeric, ${after?.productId ?? 0}::bigint)
    order by revenue desc, coalesce(product_id, 0) desc limit ${limit}`.execute(db)
  return rows
}

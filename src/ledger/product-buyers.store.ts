import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Window } from './window.ts'

export type BuyerSums = {
  accountId: number
  lines: number
  quantity: string
  revenue: string
  /** Null where no line has a cost. */
  margin: string | null
  lastDay: string
}

/**
 * Who bought a product in the window, largest revenue first. The ledger lies by account, so this reads every line once.
 * `after` is the last row of the page before.
 */
export async function productBuyers(
  db: Db,
  productId: number,
  {
    from = null,
    to = null,
    limit,
    after,
  }: Window & { limit: number; after?: { revenue: string; accountId: number } | null },
): Promise<BuyerSums[]> {
  const { rows } = await sql<BuyerSums>`
    with bought as materialized (
      select account_id, count(*)::integer as lines, coalesce(sum(quantity), 0) as quantity, sum(net) as revenue,
        sum(net - cost) as margin, max(day) as last_day
      from ledger.line
      where product_id = ${productId}
        and (${from}::date is null or day >= ${from}::date) and (${to}::date is null or day <= ${to}::date)
      group by account_id)
    select account_id as "accountId", lines, trim_scale(quantity) as quantity, trim_scale(revenue) as revenue,
      trim_scale(margin) as margin, last_day as "lastDay"
    from bought
    where ${after?.revenue ?? null}::numeric is null
      or (revenue, account_id) < (${after?.revenue ?? null}::numeric, ${after?.accountId ?? 0}::bigint)
    order by revenue desc, account_id desc limit ${limit}`.execute(db)
  return rows
}

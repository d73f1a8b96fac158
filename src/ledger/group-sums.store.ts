import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../platform/many-rows.server.ts'

/** A product and the number of the group that the caller counts it to. */
export type Grouped = { productId: number; group: number }

export type GroupSum = {
  accountId: number
  group: number
  /** Exact, base currency. */
  revenue: string
}

/**
 * Revenue by account and group of products in the window; lines of products without a group are left out. Of some
 * accounts it reads their documents, of all (null) every line once.
 */
export async function revenueByGroup(
  db: Db,
  { from, to }: { from: string; to: string },
  grouped: readonly Grouped[],
  accountIds: readonly number[] | null,
): Promise<GroupSum[]> {
  const groups = sql`unnest(${grouped.map(each => each.productId)}::bigint[], ${grouped.map(each => each.group)}::integer[])
    as g (product_id, number)`
  const lines = accountIds
    ? sql`ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
        and d.account_id = any(${accountIds}::bigint[]) and d.day <= ${to}::date and d.last_day >= ${from}::date`
    : sql`ledger.line l`
  const query = sql`
    select l.account_id as "accountId", g.number as "group", trim_scale(sum(l.net)) as revenue
    from ${lines} join ${groups} on g.product_id = l.product_id
    where l.day between ${from}::date and ${to}::date
    group by l.account_id, g.number`
  return manyRows<GroupSum>(db, query, { accountId: asNumber, group: asNumber, revenue: asText })
}

import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../platform/many-rows.server.ts'

export type BoughtByProduct = {
  accountId: number
  productId: number
  /** Pieces, returns taken off; goods free of charge are left out. */
  quantity: number
  /** Exact, base currency: of all lines, of those whose cost is known, and their cost. */
  net: string
  costedNet: string
  cost: string
}

/** What accounts bought of each product in the window, all accounts or these. Reads lines. */
export async function boughtByProduct(
  db: Db,
  { from, to }: { from: string; to: string },
  accountIds: readonly number[] | null = null,
): Promise<BoughtByProduct[]> {
  // Lines are found by their document: of some accounts through their documents, of all by reading every line.
  const lines = accountIds
    ? sql`ledger.document d join ledger.line l on l.account_id = d.account_id and l.document_id = d.id
        where d.account_id = any(${accountIds}::bigint[]) and d.day <= ${to}::date and d.last_day >= ${from}::date and`
    : sql`ledger.line l where`
  const query = sql`
    select l.account_id as "accountId", l.product_id as "productId", coalesce(sum(l.quantity), 0) as quantity,
      sum(l.net) as net, coalesce(sum(l.net) filter (where l.cost is not null), 0) as "costedNet",
      coalesce(sum(l.cost), 0) as cost
    from ${lines} l.product_id is not null and l.kind <> 2 and l.day between ${from}::date and ${to}::date
    group by l.account_id, l.product_id`
  return manyRows<BoughtByProduct>(db, query, {
    accountId: asNumber,
    productId: asNumber,
    quantity: asNumber,
    net: asText,
    costedNet: asText,
    cost: asText,
  })
}

/** The same of all accounts together, by product. */
export async function soldByProduct(
  db: Db,
  { from, to }: { from: string; to: string },
): Promise<Omit<BoughtByProduct, 'accountId'>[]> {
  const { rows } = await sql<Omit<BoughtByProduct, 'accountId'>>`
    select product_id as "productId", coalesce(sum(quantity), 0)::float8 as quantity, sum(net) as net,
      coalesce(sum(net) filter (where cost is not null), 0) as "costedNet", coalesce(sum(cost), 0) as cost
    from ledger.line
    where product_id is not null and kind <> 2 and day between ${from}::date and ${to}::date
    group by product_id`.execute(db)
  return rows
}

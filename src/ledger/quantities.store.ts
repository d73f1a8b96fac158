import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../platform/many-rows.server.ts'

export type MonthlyQuantity = {
  accountId: number
  productId: number
  /** First day of the month. */
  month: string
  /** Pieces, returns taken off and goods free of charge counted; may be negative in a month of returns. */
  quantity: number
  /** Net of the lines, base currency. */
  net: number
}

/**
 * What each account bought of each product by month, of lines that name a product and a quantity; both ends inside.
 * For rooms that look at courses of figures: amounts are rounded to doubles.
 */
export async function monthlyQuantities(
  db: Db,
  { from, to }: { from: string; to: string },
  accountIds: readonly number[] | null = null,
): Promise<MonthlyQuantity[]> {
  const query = sql`
    select account_id as "accountId", product_id as "productId", date_trunc('month', day)::date as month,
      sum(quantity)::double precision as quantity, sum(net)::double precision as net
    from ledger.line
    where day between ${from}::date and ${to}::date and product_id is not null and quantity is not null
      ${accountIds ? sql`and account_id = any(${accountIds}::bigint[])` : sql``}
    group by account_id, product_id, date_trunc('month', day)
    order by account_id, product_id, month`
  return manyRows<MonthlyQuantity>(db, query, {
    accountId: asNumber,
    productId: asNumber,
    month: asText,
    quantity: asNumber,
    net: asNumber,
  })
}

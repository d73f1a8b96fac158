import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../platform/many-rows.server.ts'

export type UnitMargin = {
  accountId: number
  productId: number
  /** Units bought in the window, returns taken off; above zero. */
  quantity: string
  /** Margin of one unit in base currency, may be negative. */
  margin: string
  /** Net price of one unit in base currency. */
  price: string
}

/**
 * What one unit earned at each account (or at these) in the days from and to, both included: margin over quantity of the
 * lines whose cost and quantity are known. Products that an account sent back more of than it bought are left out.
 */
export function unitMargins(
  db: Db,
  { accountIds = null, from, to }: { accountIds?: readonly number[] | null; from: string; to: string },
): Promise<UnitMargin[]> {
  return manyRows<UnitMargin>(
    db,
    sql`select account_id as "accountId", product_id as "productId", trim_scale(sum(quantity)) as quantity,
        round(sum(net - cost) / sum(quantity), 6) as margin, round(sum(net) / sum(quantity), 6) as price
      from ledger.line
      where product_id is not null and quantity is not null and cost is not null
        and day between ${from}::date and ${to}::date
        and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
      group by account_id, product_id having sum(quantity) > 0
      order by account_id, product_id`,
    { accountId: asNumber, productId: asNumber, quantity: asText, margin: asText, price: asText },
  )
}

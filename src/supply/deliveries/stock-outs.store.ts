import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../../platform/many-rows.server.ts'

export type WeekOut = { accountId: number; productId: number; week: string }

/**
 * Weeks (named by their Monday) in which a product of an account was out: reported so, or nothing on hand at all its
 * sites by the last report of the week.
 */
export function weeksOut(
  db: Db,
  { accountIds, from, to }: { accountIds: readonly number[] | null; from: string; to: string },
): Promise<WeekOut[]> {
  return manyRows<WeekOut>(
    db,
    sql`select account_id as "accountId", product_id as "productId", week::date as week
      from (
        select distinct on (account_id, origin_id, site_id, product_id, week) account_id, product_id, week, on_hand,
          out_of_stock
        from (select *, date_trunc('week', day) as week from supply.stock
          where day between ${from}::date and ${to}::date
            and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))) said
        order by account_id, origin_id, site_id, product_id, week, day desc) last
      group by 1, 2, 3
      having bool_and(coalesce(out_of_stock, on_hand = 0)) order by 1, 2, 3`,
    { accountId: asNumber, productId: asNumber, week: asText },
  )
}

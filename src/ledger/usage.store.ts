import type { Queryable } from './connection.server.ts'

/**
 * Those of the accounts that the ledger needs: lines, claims on lines, cost entries and claims on them; also those under
 * whose code they came before they were merged.
 */
export async function accountsInUse(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  const { rows } = await db.query<{ account_id: number }>(
    `select distinct account_id from ledger.document where account_id = any($1::bigint[])
     union select distinct account_id from ledger.cost_entry where account_id = any($1::bigint[])
     union select distinct origin_id from ledger.document where origin_id <> 0 and origin_id = any($1::bigint[])
     union select distinct origin_id from ledger.cost_entry where origin_id <> 0 and origin_id = any($1::bigint[])`,
    [ids],
  )
  return new Set(rows.map(row => row.account_id))
}

/** Those of the products that a line or a claim on a line names. Reads all lines once, however many products. */
export async function productsInUse(db: Queryable, ids: readonly number[]): Promise<Set<number>> {
  if (ids.length === 0) return new Set()
  const { rows } = await db.query<{ product_id: number }>(
    `select distinct product_id from ledger.line where product_id = any($1::bigint[])
     union select distinct product_id from ledger.line_version where product_id = any($1::bigint[])`,
    [ids],
  )
  return new Set(rows.map(row => row.product_id))
}

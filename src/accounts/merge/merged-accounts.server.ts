import type { Queryable } from '../claims.store.ts'

/**
 * Accounts that were merged, with the account that lives. Files go on naming them by their codes: what they say stays
 * theirs, and what they book goes to the living one, marked with where it came from.
 */
export async function mergedAccounts(db: Queryable): Promise<Map<number, number>> {
  const { rows } = await db.query<{ id: number; into: number }>(
    'select id, merged_into as into from accounts.account where merged_into is not null',
  )
  return new Map(rows.map(row => [row.id, row.into]))
}

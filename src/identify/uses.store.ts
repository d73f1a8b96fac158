import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/**
 * Those of the accounts that people have said something of here: they must not vanish when the import that created them
 * is undone. A review is no reason to stay, since it covers every account there is.
 */
export async function accountsSpokenOf(db: Db, accountIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct account_id as id
    from (
      select account_id from identify.judgement
      union all select account_id from identify.invitation
      union all select account_id from identify.override
      union all select account_id from identify.value_type
    ) said
    where account_id = any(${accountIds}::bigint[])`.execute(db)
  return new Set(rows.map(row => row.id))
}

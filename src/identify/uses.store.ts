import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

const said = (where: ReturnType<typeof sql>) => sql`
  select 'judgements' as use, account_id from identify.judgement where ${where}
  union all select 'invitations', account_id from identify.invitation where ${where}
  union all select 'tiers set by hand', account_id from identify.override where ${where}
  union all select 'value type decisions', account_id from identify.value_type where ${where}`

/**
 * Those of the accounts that people have said something of here: they must not vanish when the import that created them
 * is undone. A review is no reason to stay, since it covers every account there is.
 */
export async function accountsSpokenOf(db: Db, accountIds: readonly number[]): Promise<Set<number>> {
  const { rows } = await sql<{ id: number }>`
    select distinct account_id as id from (${said(sql`account_id = any(${accountIds}::bigint[])`)}) s`.execute(db)
  return new Set(rows.map(row => row.id))
}

/** What this room holds of one account, for whoever is about to delete it. */
export async function identifyUses(db: Db, accountId: number): Promise<{ use: string; count: number }[]> {
  const { rows } = await sql<{ use: string; count: number }>`
    select use, count(*) as count from (${said(sql`account_id = ${accountId}`)}) s group by use order by use`.execute(
    db,
  )
  return rows
}

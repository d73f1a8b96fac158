import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type NamedContact = { id: number; accountId: number; name: string; email: string | null }

/** The contacts of these ids, by id; one that is gone is left out. For rooms that hold ids and write to people. */
export async function contactNames(db: Db, ids: readonly number[]): Promise<Map<number, NamedContact>> {
  const { rows } = await sql<NamedContact>`
    select id, account_id as "accountId", name, email from accounts.contact where id = any(${ids}::bigint[])`.execute(
    db,
  )
  return new Map(rows.map(row => [row.id, row]))
}

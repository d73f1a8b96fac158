import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type NamedAccount = { id: number; code: string; name: string }

/** The accounts of these ids, by id; for rooms that hold ids and show names. */
export async function accountNames(db: Db, ids: readonly number[]): Promise<Map<number, NamedAccount>> {
  const { rows } = await sql<NamedAccount>`
    select id, code, name from accounts.account where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

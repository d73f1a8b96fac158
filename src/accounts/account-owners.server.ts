import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type OwnedAccount = {
  id: number
  code: string
  name: string
  country: string | null
  city: string | null
  ownerId: string | null
}

/** Who owns these accounts and where they are, by id; for rooms that decide by the owner. */
export async function accountOwners(db: Db, ids: readonly number[]): Promise<Map<number, OwnedAccount>> {
  const { rows } = await sql<OwnedAccount>`
    select id, code, name, country, city, owner_id as "ownerId" from accounts.account
    where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** The accounts that a person owns, by code. */
export async function accountsOwnedBy(db: Db, ownerId: string): Promise<OwnedAccount[]> {
  const { rows } = await sql<OwnedAccount>`
    select id, code, name, country, city, owner_id as "ownerId" from accounts.account
    where owner_id = ${ownerId} and merged_into is null order by code collate "C"`.execute(db)
  return rows
}

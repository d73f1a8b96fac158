import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, asText, manyRows, orNull } from '../platform/many-rows.server.ts'

export type NamedAccount = { id: number; code: string; name: string; ownerId: string | null }

/** The accounts of these ids, by id; for rooms that hold ids and show names. */
export async function accountNames(db: Db, ids: readonly number[]): Promise<Map<number, NamedAccount>> {
  const { rows } = await sql<NamedAccount>`
    select id, code, name, owner_id as "ownerId" from accounts.account where id = any(${ids}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

/** Every account with its owner, or of these ids those that there are. */
export async function ownersOf(db: Db, ids: readonly number[] | null): Promise<Map<number, string | null>> {
  const rows = await manyRows<{ id: number; ownerId: string | null }>(
    db,
    sql`select id, owner_id as "ownerId" from accounts.account
      where merged_into is null and (${ids}::bigint[] is null or id = any(${ids}::bigint[]))`,
    { id: asNumber, ownerId: orNull(asText) },
  )
  return new Map(rows.map(row => [row.id, row.ownerId]))
}

/** The accounts that a person of ours owns. */
export async function ownedAccounts(db: Db, ownerId: string): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from accounts.account where owner_id = ${ownerId} and merged_into is null order by id`.execute(db)
  return rows.map(row => row.id)
}

/** The accounts that these contacts belong to, each once. */
export async function accountsOfContacts(db: Db, contactIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select distinct account_id as id from accounts.contact where id = any(${contactIds}::bigint[])`.execute(db)
  return rows.map(row => row.id)
}

/** The accounts that have these main codes. */
export async function accountsByCode(db: Db, codes: readonly string[]): Promise<Map<string, number>> {
  const { rows } = await sql<{ id: number; code: string }>`
    select id, code from accounts.account where code = any(${codes}::text[])`.execute(db)
  return new Map(rows.map(row => [row.code, row.id]))
}

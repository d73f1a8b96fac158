import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/** What other rooms need to know of every account at once, to name it and to decide by it. */
export type DirectoryEntry = {
  id: number
  code: string
  name: string
  country: string | null
  region: string | null
  ownerId: string | null
  cooperationSince: string | null
  legalStandingConfirmedOn: string | null
  /** Grows with every change of the account. */
  version: number
}

const entryColumns = sql`
  id, code, name, country, region, owner_id as "ownerId", cooperation_since as "cooperationSince",
  legal_standing_confirmed_on as "legalStandingConfirmedOn", version`

/** All accounts in the order of their codes (by code point, the same on every server). */
export async function accountDirectory(db: Db): Promise<DirectoryEntry[]> {
  const { rows } = await sql<DirectoryEntry>`
    select ${entryColumns} from accounts.account where merged_into is null order by code collate "C"`.execute(db)
  return rows
}

/** Those of the accounts that there are, in any order. */
export async function directoryEntries(db: Db, ids: readonly number[]): Promise<DirectoryEntry[]> {
  const { rows } = await sql<DirectoryEntry>`
    select ${entryColumns} from accounts.account
    where merged_into is null and id = any(${[...ids]}::bigint[])`.execute(db)
  return rows
}

/** Differs whenever an account came, went, changed or was merged. */
export async function directoryVersion(db: Db): Promise<string> {
  const { rows } = await sql<{ version: string }>`
    select concat_ws('.', count(*), sum(version), max(id),
      (select concat_ws('.', count(*), sum(id)) from accounts.merge where undone_at is null)) as version
    from accounts.account`.execute(db)
  return rows[0]!.version
}

/** Where an account is by its own address. */
export type AccountPlace = { id: number; city: string | null; country: string | null; address: string | null }

export async function accountPlaces(db: Db): Promise<AccountPlace[]> {
  const { rows } = await sql<AccountPlace>`
    select id, city, country, address from accounts.account where merged_into is null order by id`.execute(db)
  return rows
}

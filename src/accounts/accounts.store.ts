import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { AccountLevel } from './account.ts'

export type AccountBrief = { id: number; code: string; name: string }

export type AccountRow = {
  id: number
  code: string
  name: string
  country: string | null
  region: string | null
  city: string | null
  address: string | null
  level: AccountLevel | null
  parentId: number | null
  ownerId: string | null
  salesperson: string | null
  cooperationSince: string | null
  legalStandingConfirmedOn: string | null
  taxNumber: string | null
  note: string | null
  version: number
  createdAt: Date
  createdByImport: number | null
}

const accountRow = sql`
  id, code, name, country, region, city, address, level, parent_id as "parentId", owner_id as "ownerId", salesperson,
  cooperation_since as "cooperationSince", legal_standing_confirmed_on as "legalStandingConfirmedOn",
  tax_number as "taxNumber", note, version, created_at as "createdAt", created_by_import as "createdByImport"`

/** Not one that was merged into another: for everybody but the merge it is gone. */
export async function findAccount(db: Db, id: number): Promise<AccountRow | undefined> {
  const { rows } = await sql<AccountRow>`
    select ${accountRow} from accounts.account where id = ${id} and merged_into is null`.execute(db)
  return rows[0]
}

/** Reads and locks in the order of id; whoever reads the same rows to change them waits for this transaction. */
export async function lockAccounts(db: Db, ids: readonly number[]): Promise<AccountRow[]> {
  const { rows } = await sql<AccountRow>`
    select ${accountRow} from accounts.account where id = any(${ids}::bigint[]) and merged_into is null
    order by id for update`.execute(db)
  return rows
}

export async function findBrief(db: Db, id: number): Promise<AccountBrief | undefined> {
  const { rows } = await sql<AccountBrief>`
    select id, code, name from accounts.account where id = ${id} and merged_into is null`.execute(db)
  return rows[0]
}

/** Returns undefined where the code is taken. */
export async function insertAccount(db: Db, code: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts.account (code, name) values (${code}, ${code}) on conflict (code) do nothing returning id
  `.execute(db)
  return rows[0]?.id
}

export async function deleteAccount(db: Db, id: number): Promise<void> {
  await sql`delete from accounts.account where id = ${id}`.execute(db)
}

/** What of this room hangs on an account, counted by kind; empty where nothing does. */
export async function usesHere(db: Db, id: number): Promise<{ use: string; count: number }[]> {
  const { rows } = await sql<{ use: string; count: number }>`
    select * from (
      select 'contacts' as use, count(*) as count from accounts.contact where account_id = ${id}
      union all select 'sites', count(*) from accounts.account where parent_id = ${id} and merged_into is null
      union all select 'merged accounts', count(*) from accounts.account where merged_into = ${id}
      union all select 'sites claimed', count(*) from accounts.claim
        where fields ? 'parent_id' and (fields ->> 'parent_id')::bigint = ${id}
    ) uses where count > 0`.execute(db)
  return rows
}

export type OtherCode = { source: string; code: string }

export async function codesOf(db: Db, id: number): Promise<OtherCode[]> {
  const { rows } = await sql<OtherCode>`
    select source, code from accounts.code where account_id = ${id} order by source, code`.execute(db)
  return rows
}

/** Returns undefined where it is added (or was there), or the account that has the code already. */
export async function insertCode(db: Db, id: number, other: OtherCode): Promise<AccountBrief | undefined> {
  await sql`
    insert into accounts.code (source, code, account_id) values (${other.source}, ${other.code}, ${id})
    on conflict (source, code) do nothing`.execute(db)
  const { rows } = await sql<AccountBrief>`
    select a.id, a.code, a.name from accounts.code c join accounts.account a on a.id = c.account_id
    where c.source = ${other.source} and c.code = ${other.code}`.execute(db)
  return rows[0]?.id === id ? undefined : rows[0]
}

export async function deleteCode(db: Db, id: number, other: OtherCode): Promise<boolean> {
  const { rows } = await sql`
    delete from accounts.code where source = ${other.source} and code = ${other.code} and account_id = ${id}
    returning code`.execute(db)
  return rows.length > 0
}

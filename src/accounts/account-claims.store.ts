import type { Db } from '../platform/database.server.ts'
import type { AccountFields } from './account.ts'
import { accountColumns } from './account.ts'
import type { Claimant, ClaimBook, Queryable } from './claims.store.ts'
import { addClaims, foldRows, lockRows, queryableOf, spoken } from './claims.store.ts'

export const accountBook: ClaimBook = {
  table: 'accounts.account',
  claims: 'accounts.claim',
  subject: 'account_id',
  columns: accountColumns,
  types: { parent_id: 'bigint', cooperation_since: 'date', legal_standing_confirmed_on: 'date' },
  // Who was merged has its sites with the one that lives, which is no site of itself.
  read: {
    parent_id: `case when f.parent_id is not null then
      (select nullif(coalesce(p.merged_into, p.id), case when p.merged_into is not null then t.id end) from accounts.account p where p.id = f.parent_id) end`,
  },
  unnamed: 't.code',
}

/**
 * The account of each code: the code of that source first, then the main code. Unknown codes are absent. The code of a
 * merged account means that account still: whoever books for it asks `mergedAccounts` who has it now.
 */
export async function resolveCodes(
  db: Queryable,
  source: string,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ code: string; id: number }>(
    `select given.code, coalesce(c.account_id, a.id) as id
     from unnest($2::text[]) given (code)
     left join accounts.code c on c.source = $1 and c.code = given.code
     left join accounts.account a on a.code = given.code
     where coalesce(c.account_id, a.id) is not null`,
    [source, codes],
  )
  return new Map(rows.map(row => [row.code, row.id]))
}

/**
 * Accounts under codes that nobody knows yet, named by their code until something is said of them. A code that a
 * person has taken this very moment is left out: resolve again.
 */
export async function insertCodes(
  db: Queryable,
  importId: number | null,
  codes: readonly string[],
): Promise<Map<string, number>> {
  const { rows } = await db.query<{ code: string; id: number }>(
    `insert into accounts.account (code, name, created_by_import)
     select code, code, $2 from unnest($1::text[]) code
     on conflict (code) do nothing returning id, code`,
    [codes, importId],
  )
  return new Map(rows.map(row => [row.code, row.id]))
}

/** Accounts among those given that are their own parent over any number of steps. */
export async function accountsInRings(db: Queryable, ids: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `with recursive up as (
       select id as start, parent_id as at from accounts.account where id = any($1::bigint[]) and parent_id is not null
       union
       select up.start, a.parent_id from up join accounts.account a on a.id = up.at
       where a.parent_id is not null and up.at <> up.start
     )
     select distinct start as id from up where at = start`,
    [ids],
  )
  return rows.map(row => row.id)
}

/** Takes the parent out of what an import said of these accounts. */
export async function dropParentClaims(db: Queryable, importId: number, ids: readonly number[]): Promise<void> {
  await db.query(
    `update accounts.claim set fields = fields - 'parent_id' where import_id = $1 and account_id = any($2::bigint[])`,
    [importId, ids],
  )
}

/**
 * Accounts among those given that nobody in this room uses: no claim, no contact, no code of another system, nobody's
 * parent, in force or claimed, and not part of a merge, which may be undone.
 */
export async function unusedHere(db: Queryable, ids: readonly number[]): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select a.id from accounts.account a where a.id = any($1::bigint[]) and a.merged_into is null
     and not exists (select from accounts.account m where m.merged_into = a.id)
     and not exists (select from accounts.claim c where c.account_id = a.id)
     and not exists (select from accounts.contact c where c.account_id = a.id)
     and not exists (select from accounts.code c where c.account_id = a.id)
     and not exists (select from accounts.account child where child.parent_id = a.id)
     and not exists (
       select from accounts.claim c where c.fields ? 'parent_id' and (c.fields ->> 'parent_id')::bigint = a.id
     )`,
    [ids],
  )
  return rows.map(row => row.id)
}

export async function deleteAccounts(db: Queryable, ids: readonly number[]): Promise<void> {
  await db.query(`delete from accounts.account where id = any($1::bigint[])`, [ids])
}

/** Adds to what is said of accounts that exist, and folds; returns the ids whose values changed. */
export async function sayOfAccounts(
  db: Queryable,
  claimant: Claimant,
  rows: readonly (AccountFields & { id: number })[],
  keepNulls = false,
): Promise<number[]> {
  const ids = rows.map(row => row.id)
  await lockRows(db, accountBook, ids)
  await addClaims(
    db,
    accountBook,
    claimant,
    rows.map(row => ({ id: row.id, fields: spoken(accountBook, row, keepNulls) })),
  )
  return foldRows(db, accountBook, ids)
}

export type AccountClaim = {
  id: number
  strength: 0 | 1
  /** Under the columns' names. */
  fields: Record<string, string | number | null>
  importId: number | null
  actorId: string | null
  source: string | null
  at: Date
}

export async function readAccountClaims(db: Db, id: number): Promise<AccountClaim[]> {
  const { rows } = await queryableOf(db).query<AccountClaim>(
    `select id, strength, fields, import_id as "importId", actor_id as "actorId", source, at
     from accounts.claim where account_id = $1 order by id`,
    [id],
  )
  return rows
}

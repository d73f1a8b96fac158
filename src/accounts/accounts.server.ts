import type { AccountFields } from './account.ts'
import {
  accountBook,
  accountsInRings,
  deleteAccounts,
  dropParentClaims,
  insertCodes,
  resolveCodes,
  sayOfAccounts,
  unusedHere,
} from './account-claims.store.ts'
import { createRows, foldRows, type Queryable, rowsNamedBy, spoken, withdrawClaims } from './claims.store.ts'
import { lockHierarchy } from './hierarchy.store.ts'
import { namedElsewhere } from './merge/merging-tables.store.ts'

/** A row of a file of accounts: the parent is named by its code, which may come later in the same file. */
export type AccountRow = { code: string; parentCode?: string | null } & Omit<AccountFields, 'parentId'>

export type ClaimedAccounts = {
  added: number
  changed: number
  unchanged: number
  /** The account of every code given. */
  ids: Map<string, number>
  /** Codes of rows whose parent nobody knows; the rest of the row was taken. */
  unknownParents: string[]
  /** Codes of rows whose parent would have made a ring; the rest of the row was taken. */
  circularParents: string[]
}

/** Ids for accounts that the caller is about to create; numbers never come back, used or not. */
export async function reserveAccountIds(db: Queryable, count: number): Promise<number[]> {
  const { rows } = await db.query<{ id: number }>(
    `select nextval('accounts.account_id_seq') as id from generate_series(1, $1::int)`,
    [count],
  )
  return rows.map(row => row.id)
}

/** Every code that a file of this source may use and its account: its own codes first, then main codes. */
export async function accountCodes(db: Queryable, source: string): Promise<Map<string, number>> {
  const { rows: main } = await db.query<{ code: string; id: number }>('select code, id from accounts.account')
  const codes = new Map(main.map(row => [row.code, row.id]))
  const { rows: own } = await db.query<{ code: string; id: number }>(
    'select code, account_id as id from accounts.code where source = $1',
    [source],
  )
  for (const row of own) codes.set(row.code, row.id)
  return codes
}

/**
 * New accounts that an import of invoice lines names first, under ids of `reserveAccountIds`, with the attributes
 * its lines carry. Master data and people speak louder than carried attributes, whenever they speak.
 * A code that exists already fails with SQLSTATE 23505.
 */
export async function createAccounts(
  db: Queryable,
  importId: number,
  source: string,
  rows: readonly ({ id: number; code: string } & AccountFields)[],
): Promise<void> {
  const claimed = rows.map(row => ({ id: row.id, code: row.code, fields: spoken(accountBook, row) }))
  await createRows(db, accountBook, { importId, actorId: null, source, strength: 0 }, claimed)
}

/** Lines that only name an account by its code say nothing of it that would have to be taken back. */
const saysSomething = ({ id, ...fields }: { id: number } & AccountFields): boolean =>
  Object.keys(spoken(accountBook, fields)).length > 0

/**
 * What invoice lines carry about accounts that exist already, so that the undo of the import that named them first
 * leaves them as if the later one had. Returns the ids of accounts whose values changed.
 */
export async function carryAccounts(
  db: Queryable,
  importId: number,
  source: string,
  rows: readonly ({ id: number } & AccountFields)[],
): Promise<number[]> {
  return sayOfAccounts(db, { importId, actorId: null, source, strength: 0 }, rows.filter(saysSomething))
}

/** A file of accounts: creates those whose code nobody knows, says of all what the rows say. Empty cells say nothing. */
export async function claimAccounts(
  db: Queryable,
  importId: number,
  source: string,
  rows: readonly AccountRow[],
): Promise<ClaimedAccounts> {
  const parentCodes = [...new Set(rows.flatMap(row => row.parentCode || []))]
  if (parentCodes.length > 0) await lockHierarchy(db)
  const codes = [...new Set(rows.map(row => row.code))]
  const ids = await resolveCodes(db, source, codes)
  const missing = codes.filter(code => !ids.has(code))
  const created = await insertCodes(db, importId, missing)
  for (const [code, id] of created) ids.set(code, id)
  const takenMeanwhile = missing.filter(code => !created.has(code))
  for (const [code, id] of await resolveCodes(db, source, takenMeanwhile)) ids.set(code, id)

  const parents = await resolveCodes(db, source, parentCodes)
  const unknownParents = rows.filter(row => row.parentCode && !parents.has(row.parentCode)).map(row => row.code)
  const said = rows.map(({ parentCode, ...row }) => ({
    ...row,
    id: ids.get(row.code)!,
    parentId: parentCode ? parents.get(parentCode) : undefined,
  }))
  const changed = new Set(await sayOfAccounts(db, { importId, actorId: null, source, strength: 1 }, said))

  const ringed = new Set(
    await accountsInRings(
      db,
      said.flatMap(row => (row.parentId === undefined ? [] : row.id)),
    ),
  )
  if (ringed.size > 0) {
    await dropParentClaims(db, importId, [...ringed])
    for (const id of await foldRows(db, accountBook, [...ringed])) changed.add(id)
  }
  const createdIds = new Set(created.values())
  const touched = new Set(said.map(row => row.id))
  const changedBefore = [...changed].filter(id => !createdIds.has(id)).length
  return {
    added: createdIds.size,
    changed: changedBefore,
    unchanged: touched.size - createdIds.size - changedBefore,
    ids,
    unknownParents,
    circularParents: codes.filter(code => ringed.has(ids.get(code)!)),
  }
}

/** Accounts that one of the imports named first; perhaps nothing was said of them that could be taken back. */
export async function accountsNamedBy(db: Queryable, importIds: readonly number[]): Promise<number[]> {
  return rowsNamedBy(db, accountBook, importIds)
}

/** Takes back all that an import said about accounts, carried or on purpose; returns the accounts it spoke of. */
export async function withdrawAccountClaims(db: Queryable, importId: number): Promise<number[]> {
  return withdrawClaims(db, accountBook, importId)
}

/**
 * Removes those accounts that nothing uses any more: no claim, contact, code or child here, no row of any room that
 * refers to them, and nothing in the rooms that `inUse` asks because theirs do not (lines, costs, …). Returns the ids removed. Give it those that undone imports named first as well
 * as those that `withdrawAccountClaims` returned.
 */
export async function removeUnusedAccounts(
  db: Queryable,
  ids: readonly number[],
  inUse: (ids: number[]) => Promise<Set<number>>,
): Promise<number[]> {
  const removed: number[] = []
  let left = [...new Set(ids)]
  // A group goes only after its sites: each round removes the level that nothing hangs on any more.
  for (;;) {
    const candidates = await unusedHere(db, left)
    if (candidates.length === 0) return removed
    const used = (await inUse(candidates)).union(await namedElsewhere(db, candidates))
    const unused = candidates.filter(id => !used.has(id))
    if (unused.length === 0) return removed
    await deleteAccounts(db, unused)
    removed.push(...unused)
    const gone = new Set(unused)
    left = left.filter(id => !gone.has(id) && !used.has(id))
  }
}

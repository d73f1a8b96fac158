import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Queryable } from './connection.server.ts'

/** Any number of our own: whoever posts or undoes holds it until the transaction ends. */
const ledgerLock = 7_340_101

/** Waits until no other posting or undo runs; the right to write lasts until the transaction ends. */
export async function lockLedger(client: Queryable): Promise<void> {
  await client.query('select pg_advisory_xact_lock($1)', [ledgerLock])
  await client.query('truncate ledger.staged_line, ledger.touched_document, ledger.touched_month')
}

/** A change of more accounts than this is told as a change of everybody. */
const mostNamed = 20_000

/** Changes remembered: who has not read for so many postings reads everything again. */
const changesKept = 100

/**
 * Empties the staging and tells readers that figures have changed: those of the accounts with touched months, and of
 * those that new documents brought.
 */
export async function closeLedger(client: Queryable, withNewDocuments: ReadonlySet<number> = new Set()): Promise<void> {
  const { rows } = await client.query<{ account_id: number }>(
    'select distinct account_id from ledger.touched_month limit $1',
    [mostNamed + 1],
  )
  const changed = new Set([...rows.map(row => row.account_id), ...withNewDocuments])
  await client.query('truncate ledger.staged_line, ledger.touched_document, ledger.touched_month')
  await client.query('update bookkeeping.state set version = version + 1')
  await client.query('insert into bookkeeping.change (version, accounts) select version, $1 from bookkeeping.state', [
    changed.size > mostNamed ? null : [...changed],
  ])
  await client.query('delete from bookkeeping.change where version <= (select version from bookkeeping.state) - $1', [
    changesKept,
  ])
}

/** Accounts whose figures have changed from one version to another; null where it may be anybody. */
export async function accountsChanged(db: Db, from: number, to: number): Promise<number[] | null> {
  const { rows } = await sql<{ accounts: number[] | null }>`
    select to_json(accounts) as accounts from bookkeeping.change where version > ${from} and version <= ${to}`.execute(
    db,
  )
  if (rows.length < to - from) return null
  const changed = new Set<number>()
  for (const { accounts } of rows) {
    if (!accounts) return null
    for (const account of accounts) changed.add(account)
  }
  return [...changed]
}

/** Grows with every posting and undo: figures read under the same version agree with each other. */
export async function ledgerVersion(db: Db): Promise<number> {
  const { rows } = await sql<{ version: number }>`select version from bookkeeping.state`.execute(db)
  return rows[0]!.version
}

/** Opens the books for an import and returns its place in the order of claims. An import posts once. */
export async function addPosting(client: Queryable, importId: number, source: string): Promise<number> {
  const { rows } = await client.query<{ posting: number }>(
    `insert into bookkeeping.posting (import_id, source) values ($1, $2) returning posting`,
    [importId, source],
  )
  return rows[0]!.posting
}

export async function findPosting(client: Queryable, importId: number): Promise<number | null> {
  const { rows } = await client.query<{ posting: number }>(
    `select posting from bookkeeping.posting where import_id = $1`,
    [importId],
  )
  return rows[0]?.posting ?? null
}

export async function removePosting(client: Queryable, posting: number): Promise<void> {
  await client.query('delete from bookkeeping.posting where posting = $1', [posting])
}

/** The postings that the ledger holds. */
export async function postingsHeld(client: Queryable): Promise<number[]> {
  const { rows } = await client.query<{ posting: number }>('select posting from bookkeeping.posting')
  return rows.map(row => row.posting)
}

import type { TestDatabase } from '../../../tests/support/database.ts'
import { mergingRooms } from '../../merging-rooms.ts'
import type { Actor } from '../../platform/roles.ts'
import type { AccountField } from '../account.ts'
import { mergeAccounts } from './merge-accounts.use.ts'
import type { Merge } from './merges.store.ts'
import { type UndoneMerge, undoMerge } from './undo-merge.use.ts'

export const head: Actor = { id: 'grace', name: 'Grace', role: 'head', via: 'web' }
const clock = { now: () => new Date('2026-11-02T08:00:00Z') }

export async function versionOf({ pool }: TestDatabase, id: number): Promise<number> {
  const { rows } = await pool.query('select version from accounts.account where id = $1', [id])
  return rows[0].version
}

/** Merges as a head who has just compared the two. */
export async function merge(
  database: TestDatabase,
  loserId: number,
  survivorId: number,
  take: AccountField[] = [],
): Promise<Merge> {
  const [survivorVersion, loserVersion] = [await versionOf(database, survivorId), await versionOf(database, loserId)]
  const order = { survivorId, loserId, survivorVersion, loserVersion, take }
  return mergeAccounts({ db: database.db, actor: head, clock }, mergingRooms, order)
}

export function unmerge(database: TestDatabase, id: number): Promise<UndoneMerge> {
  return undoMerge({ db: database.db, actor: head, clock }, mergingRooms, async () => undefined, id)
}

export async function addAccounts({ pool }: TestDatabase, codes: readonly string[]): Promise<number[]> {
  const { rows } = await pool.query(
    `insert into accounts.account (code, name) select code, code from unnest($1::text[]) code returning id`,
    [codes],
  )
  return rows.map(row => row.id)
}

/** Trail, records of the merges themselves, and numbers that only tell that something happened. */
const apart = [
  'platform.change',
  'platform.changed_account',
  'accounts.merge',
  'accounts.merge_moved',
  'bookkeeping.state',
  'bookkeeping.change',
]
const countersOf: Record<string, string[]> = {
  'accounts.account': ['version', 'created_at'],
  'accounts.claim': ['id', 'at'],
  'accounts.contact_claim': ['id', 'at'],
  'accounts.contact': ['created_at', 'version'],
  'bookkeeping.posting': ['posted_at'],
}

/** Every row of every table, as text, in a stable order. */
export async function everyRow({ pool }: TestDatabase): Promise<Record<string, string[]>> {
  const { rows: tables } = await pool.query(
    `select schemaname || '.' || tablename as name from pg_tables
     where schemaname not in ('pg_catalog', 'information_schema', 'graphile_worker') order by 1`,
  )
  const found: Record<string, string[]> = {}
  for (const { name } of tables) {
    if (apart.includes(name)) continue
    const { rows } = await pool.query(
      `select (to_jsonb(t) - $1::text[])::text as row from ${name.replace(/(\w+)\.(\w+)/, '"$1"."$2"')} t order by 1`,
      [countersOf[name] ?? []],
    )
    found[name] = rows.map(row => row.row)
  }
  return found
}

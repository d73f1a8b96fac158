import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Actor } from '../platform/roles.ts'
import type { ImportKind } from './fields.ts'
import type { Counts, Progress } from './import-counts.ts'
import type { Question } from './question.ts'
import type { Corrections, Shape } from './shape.ts'

export const importStates = [
  'asking',
  'waiting',
  'running',
  'finished',
  'failed',
  'cancelled',
  'undoing',
  'undone',
] as const

export type ImportState = (typeof importStates)[number]

export type ImportRow = Counts & {
  id: number
  parentId: number | null
  bookAccountId: number | null
  bookReason: string | null
  kind: ImportKind | null
  source: string
  fileName: string
  fileSize: number
  uploadId: string | null
  state: ImportState
  corrections: Corrections
  shape: Shape | null
  questions: Question[]
  createAccounts: boolean
  createProducts: boolean
  progress: Progress | null
  seconds: number | null
  error: { code: string; values: Record<string, string | number | null> } | null
  actorName: string
  via: string
  createdAt: Date
  finishedAt: Date | null
  undoneAt: Date | null
}

/** Held by whoever runs an import: (this, id). A running import whose lock nobody holds was interrupted. */
export const runningLock = 7_340_102

const columns = sql`
  i.id, i.parent_id as "parentId", i.book_account_id as "bookAccountId", i.book_reason as "bookReason", i.kind, i.source, i.file_name as "fileName", i.file_size as "fileSize",
  i.upload_id as "uploadId",
  case when i.state in ('running', 'undoing') and not held.held then case i.state when 'undoing' then 'finished' else 'failed' end else i.state end as state,
  i.corrections, i.shape, i.questions, i.create_accounts as "createAccounts", i.create_products as "createProducts",
  i.progress, i.rows, i.added, i.replaced, i.unchanged, i.set_aside as "setAside", i.flagged, i.reasons,
  i.seconds::float8 as seconds,
  case when i.state = 'running' and not held.held then '{"code": "import_interrupted", "values": {}}'::jsonb else i.error end as error,
  i.actor_name as "actorName", i.via, i.created_at as "createdAt", i.finished_at as "finishedAt", i.undone_at as "undoneAt"`

// A lock on (key, id) shows as classid and objid; an import just begun has a few seconds to take it.
const held = sql`
  cross join lateral (select i.state not in ('running', 'undoing') or i.started_at > now() - interval '10 seconds' or exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = ${sql.lit(runningLock)}::int8::oid
      and l.objid = (i.id % 4294967296)::oid and l.objsubid = 2 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
  ) as held) held`

export async function findImport(db: Db, id: number): Promise<ImportRow | undefined> {
  const { rows } = await sql<ImportRow>`select ${columns} from imports.import i ${held} where i.id = ${id}`.execute(db)
  return rows[0]
}

/** Newest first; `before` is the id to go on from. */
export async function listImports(
  db: Db,
  filter: { before?: number; limit: number; state?: ImportState; kind?: ImportKind; source?: string },
): Promise<ImportRow[]> {
  const { rows } = await sql<ImportRow>`
    select ${columns} from imports.import i ${held}
    where (${filter.before ?? null}::bigint is null or i.id < ${filter.before ?? null})
      and (${filter.state ?? null}::text is null or i.state = ${filter.state ?? null})
      and (${filter.kind ?? null}::text is null or i.kind = ${filter.kind ?? null})
      and (${filter.source ?? null}::text is null or i.source = ${filter.source ?? null})
    order by i.id desc limit ${filter.limit}`.execute(db)
  return rows
}

export type NewImport = {
  parentId?: number | null
  bookAccountId?: number | null
  bookReason?: string | null
  kind: ImportKind | null
  source: string
  fileName: string
  fileSize: number
  uploadId?: string | null
  state: ImportState
  corrections: Corrections
  shape: Shape | null
  questions: Question[]
  createAccounts?: boolean
  createProducts?: boolean
}

export async function insertImport(db: Db, actor: Actor, given: NewImport): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into imports.import (parent_id, book_account_id, book_reason, kind, source, file_name, file_size, upload_id, state, corrections, shape,
      questions, create_accounts, create_products, actor_id, actor_name, via)
    values (${given.parentId ?? null}, ${given.bookAccountId ?? null}, ${given.bookReason ?? null}, ${given.kind}, ${given.source}, ${given.fileName}, ${given.fileSize},
      ${given.uploadId ?? null}, ${given.state}, ${JSON.stringify(given.corrections)}::jsonb,
      ${given.shape === null ? null : JSON.stringify(given.shape)}::jsonb, ${JSON.stringify(given.questions)}::jsonb,
      ${given.createAccounts ?? true}, ${given.createProducts ?? true}, ${actor.id}, ${actor.name}, ${actor.via})
    returning id`.execute(db)
  return rows[0]!.id
}

/** What was detected, after a correction or an answer. */
export async function saveDetection(
  db: Db,
  id: number,
  given: Pick<NewImport, 'kind' | 'source' | 'corrections' | 'shape' | 'questions'> & {
    createAccounts: boolean
    createProducts: boolean
  },
): Promise<void> {
  await sql`
    update imports.import set kind = ${given.kind}, source = ${given.source},
      corrections = ${JSON.stringify(given.corrections)}::jsonb,
      shape = ${given.shape === null ? null : JSON.stringify(given.shape)}::jsonb,
      questions = ${JSON.stringify(given.questions)}::jsonb,
      create_accounts = ${given.createAccounts}, create_products = ${given.createProducts}
    where id = ${id}`.execute(db)
}

export async function setState(db: Db, id: number, state: ImportState): Promise<void> {
  await sql`
    update imports.import set state = ${state}, cancel_requested = false,
      started_at = case when ${state} in ('running', 'undoing') then now() else started_at end,
      undone_at = case when ${state} = 'undone' then now() else undone_at end,
      error = case when ${state} in ('waiting', 'running', 'undone') then null else error end
    where id = ${id}`.execute(db)
}

/** Moves an import on from one of the states it may be in; false where it is in none of them. */
export async function moveState(db: Db, id: number, from: readonly ImportState[], to: ImportState): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update imports.import set state = ${to}, cancel_requested = false, error = null, started_at = now()
    where id = ${id} and state = any(${[...from]}::text[])`.execute(db)
  return (numAffectedRows ?? 0n) > 0n
}

/** Writes how far it is; true where somebody has asked to stop. */
export async function saveProgress(db: Db, id: number, progress: Progress): Promise<boolean> {
  const { rows } = await sql<{ cancel: boolean }>`
    update imports.import set progress = ${JSON.stringify(progress)}::jsonb where id = ${id}
    returning cancel_requested as cancel`.execute(db)
  return rows[0]?.cancel ?? true
}

export async function requestCancel(db: Db, id: number): Promise<void> {
  await sql`update imports.import set cancel_requested = true where id = ${id}`.execute(db)
}

export async function saveOutcome(
  db: Db,
  id: number,
  counts: Counts,
  seconds: number,
  sha256: string | null,
): Promise<void> {
  await sql`
    update imports.import set state = 'finished', rows = ${counts.rows}, added = ${counts.added},
      replaced = ${counts.replaced}, unchanged = ${counts.unchanged}, set_aside = ${counts.setAside},
      flagged = ${counts.flagged}, reasons = ${JSON.stringify(counts.reasons)}::jsonb, seconds = ${seconds},
      sha256 = ${sha256}, finished_at = now(), progress = null, error = null, questions = '[]'
    where id = ${id}`.execute(db)
}

export async function saveFailure(
  db: Db,
  id: number,
  state: 'failed' | 'cancelled',
  error: { code: string; values: object } | null,
): Promise<void> {
  await sql`
    update imports.import set state = ${state}, progress = null, finished_at = now(), cancel_requested = false,
      error = ${error === null ? null : JSON.stringify(error)}::jsonb
    where id = ${id}`.execute(db)
}

export async function deleteImport(db: Db, id: number): Promise<void> {
  await sql`delete from imports.import where id = ${id}`.execute(db)
}

/** Imports booked afterwards from the rows that this one had set aside. */
export async function childrenOf(db: Db, id: number): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`
    select id from imports.import where parent_id = ${id} and state = 'finished' order by id desc`.execute(db)
  return rows.map(row => row.id)
}

export async function undoneImports(db: Db): Promise<number[]> {
  const { rows } = await sql<{ id: number }>`select id from imports.import where state = 'undone'`.execute(db)
  return rows.map(row => row.id)
}

export async function rememberedCorrections(db: Db, source: string, kind: ImportKind): Promise<Corrections> {
  const { rows } = await sql<{ corrections: Corrections }>`
    select corrections from imports.remembered_shape where source = ${source} and kind = ${kind}`.execute(db)
  return rows[0]?.corrections ?? {}
}

/** Kinds of which something is remembered for a source. */
export async function rememberedKinds(db: Db, source: string): Promise<ImportKind[]> {
  const { rows } = await sql<{ kind: ImportKind }>`
    select kind from imports.remembered_shape where source = ${source} order by changed_at desc`.execute(db)
  return rows.map(row => row.kind)
}

export async function rememberCorrections(
  db: Db,
  source: string,
  kind: ImportKind,
  corrections: Corrections,
): Promise<void> {
  await sql`
    insert into imports.remembered_shape (source, kind, corrections)
    values (${source}, ${kind}, ${JSON.stringify(corrections)}::jsonb)
    on conflict (source, kind) do update set corrections = excluded.corrections, changed_at = now()`.execute(db)
}

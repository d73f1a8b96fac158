import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { keepingFor, keepingRefused } from './detect-interchange.server.ts'
import { Cancelled, errorOf } from './import-errors.ts'
import { findImport, type ImportRow, saveFailure } from './imports.store.ts'
import { type RunOutcome, rowsOfFile, runImport } from './run-import.use.ts'
import { closeSetAside } from './set-aside.store.ts'
import { rowsSetAside } from './settle-set-aside.use.ts'
import { runAgain } from './take-in-again.use.ts'
import { findUpload } from './uploads.store.ts'
import { openUpload } from './uploads.use.ts'

export type Queued = { db: Kysely<DB>; pool: pg.Pool; dataDirectory: string; signal?: AbortSignal }

function actorOf(row: ImportRow): Actor {
  return { id: null, name: row.actorName, role: 'administrator', via: 'job' }
}

/** Runs an import that waits; null where it does not wait any more, or ended in a way that its row tells. */
export async function runQueuedImport(context: Queued, id: number): Promise<RunOutcome | null> {
  const row = await findImport(context.db, id)
  if (row?.state !== 'waiting' || !row.shape) return null
  try {
    if (row.parentId === null) return await runUploaded(context, row)
    return row.bookReason === null
      ? await runAgain({ ...context, actor: actorOf(row) }, row)
      : await bookRows(context, row)
  } catch (error) {
    // runImport has kept why; a file that could not be opened has not come so far.
    const kept = await findImport(context.db, id)
    if (kept?.state === 'waiting') await saveFailure(context.db, id, 'failed', errorOf(error))
    if (error instanceof Cancelled || error instanceof Refusal) return null
    throw error
  }
}

async function runUploaded(context: Queued, row: ImportRow): Promise<RunOutcome> {
  const upload = row.uploadId === null ? undefined : await findUpload(context.db, row.uploadId)
  if (!upload) throw new Refusal('import_without_file', { id: row.id })
  const file = await openUpload(context.dataDirectory, upload, row.id)
  const actor = actorOf(row)
  const keeping = await keepingFor(context.db, context.dataDirectory, actor)
  try {
    const options = { ...context, actor, baseCurrency: row.corrections.baseCurrency ?? null }
    const run = () => runImport(row, rowsOfFile(file, row.shape!, keeping), options)
    return await keepingRefused(context.db, keeping, file, row.id, run)
  } finally {
    await file.close()
  }
}

async function bookRows(context: Queued, row: ImportRow): Promise<RunOutcome> {
  const reason = row.bookReason!
  return runImport(row, rowsSetAside(context.db, row.parentId!, reason, row.shape!), {
    ...context,
    actor: actorOf(row),
    bookTo: { id: row.bookAccountId! },
    alongside: async db => {
      await closeSetAside(db, row.parentId!, reason, 'booked', row.id)
    },
  })
}

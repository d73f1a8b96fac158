import { recordChange } from '../platform/audit.server.ts'
import { addJob } from '../platform/jobs.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { type ImportRow, insertImport } from './imports.store.ts'
import { readImport } from './prepare-import.use.ts'
import { type RunOutcome, runImport } from './run-import.use.ts'
import { closeTaken, countSetAside } from './set-aside.store.ts'
import { SetAsideNotes } from './set-aside-writer.server.ts'
import { rowsSetAside, type Settling } from './settle-set-aside.use.ts'

/**
 * Tries all open rows of an import again, once what they lacked has been said: codes mapped, accounts or sites added. What
 * comes in is an import of its own that belongs to the first and is undone with it; what still cannot stays where it is.
 * Returns that import, waiting. Refused as nothing_set_aside.
 */
export async function takeInAgain(
  context: Settling,
  id: number,
  { enqueue }: { enqueue: boolean },
): Promise<{ rows: number; import: ImportRow }> {
  const row = await readImport(context.db, id)
  const counts = await countSetAside(context.db, id)
  const rows = counts.filter(count => count.state === 'open').reduce((sum, count) => sum + count.rows, 0)
  if (row.state !== 'finished' || rows === 0 || row.kind === 'invoices')
    throw new Refusal('nothing_set_aside', { id, reason: '' })
  const child = await context.db.transaction().execute(async db => {
    const made = await insertImport(db, context.actor, {
      parentId: id,
      kind: row.kind,
      source: row.source,
      fileName: row.fileName,
      fileSize: 0,
      state: 'waiting',
      corrections: row.corrections,
      shape: row.shape,
      questions: [],
      createAccounts: row.createAccounts,
      createProducts: row.createProducts,
    })
    await recordChange(db, context.actor, {
      room: 'imports',
      subject: 'import',
      subjectId: id,
      operation: 'take in again',
      after: { rows, import: made },
    })
    if (enqueue) await addJob(db, 'run-import', { id: made }, { jobKey: `import ${made}`, maxAttempts: 1 })
    return made
  })
  return { rows, import: await readImport(context.db, child) }
}

/** Runs an import made by `takeInAgain`. */
export async function runAgain(
  context: Settling & { signal?: AbortSignal },
  row: ImportRow,
): Promise<RunOutcome & { left: number; leftFor: Record<string, number> }> {
  const again = new SetAsideNotes(context.pool, row.id)
  const outcome = await runImport(row, rowsSetAside(context.db, row.parentId!, null, row.shape!), {
    ...context,
    again,
    alongside: db => closeTaken(db, row.parentId!, row.id, again.notes),
  })
  return { ...outcome, left: again.count, leftFor: again.reasons }
}

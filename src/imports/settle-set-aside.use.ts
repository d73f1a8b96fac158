import type { Kysely } from 'kysely'
import type pg from 'pg'
import { accountCodes } from '../accounts/accounts.server.ts'
import { recordChange } from '../platform/audit.server.ts'
import type { DB } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { forgetUnmapped } from '../supply/messages/messages.server.ts'
import { type ImportRow, insertImport } from './imports.store.ts'
import { readImport } from './prepare-import.use.ts'
import type { RecordBatch } from './record-batch.ts'
import type { RowSource } from './run-import.use.ts'
import { closeSetAside, countSetAside, listSetAside } from './set-aside.store.ts'
import type { Shape } from './shape.ts'
import { splitQuoted } from './split-record.ts'

export type Settling = { db: Kysely<DB>; pool: pg.Pool; actor: Actor }

async function openRows(db: Kysely<DB>, id: number, reason: string): Promise<{ row: ImportRow; rows: number }> {
  const row = await readImport(db, id)
  const counts = await countSetAside(db, id)
  const rows = counts.find(count => count.reason === reason && count.state === 'open')?.rows ?? 0
  if (row.state !== 'finished' || rows === 0) throw new Refusal('nothing_set_aside', { id, reason })
  return { row, rows }
}

/** All open rows of a reason stay aside for good; returns how many. Refused as nothing_set_aside. */
export async function leaveAside(context: Settling, id: number, reason: string): Promise<number> {
  await openRows(context.db, id, reason)
  return context.db.transaction().execute(async db => {
    const rows = await closeSetAside(db, id, reason, 'left')
    await forgetUnmapped(db, id, reason.replace(/_unmapped$/, ''))
    await recordChange(db, context.actor, {
      room: 'imports',
      subject: 'import',
      subjectId: id,
      operation: 'leave rows aside',
      after: { reason, rows },
    })
    return rows
  })
}

/**
 * Books all open rows of a reason to one account, as an import of its own that belongs to the first and is undone with
 * it. Returns that import, waiting; `enqueue` puts it on the queue. Refused as nothing_set_aside, account_to_book_unknown.
 */
export async function bookSetAside(
  context: Settling,
  id: number,
  given: { reason: string; accountId: number; enqueue: boolean },
): Promise<{ rows: number; import: ImportRow }> {
  const { row, rows } = await openRows(context.db, id, given.reason)
  const known = new Set((await accountCodes(context.pool, row.source)).values())
  if (!known.has(given.accountId)) throw new Refusal('account_to_book_unknown', { account: given.accountId })
  const child = await context.db.transaction().execute(async db => {
    const made = await insertImport(db, context.actor, {
      parentId: id,
      bookAccountId: given.accountId,
      bookReason: given.reason,
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
    if (given.enqueue) await addJob(db, 'run-import', { id: made }, { jobKey: `import ${made}`, maxAttempts: 1 })
    return made
  })
  return { rows, import: await readImport(context.db, child) }
}

/** The cells of a row that was kept as text. */
export function cellsOf(raw: string, shape: Shape): string[] {
  const delimiter = shape.format === 'csv' ? shape.delimiter! : ','
  return (raw.includes('"') ? splitQuoted(raw, delimiter) : null) ?? raw.split(delimiter)
}

const page = 2_000

/**
 * The open rows of a reason as rows to import; those without an account get a placeholder for it. Without a reason all open
 * rows, as they stand.
 */
export function rowsSetAside(db: Kysely<DB>, importId: number, reason: string | null, shape: Shape): RowSource {
  const account = reason === null ? -1 : (shape.columns.account ?? -1)
  async function* read(): AsyncGenerator<RecordBatch> {
    let after = -1
    for (;;) {
      const rows = await listSetAside(db, importId, { reason: reason ?? undefined, state: 'open', after, limit: page })
      if (rows.length === 0) return
      after = rows.at(-1)!.row
      const cells = rows.map(row => {
        const found = cellsOf(row.raw, shape)
        if (account >= 0) found[account] = 'set aside'
        return found
      })
      yield { numbers: rows.map(row => row.row), cells, raws: rows.map(row => row.raw), faults: null }
    }
  }
  return { size: 0, sha256: async () => null, read: async () => read() }
}

import type { Kysely } from 'kysely'
import { recordChange } from '../platform/audit.server.ts'
import type { DB } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { eachDataRow } from './data-rows.server.ts'
import { detectImport, rememberShape } from './detect-import.use.ts'
import { keepingFor, keepingRefused } from './detect-interchange.server.ts'
import { readTable } from './find-table.server.ts'
import {
  deleteImport,
  findImport,
  type ImportRow,
  insertImport,
  moveState,
  requestCancel,
  saveDetection,
} from './imports.store.ts'
import { invoiceMapper, isProblem } from './map-invoice-line.ts'
import { recordMapper } from './map-record.ts'
import type { SourceFile } from './open-file.server.ts'
import type { SetAsideRow } from './set-aside.store.ts'
import { type Corrections, mergeCorrections } from './shape.ts'
import { findUpload } from './uploads.store.ts'
import { openUpload, ownUpload } from './uploads.use.ts'

export type Acting = { db: Kysely<DB>; actor: Actor; dataDirectory: string }

export type DetectInput = {
  source?: string
  corrections?: Corrections
  createAccounts?: boolean
  createProducts?: boolean
}

/** The import, or refused as import_unknown. */
export async function readImport(db: Kysely<DB>, id: number): Promise<ImportRow> {
  const row = await findImport(db, id)
  if (!row) throw new Refusal('import_unknown', { id })
  return row
}

async function openFileOf(context: Acting, row: ImportRow): Promise<SourceFile> {
  const upload = row.uploadId === null ? undefined : await findUpload(context.db, row.uploadId)
  if (!upload) throw new Refusal('import_without_file', { id: row.id })
  return openUpload(context.dataDirectory, upload, row.id)
}

/** Detects the shape of an upload and keeps it as an import that waits to be corrected and started. */
export async function prepareImport(context: Acting, uploadId: string, given: DetectInput): Promise<ImportRow> {
  const upload = await ownUpload(context, uploadId)
  const file = await openUpload(context.dataDirectory, upload)
  try {
    const source = given.source ?? 'main'
    const said = given.corrections ?? {}
    const keeping = await keepingFor(context.db, context.dataDirectory, context.actor)
    const detect = () => detectImport(context.db, file, source, said)
    const found = await keepingRefused(context.db, keeping, file, null, detect)
    const id = await insertImport(context.db, context.actor, {
      kind: found.kind,
      source,
      fileName: upload.name,
      fileSize: upload.size,
      uploadId,
      state: 'asking',
      corrections: withBase(said, found.baseCurrency),
      shape: found.shape,
      questions: found.questions,
      createAccounts: given.createAccounts,
      createProducts: given.createProducts,
    })
    return await readImport(context.db, id)
  } finally {
    await file.close()
  }
}

function withBase(corrections: Corrections, baseCurrency: string | null): Corrections {
  return baseCurrency ? { ...corrections, baseCurrency } : corrections
}

/** Detects again with what a person corrected or answered; the next file of the source will know it. */
export async function correctImport(context: Acting, id: number, given: DetectInput): Promise<ImportRow> {
  const row = await readImport(context.db, id)
  if (!['asking', 'failed', 'cancelled'].includes(row.state))
    throw new Refusal('import_not_startable', { id, state: row.state })
  const file = await openFileOf(context, row)
  try {
    const source = given.source ?? row.source
    const said = mergeCorrections(row.corrections, given.corrections ?? {})
    const found = await detectImport(context.db, file, source, said)
    await saveDetection(context.db, id, {
      kind: found.kind,
      source,
      corrections: withBase(said, found.baseCurrency),
      shape: found.shape,
      questions: found.questions,
      createAccounts: given.createAccounts ?? row.createAccounts,
      createProducts: given.createProducts ?? row.createProducts,
    })
    if (found.kind && given.corrections) await rememberShape(context.db, source, found.kind, given.corrections)
    return await readImport(context.db, id)
  } finally {
    await file.close()
  }
}

/** Rows looked at for the first doubtful ones. */
const lookedAt = 50_000
const shown = 20

/** First rows as they stand, and the first that would be set aside. */
export async function previewImport(context: Acting, id: number) {
  const row = await readImport(context.db, id)
  const { shape } = row
  if (!shape) return { headers: [], rows: [], doubtful: [], looked: 0 }
  const file = await openFileOf(context, row)
  try {
    const map = shape.kind === 'invoices' ? invoiceMapper(shape) : recordMapper(shape)
    const rows: { row: number; cells: string[] }[] = []
    const doubtful: SetAsideRow[] = []
    let looked = 0
    for await (const batch of await readTable(file, shape)) {
      looked += eachDataRow(
        batch,
        shape,
        (number, cells, raw) => {
          if (rows.length < shown) rows.push({ row: number, cells })
          if (doubtful.length >= shown) return
          const mapped = map(cells)
          if (isProblem(mapped)) doubtful.push({ row: number, reason: mapped.reason, field: mapped.field, raw })
        },
        (number, fault, raw) => {
          if (doubtful.length < shown)
            doubtful.push({ row: number, reason: fault, field: null, raw: raw.slice(0, 2000) })
        },
      )
      if (looked >= lookedAt || (doubtful.length >= shown && rows.length >= shown)) break
    }
    return { headers: shape.headers, rows, doubtful, looked }
  } finally {
    await file.close()
  }
}

/** Puts an import on the queue. Refused as import_asks, import_not_startable. */
export async function startImport(context: Acting, id: number): Promise<ImportRow> {
  const row = await readImport(context.db, id)
  if (row.questions.length > 0 || !row.shape) throw new Refusal('import_asks', { id })
  if (!['asking', 'failed', 'cancelled'].includes(row.state))
    throw new Refusal('import_not_startable', { id, state: row.state })
  await context.db.transaction().execute(async db => {
    // An interrupted import still says running; what it shows is failed.
    if (!(await moveState(db, id, ['asking', 'failed', 'cancelled', 'running'], 'waiting'))) {
      throw new Refusal('import_not_startable', { id, state: row.state })
    }
    await addJob(db, 'run-import', { id }, { jobKey: `import ${id}`, maxAttempts: 1 })
  })
  return readImport(context.db, id)
}

/** Stops an import: at once where it waits, within a second where it runs. */
export async function cancelImport(context: Acting, id: number): Promise<ImportRow> {
  await readImport(context.db, id)
  if (!(await moveState(context.db, id, ['waiting'], 'cancelled'))) await requestCancel(context.db, id)
  return readImport(context.db, id)
}

/** Queues the undo of a finished import. Refused as import_not_undoable. */
export async function requestUndo(context: Acting, id: number): Promise<ImportRow> {
  const row = await readImport(context.db, id)
  await context.db.transaction().execute(async db => {
    if (row.state !== 'finished' || !(await moveState(db, id, ['finished', 'undoing'], 'undoing'))) {
      throw new Refusal('import_not_undoable', { id, state: row.state })
    }
    await addJob(db, 'undo-import', { id, actor: context.actor }, { jobKey: `undo import ${id}`, maxAttempts: 3 })
  })
  return readImport(context.db, id)
}

/** Forgets an import of which nothing is in the ledger. */
export async function discardImport(context: Acting, id: number): Promise<void> {
  const row = await readImport(context.db, id)
  if (!['asking', 'failed', 'cancelled'].includes(row.state))
    throw new Refusal('import_not_startable', { id, state: row.state })
  await context.db.transaction().execute(async db => {
    await deleteImport(db, id)
    await recordChange(db, context.actor, {
      room: 'imports',
      subject: 'import',
      subjectId: id,
      operation: 'discard import',
      before: { file: row.fileName, state: row.state },
    })
  })
}

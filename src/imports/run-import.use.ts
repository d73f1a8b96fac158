import { createHash } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { recordChange } from '../platform/audit.server.ts'
import type { DB } from '../platform/database-types.ts'
import { addJob } from '../platform/jobs.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { readSettings, writeSettings } from '../platform/settings.server.ts'
import { keepInterchanges } from '../supply/messages/keep-interchanges.use.ts'
import type { Keeping } from '../supply/messages/message-files.server.ts'
import { readTable } from './find-table.server.ts'
import type { Counts, Progress } from './import-counts.ts'
import { Cancelled, errorOf } from './import-errors.ts'
import { type ImportRow, runningLock, saveFailure, saveOutcome, setState } from './imports.store.ts'
import { type InterchangesRead, interchangeRows } from './interchange-file.server.ts'
import { problem } from './map-invoice-line.ts'
import { onClient } from './on-client.server.ts'
import type { SourceFile } from './open-file.server.ts'
import { postInterchange } from './post-interchange.server.ts'
import { type InvoiceJob, postInvoices } from './post-invoices.server.ts'
import { postRecords } from './post-records.server.ts'
import { ProgressTeller } from './progress-teller.server.ts'
import { RateTable } from './rate-table.ts'
import { ratesInForce } from './rates.store.ts'
import type { RecordBatch } from './record-batch.ts'
import { clearSetAside, type SetAsideRow } from './set-aside.store.ts'
import { type SetAsideNotes, SetAsideWriter } from './set-aside-writer.server.ts'
import type { Shape } from './shape.ts'

/** One import at a time: held until the transaction ends. */
const oneImport = 7_340_103

export type RunOptions = {
  db: Kysely<DB>
  pool: pg.Pool
  actor: Actor
  /** The company's currency as this file shows it; kept if none is set by then. */
  baseCurrency?: string | null
  /** Seconds to wait for another import to end; refused as import_running after that. */
  wait?: number
  dryRun?: boolean
  signal?: AbortSignal
  onProgress?: (progress: Progress) => void
  bookTo?: { id: number } | null
  /** Rows that cannot be taken stay where they are kept: their number is only noted. */
  again?: SetAsideNotes
  /** Written in the import's own transaction, just before it commits. */
  alongside?: (db: Kysely<DB>) => Promise<void>
}

export type RunOutcome = Counts & { seconds: number; firstSetAside: SetAsideRow[] }

/** What an import takes its rows from: a file, or rows that were kept. */
export type RowSource = {
  size: number
  sha256: () => Promise<string | null>
  read: (reading: { signal: AbortSignal; onBytes: (bytes: number) => void }) => Promise<AsyncIterable<RecordBatch>>
  /** What a file leaves beside its rows, written in the import's own transaction. */
  alongside?: (db: Kysely<DB>, importId: number) => Promise<void>
}

export function rowsOfFile(file: SourceFile, shape: Shape, keeping: Keeping | null = null): RowSource {
  const sha256 = () => hashOf(file)
  if (shape.format !== 'interchange')
    return { size: file.size, sha256, read: reading => readTable(file, shape, reading) }
  const read: InterchangesRead = { interchanges: [], verdicts: [] }
  return {
    size: file.size,
    sha256,
    read: async reading => interchangeRows(file, shape.encoding, read, reading),
    alongside: async (db, importId) => {
      if (keeping) await keepInterchanges(db, keeping, { ...read, file }, { importId, refused: false })
    },
  }
}

async function hashOf(file: SourceFile): Promise<string> {
  const hash = createHash('sha256')
  for await (const chunk of createReadStream(file.path, { highWaterMark: 1 << 20 })) hash.update(chunk as Buffer)
  return hash.digest('hex')
}

/**
 * Runs an import as one transaction: readers see all of it or nothing, and whatever stops it leaves the ledger as it
 * was. Throws Cancelled when somebody stopped it; any error leaves the import failed, to be started again.
 */
export async function runImport(row: ImportRow, source: RowSource, options: RunOptions): Promise<RunOutcome> {
  const { db, pool } = options
  const stopping = new AbortController()
  const signal = options.signal ? AbortSignal.any([options.signal, stopping.signal]) : stopping.signal
  const client = await pool.connect()
  let lost: Error | undefined
  const onLost = (error: Error) => {
    lost = error
  }
  client.on('error', onLost)
  const setAside = options.again ?? new SetAsideWriter(pool, row.id)
  const teller = new ProgressTeller(db, row.id, source.size, {
    onCancel: () => stopping.abort(),
    onProgress: options.onProgress,
  })
  try {
    await client.query('begin')
    await client.query('select pg_advisory_xact_lock($1, $2)', [runningLock, row.id % 2 ** 31])
    await setState(db, row.id, 'running')
    await clearSetAside(db, row.id)
    const started = performance.now()
    await waitForTurn(client, teller, options.wait ?? 900, signal)
    const outcome = await post(client, row, source, setAside, teller, signal, options)
    const seconds = Math.round(performance.now() - started) / 1000
    await teller.stop()
    signal.throwIfAborted()
    if (options.dryRun) {
      await client.query('rollback')
      await setAside.rollback()
      return { ...outcome, seconds, firstSetAside: setAside.first }
    }
    const inside = onClient(client)
    await recordImport(inside, row, outcome, options)
    await source.alongside?.(inside, row.id)
    await options.alongside?.(inside)
    await saveOutcome(inside, row.id, outcome, seconds, await source.sha256())
    // First: rows set aside without their import are never shown, an import without its rows would be.
    await setAside.commit()
    await client.query('commit')
    return { ...outcome, seconds, firstSetAside: setAside.first }
  } catch (error) {
    await teller.stop()
    await setAside.rollback().catch(() => undefined)
    await client.query('rollback').catch(broken => {
      lost = broken
    })
    throw await failed(db, row.id, error, signal, options)
  } finally {
    client.off('error', onLost)
    client.release(lost)
  }
}

async function failed(
  db: Kysely<DB>,
  id: number,
  error: unknown,
  signal: AbortSignal,
  options: RunOptions,
): Promise<unknown> {
  const stopped = signal.aborted && !(error instanceof Refusal)
  if (!options.dryRun) await saveFailure(db, id, stopped ? 'cancelled' : 'failed', stopped ? null : errorOf(error))
  return stopped ? new Cancelled() : error
}

async function waitForTurn(
  client: pg.PoolClient,
  teller: ProgressTeller,
  seconds: number,
  signal: AbortSignal,
): Promise<void> {
  const until = performance.now() + seconds * 1000
  for (;;) {
    const { rows } = await client.query<{ mine: boolean }>('select pg_try_advisory_xact_lock($1) as mine', [oneImport])
    if (rows[0]!.mine) break
    signal.throwIfAborted()
    if (performance.now() > until) throw new Refusal('import_running')
    teller.step = 'waiting'
    await new Promise(resolve => setTimeout(resolve, 200))
  }
  teller.step = 'reading'
}

async function post(
  client: pg.PoolClient,
  row: ImportRow,
  source: RowSource,
  setAside: SetAsideWriter,
  teller: ProgressTeller,
  signal: AbortSignal,
  options: RunOptions,
): Promise<Counts> {
  const shape = row.shape!
  const inside = onClient(client)
  const settings = await readSettings(inside)
  const known = settings.baseCurrency === 'XXX' ? null : settings.baseCurrency
  const baseCurrency = known ?? options.baseCurrency ?? null
  if (!known && baseCurrency) await writeSettings(inside, { baseCurrency })
  const job: InvoiceJob = {
    importId: row.id,
    keptBy: row.parentId ?? row.id,
    source: row.source,
    shape,
    baseCurrency,
    rates: new RateTable(await ratesInForce(inside)),
    createAccounts: row.createAccounts,
    createProducts: row.createProducts,
    bookTo: options.bookTo ?? null,
  }
  const onRows = (rows: number) => {
    signal.throwIfAborted()
    teller.rows = rows
  }
  const batches = await source.read({
    signal,
    onBytes: bytes => {
      teller.bytes += bytes
    },
  })
  const posted =
    shape.kind === 'invoices'
      ? await postInvoices(client, options.pool, job, batches, setAside, onRows)
      : shape.kind === 'interchange'
        ? await postInterchange(client, inside, job, batches, setAside, onRows)
        : await postRecords(client, inside, job, batches, setAside, onRows)
  signal.throwIfAborted()
  teller.step = 'writing'
  await setAsideRepeated(posted.repeatedRows, source, setAside, signal)
  const { rows, added, replaced, unchanged, flagged } = posted
  // Rows that stay where they were kept are not this import's.
  if (options.again)
    return { rows: rows - setAside.count, added, replaced, unchanged, flagged, setAside: 0, reasons: {} }
  return { rows, added, replaced, unchanged, flagged, setAside: setAside.count, reasons: setAside.reasons }
}

/** The ledger returns the numbers of rows whose key was given before; their text is read again. */
async function setAsideRepeated(
  numbers: readonly number[],
  source: RowSource,
  setAside: SetAsideWriter,
  signal: AbortSignal,
): Promise<void> {
  if (numbers.length === 0) return
  const repeated = new Set(numbers)
  for await (const batch of await source.read({ signal, onBytes: () => undefined })) {
    for (let at = 0; at < batch.numbers.length; at++) {
      if (!repeated.delete(batch.numbers[at]!)) continue
      setAside.add(batch.numbers[at]!, problem('line_repeated', 'line'), batch.raws[at]!)
      if (setAside.isFull) await setAside.flush()
    }
    if (repeated.size === 0) return
  }
}

/** What is fitted to the ledger is fitted again; many imports in a row ask once. */
export async function figuresChanged(db: Kysely<DB>): Promise<void> {
  await addJob(db, 'fit-value-model', {}, { jobKey: 'fit-value-model' })
}

async function recordImport(db: Kysely<DB>, row: ImportRow, counts: Counts, options: RunOptions): Promise<void> {
  const { rows, added, replaced, unchanged, setAside } = counts
  await recordChange(db, options.actor, {
    room: 'imports',
    subject: 'import',
    subjectId: row.id,
    operation: 'import',
    after: { kind: row.kind, source: row.source, file: row.fileName, rows, added, replaced, unchanged, setAside },
  })
  if (row.kind === 'invoices' || row.kind === 'costs') await figuresChanged(db)
}

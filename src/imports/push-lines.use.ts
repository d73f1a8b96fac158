import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '../platform/database-types.ts'
import type { Actor } from '../platform/roles.ts'
import { readSettings } from '../platform/settings.server.ts'
import { currencyOf } from './currency.ts'
import { decideBaseCurrency } from './decide-shape.ts'
import { fieldsOf, type TableKind } from './fields.ts'
import { insertImport } from './imports.store.ts'
import { readImport } from './prepare-import.use.ts'
import { currenciesWithRates } from './rates.store.ts'
import { joinCells, type RecordBatch } from './record-batch.ts'
import { runImport } from './run-import.use.ts'
import { listSetAside } from './set-aside.store.ts'
import type { Shape } from './shape.ts'

export type PushedLine = Record<string, string | number | null | undefined>

export type PushInput = { source: string; createAccounts: boolean; createProducts: boolean; lines: PushedLine[] }

export type PushedKind = Extract<TableKind, 'invoices' | 'stock' | 'sell-through' | 'deliveries' | 'supply'>

/** Seconds that a push waits for an import to end before it is refused as import_running. */
const patience = 30

/** Rows in an answer; the others are read from the import. */
const mostSetAside = 20_000

/** Rows of another system in a batch: an import of its own, with the same checks as a file. Rows count from 1. */
export async function pushLines(
  context: { db: Kysely<DB>; pool: pg.Pool; actor: Actor },
  kind: PushedKind,
  given: PushInput,
) {
  const { db, pool, actor } = context
  const headers = fieldsOf[kind]
    .map(field => field.name)
    .filter(name => given.lines.some(line => line[name] !== undefined))
  const shape = pushedShape(kind, headers, given.lines)
  const id = await insertImport(db, actor, {
    kind,
    source: given.source,
    fileName: 'API',
    fileSize: 0,
    state: 'waiting',
    corrections: {},
    shape,
    questions: [],
    createAccounts: given.createAccounts,
    createProducts: given.createProducts,
  })
  const cells = given.lines.map(line => headers.map(name => textOf(line[name])))
  const batch: RecordBatch = { numbers: cells.map((_, at) => at + 1), cells, raws: cells.map(joinCells), faults: null }
  const outcome = await runImport(
    await readImport(db, id),
    {
      size: 0,
      sha256: async () => null,
      read: async () =>
        (async function* () {
          yield batch
        })(),
    },
    { db, pool, actor, wait: patience, baseCurrency: await baseOf(db, shape) },
  )
  const { rows, added, replaced, unchanged, reasons } = outcome
  const setAside = await listSetAside(db, id, { limit: mostSetAside })
  return {
    import: id,
    rows,
    added,
    replaced,
    unchanged,
    reasons,
    setAside: setAside.map(({ row, reason, field }) => ({ row, reason, field })),
  }
}

/** A number of JSON as decimal text; ERPs that need all digits send strings. */
function textOf(value: string | number | null | undefined): string {
  if (value === null || value === undefined) return ''
  return typeof value === 'number'
    ? value.toLocaleString('en', { useGrouping: false, maximumFractionDigits: 20, maximumSignificantDigits: 17 })
    : value
}

function pushedShape(kind: PushedKind, headers: string[], lines: readonly PushedLine[]): Shape {
  const currencies: Record<string, number> = {}
  for (const line of lines) {
    const code = typeof line.currency === 'string' ? currencyOf(line.currency) : null
    if (code) currencies[code] = (currencies[code] ?? 0) + 1
  }
  return {
    kind,
    format: 'parquet',
    gzip: false,
    encoding: null,
    delimiter: null,
    newline: null,
    sheet: null,
    headerRow: 0,
    headers,
    columns: Object.fromEntries(headers.map((name, at) => [name, at])),
    dayOrder: 'ymd',
    serialDays: [],
    decimal: 'dot',
    decimalOf: {},
    wholeNumbers: [],
    discount: kind === 'invoices' ? 'share' : null,
    currency: null,
    currencies,
    documentByDay: false,
  }
}

async function baseOf(db: Kysely<DB>, shape: Shape): Promise<string | null> {
  if ((await readSettings(db)).baseCurrency !== 'XXX') return null
  const base = decideBaseCurrency(shape.currencies, await currenciesWithRates(db))
  return base === 'open' ? null : base
}

import { decimalSignOf } from './cell-readers.ts'
import { ColumnEvidence } from './column-evidence.ts'
import { columnNamed, decideColumns } from './decide-columns.ts'
import {
  baseCurrencyQuestion,
  decideBaseCurrency,
  decideCurrency,
  decideDiscount,
  decideNumbers,
  discountQuestion,
  type Evidence,
} from './decide-shape.ts'
import { detectKind } from './detect-kind.ts'
import { explainedDiscounts } from './explained-discounts.ts'
import { fieldOf, type ImportKind, tableKinds } from './fields.ts'
import { type FoundTable, findTable } from './find-table.server.ts'
import type { SourceFile } from './open-file.server.ts'
import type { Question } from './question.ts'
import type { Corrections, Shape } from './shape.ts'
import type { TextRecord } from './split-record.ts'

export type Detection = {
  kind: ImportKind | null
  shape: Shape | null
  questions: Question[]
  /** First rows below the header, as they stand. */
  preview: { row: number; cells: string[] }[]
  /** The company's currency as this file shows it, where none is set yet. */
  baseCurrency: string | null
}

export type DetectionContext = {
  /** ISO code; null until it is known. */
  baseCurrency: string | null
  /** Currencies with imported rates. */
  currenciesWithRates: ReadonlySet<string>
}

/** Rows after which a file that leaves no doubt is not read on. */
const enoughRows = 20_000

/** What a file is and how it is written; what it leaves open is asked, not guessed. Reads as much of it as it needs. */
export async function detectFile(
  file: SourceFile,
  corrections: Corrections,
  context: DetectionContext,
  signal?: AbortSignal,
): Promise<Detection> {
  const table = await findTable(file, corrections, signal)
  const { headers, headerRow } = table.place
  const rows = table.sample.filter(
    record => record.number > headerRow && record.fault === null && record.cells.some(cell => cell.trim() !== ''),
  )
  const preview = rows.slice(0, 20).map(record => ({ row: record.number, cells: record.cells }))
  const guess = detectKind(headersAsSaid(headers, corrections.columns))
  const kind = corrections.kind ?? guess?.kind ?? null
  if (!kind || (!corrections.kind && !guess?.sure)) {
    return { kind, shape: null, questions: [...table.questions, kindQuestion(headers)], preview, baseCurrency: null }
  }
  const decided = decideColumns(
    kind,
    headers,
    rows.map(row => row.cells),
    corrections.columns,
    [corrections.documentByDay && 'document', corrections.account && 'account'].filter(
      each => typeof each === 'string',
    ),
  )
  const { columns } = decided
  const { evidence, otherDays } = await gatherEvidence(kind, columns, table, context.baseCurrency !== null, signal)
  for (const [field, column] of evidence) {
    // Per cent in a column of money is a rate of that name, not the amount; an empty column says nothing.
    if (corrections.columns?.[field]) continue
    const isRate =
      column.type === 'amount' && field !== 'net' && field !== 'amount' && column.percent > column.filled / 2
    if (isRate || (field === 'currency' && kind !== 'rates' && column.cells > 0 && column.filled === 0)) {
      delete columns[field]
      evidence.delete(field)
    }
  }
  const { numbers, questions } = decideNumbers(
    kind,
    evidence,
    corrections,
    {
      typed: table.typed,
      delimiter: table.place.delimiter,
    },
    otherDays,
  )
  const shape: Shape = {
    kind,
    ...table.place,
    columns,
    ...numbers,
    discount: corrections.discount ?? null,
    currency:
      columns.currency === undefined ? (corrections.currency ?? decideCurrency(headers, columns, evidence)) : null,
    currencies: Object.fromEntries(evidence.get('currency')?.currencies ?? []),
    documentByDay: corrections.documentByDay ?? false,
    account: columns.account === undefined ? corrections.account : null,
    blankCurrencyIsBase: mostlyBlank(evidence.get('currency')),
  }
  if (shape.currency && kind === 'invoices') shape.currencies = { [shape.currency]: 1 }
  else if (columns.currency === undefined) {
    shape.currencies = Object.fromEntries((evidence.get('net') ?? evidence.get('unit_price'))?.currencies ?? [])
  }
  questions.unshift(...table.questions, ...decided.questions)
  questions.push(...settleDiscount(shape, evidence, rows, corrections))
  const base = settleBase(shape, evidence, corrections, context)
  if (base.question) questions.push(base.question)
  return { kind, shape, questions, preview, baseCurrency: base.baseCurrency }
}

/** Dynamics and others name the currency on foreign rows alone. */
function mostlyBlank(currency: ColumnEvidence | undefined): boolean {
  return currency !== undefined && currency.filled < currency.cells / 2
}

const namesDay = /date|datum|fecha|fällig|vencimiento|échéance|scadenza|日期/i

/** Columns that a person named count under their field's name: they tell the kind too. */
function headersAsSaid(headers: readonly string[], said: Readonly<Record<string, string>> = {}): string[] {
  const named = [...headers]
  for (const [field, header] of Object.entries(said)) {
    const at = columnNamed(headers, header)
    if (at !== undefined) named[at] = field
  }
  return named
}

function kindQuestion(headers: readonly string[]): Question {
  return {
    code: 'kind',
    kind: null,
    field: null,
    examples: headers.slice(0, 8),
    choices: tableKinds.map(kind => ({ value: kind, flag: `--kind ${kind}`, example: null })),
  }
}

async function gatherEvidence(
  kind: ImportKind,
  columns: Readonly<Record<string, number>>,
  table: FoundTable,
  baseKnown: boolean,
  signal?: AbortSignal,
): Promise<{ evidence: Evidence; otherDays: ColumnEvidence[] }> {
  const evidence: Evidence = new Map()
  let gathered: { at: number; column: ColumnEvidence }[] = []
  for (const [field, at] of Object.entries(columns)) {
    const type = fieldOf(kind, field)!.type
    if (type === 'text' || type === 'word') continue
    const column = new ColumnEvidence(type)
    evidence.set(field, column)
    gathered.push({ at, column })
  }
  const { headerRow, headers, format } = table.place
  const taken = new Set(Object.values(columns))
  const otherDays: ColumnEvidence[] = []
  for (const [at, header] of headers.entries()) {
    if (taken.has(at) || !namesDay.test(header)) continue
    const column = new ColumnEvidence('day')
    otherDays.push(column)
    gathered.push({ at, column })
  }
  const wantsCurrencies = columns.currency !== undefined && !baseKnown
  let rows = 0
  for await (const batch of table.read({ signal })) {
    for (let row = 0; row < batch.numbers.length; row++) {
      const cells = batch.cells[row]!
      if (batch.numbers[row]! <= headerRow || (format === 'csv' && cells.length < headers.length)) continue
      for (const { at, column } of gathered) column.add(cells[at] ?? '')
      rows++
    }
    if (rows < enoughRows) continue
    gathered = gathered.filter(({ column }) => column.isOpen || (wantsCurrencies && column.type === 'currency'))
    if (gathered.length === 0) break
  }
  return { evidence, otherDays }
}

function settleDiscount(
  shape: Shape,
  evidence: Evidence,
  rows: readonly TextRecord[],
  corrections: Corrections,
): Question[] {
  const field = (['discount_rate', 'discount'] as const).find(each => shape.columns[each] !== undefined)
  const column = field && evidence.get(field)
  if (!field || !column || corrections.discount) return []
  const signs = (name: string) => decimalSignOf(shape, name)
  const explained = explainedDiscounts(
    shape.columns,
    field,
    rows.map(row => row.cells),
    signs,
  )
  shape.discount = decideDiscount(field, column, explained, shape.headers[shape.columns[field]!]!)
  if (shape.discount) return []
  shape.discount = 'share'
  return [discountQuestion(shape.kind, field, column)]
}

function settleBase(
  shape: Shape,
  evidence: Evidence,
  corrections: Corrections,
  context: DetectionContext,
): { baseCurrency: string | null; question: Question | null } {
  if (context.baseCurrency || !['invoices', 'costs', 'rates'].includes(shape.kind)) {
    return { baseCurrency: null, question: null }
  }
  if (corrections.baseCurrency) return { baseCurrency: corrections.baseCurrency, question: null }
  if (shape.kind === 'rates') {
    // Rates that are all given in one currency are given in the company's.
    const given = [...(evidence.get('to_currency')?.currencies.keys() ?? [])]
    return { baseCurrency: given.length === 1 ? given[0]! : null, question: null }
  }
  if (shape.blankCurrencyIsBase) return { baseCurrency: null, question: null }
  const base = decideBaseCurrency(shape.currencies, context.currenciesWithRates)
  if (base === 'open') return { baseCurrency: null, question: baseCurrencyQuestion(shape.kind, shape.currencies) }
  return { baseCurrency: base, question: null }
}

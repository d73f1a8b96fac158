import { isNothing, plainDigits, takeApart } from './amount-format.ts'
import { fieldOf, type ImportKind } from './fields.ts'
import { normaliseHeader } from './header-name.ts'
import { matchColumns } from './match-columns.ts'
import type { Question } from './question.ts'
import { settleColumns } from './settle-columns.ts'

/** The column that a person means by a header, a number ("3") or "column 3"; undefined where there is none. */
export function columnNamed(headers: readonly string[], said: string): number | undefined {
  const exact = headers.indexOf(said.trim())
  if (exact >= 0) return exact
  const wanted = normaliseHeader(said)
  const alike = wanted === '' ? -1 : headers.findIndex(header => normaliseHeader(header) === wanted)
  if (alike >= 0) return alike
  const number = /^(?:column\s*|#)?(\d{1,4})$/i.exec(said.trim())
  const at = number ? Number(number[1]) - 1 : -1
  return at >= 0 && at < headers.length ? at : undefined
}

/** A dealer's own list of stock or sales has no column that says whose it is. */
const isOfOneAccount = (kind: ImportKind): boolean => kind === 'stock' || kind === 'sell-through'

export type DecidedColumns = { columns: Record<string, number>; questions: Question[] }

/**
 * Columns of a kind's fields: those that were said, then those whose headers fit. Doubt between two columns is
 * settled by their cells where these leave only one; else it is a question.
 */
export function decideColumns(
  kind: ImportKind,
  headers: readonly string[],
  rows: readonly (readonly string[])[],
  said: Readonly<Record<string, string>> = {},
  /** Needs that are met without a column. */
  without: readonly string[] = [],
): DecidedColumns {
  const questions: Question[] = []
  const found: Record<string, number | null> = {}
  for (const [field, header] of Object.entries(said)) {
    if (!fieldOf(kind, field)) continue
    if (header === '') {
      found[field] = null
      continue
    }
    const column = columnNamed(headers, header)
    if (column === undefined) {
      questions.push(columnQuestion('column_unknown', kind, field, headers, headers.keys().toArray(), rows, [header]))
      found[field] = null
    } else found[field] = column
  }
  const match = matchColumns(kind, headers, found)
  settleColumns(kind, match, headers, rows, found)
  for (const { field, columns } of match.ambiguous) {
    const settled = settleByCells(field, columns, match.columns, rows)
    if (settled !== null) match.columns[field] = settled
    else
      questions.push(
        columnQuestion(
          'column_ambiguous',
          kind,
          field,
          headers,
          columns,
          rows,
          columns.map(at => headers[at]!),
        ),
      )
  }
  for (const field of match.missing) {
    if (without.includes(field)) continue
    if (questions.some(question => question.field === field)) continue
    const free = headers
      .keys()
      .toArray()
      // A price without a quantity may be the amount itself.
      .filter(at => !Object.values(match.columns).includes(at) || (field === 'net' && at === match.columns.unit_price))
    const question = columnQuestion('column_missing', kind, field, headers, free, rows, [])
    if (field === 'document' && match.columns.day !== undefined) {
      question.choices.push({ value: '@day', flag: '--document-by-day', example: null })
    }
    if (field === 'account' && isOfOneAccount(kind))
      question.choices.push({ value: '@account', flag: '--account CODE', example: null })
    questions.push(question)
  }
  return { columns: match.columns, questions }
}

function columnQuestion(
  code: 'column_missing' | 'column_ambiguous' | 'column_unknown',
  kind: ImportKind,
  field: string,
  headers: readonly string[],
  columns: readonly number[],
  rows: readonly (readonly string[])[],
  examples: string[],
): Question {
  const choices = columns
    .filter(at => headers[at] !== undefined)
    .slice(0, 60)
    .map(at => {
      // Two columns of one name are told apart by their numbers.
      const named = headers[at] && headers.indexOf(headers[at]!) === headers.lastIndexOf(headers[at]!)
      const value = named ? headers[at]! : String(at + 1)
      const example = rows.find(row => !isNothing(row[at] ?? ''))?.[at] ?? null
      return { value, flag: `--column ${quoted(`${field}=${value}`)}`, example }
    })
  return { code, kind, field, examples, choices }
}

function quoted(text: string): string {
  return /^[\w=.:-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`
}

/** Empty columns drop out, equal ones are one, and of two amounts the one that is quantity × price is meant. */
function settleByCells(
  field: string,
  columns: readonly number[],
  all: Readonly<Record<string, number>>,
  rows: readonly (readonly string[])[],
): number | null {
  const filled = columns.filter(at => rows.some(row => !isNothing(row[at] ?? '')))
  if (filled.length === 0) return rows.length > 0 ? columns[0]! : null
  if (filled.every(at => rows.every(row => (row[at] ?? '') === (row[filled[0]!] ?? '')))) return filled[0]!
  if (field !== 'net' || all.quantity === undefined || all.unit_price === undefined) return null
  const explained = filled.filter(at => explainedShare(rows, at, all) > 0.9)
  return explained.length === 1 ? explained[0]! : null
}

function roughly(cell: string | undefined): number | null {
  const parts = cell ? takeApart(cell) : null
  if (!parts) return null
  const digits = plainDigits(parts.digits, '.') ?? plainDigits(parts.digits, ',')
  return digits === null ? null : Number(digits) * (parts.negative ? -1 : 1)
}

function explainedShare(
  rows: readonly (readonly string[])[],
  at: number,
  all: Readonly<Record<string, number>>,
): number {
  let compared = 0
  let equal = 0
  for (const row of rows) {
    const [amount, quantity, price] = [roughly(row[at]), roughly(row[all.quantity!]), roughly(row[all.unit_price!])]
    if (amount === null || quantity === null || price === null) continue
    compared++
    if (Math.abs(amount - quantity * price) <= 0.005 * Math.max(1, Math.abs(quantity))) equal++
  }
  return compared === 0 ? 0 : equal / compared
}

import type { Language } from '../platform/language.ts'
import { reasonSentence } from './reasons.ts'
import { joinCells } from './record-batch.ts'

/**
 * A cell that a spreadsheet would run as a formula gets an apostrophe before it. Negative numbers stay numbers, so
 * that the file can be corrected and imported again.
 */
function withoutFormula(cell: string): string {
  return /^[=+@\t\r]/.test(cell) || /^-(?![\d.,(\s]*\d[\d.,\s]*\)?$)/.test(cell) ? `'${cell}` : cell
}

/** Names of the columns that a file of set-aside rows has beyond those of the import; "row 12" keeps a row its own line. */
const addedHeaders = ['set_aside_row', 'set_aside_reason', 'set_aside_why']

export function headerLine(headers: readonly string[]): string {
  return `${joinCells([...headers.map(withoutFormula), ...addedHeaders])}\r\n`
}

export function rowLine(
  headers: readonly string[],
  cells: readonly string[],
  { row, reason }: { row: number; reason: string },
  language: Language,
): string {
  const own = Array.from({ length: Math.max(headers.length, 1) }, (_, at) => cells[at] ?? '')
  // Cells beyond the header stay visible in the last column.
  if (cells.length > headers.length && headers.length > 0)
    own[headers.length - 1] = cells.slice(headers.length - 1).join(' ')
  return `${joinCells([...own.map(withoutFormula), `row ${row}`, reason, reasonSentence(reason, language)])}\r\n`
}

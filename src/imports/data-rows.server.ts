import type { Reason } from './reasons.ts'
import type { RecordBatch } from './record-batch.ts'
import type { Shape } from './shape.ts'

/** The rows of a batch that are data: below the header, not blank, as many cells as names. */
export type DataRow = { number: number; cells: string[]; raw: string }

/** Bytes that are no character of the encoding, or the zero that PostgreSQL keeps in no text. */
function isDamaged(raw: string): boolean {
  return raw.includes('\ufffd') || raw.includes('\0')
}

/**
 * Calls back for each row of data in a batch, with the fault that keeps it from being read, if any. Returns how many
 * rows there were.
 */
export function eachDataRow(
  batch: RecordBatch,
  shape: Shape,
  take: (number: number, cells: string[], raw: string) => void,
  setAside: (number: number, fault: Reason, raw: string) => void,
): number {
  const { numbers, cells: all, raws, faults } = batch
  const width = shape.headers.length
  const strict = shape.format === 'csv'
  let rows = 0
  for (let at = 0; at < numbers.length; at++) {
    const number = numbers[at]!
    if (number <= shape.headerRow) continue
    const cells = all[at]!
    const raw = raws[at]!
    const fault = faults?.[at]
    if (fault) {
      rows++
      setAside(number, fault, raw)
      continue
    }
    if (cells.length !== width) {
      if (cells.every(isBlank)) continue
      if (strict && (cells.length < width || !cells.slice(width).every(isBlank))) {
        rows++
        setAside(number, isDamaged(raw) ? 'text_unreadable' : 'columns_wrong', raw)
        continue
      }
    } else if (cells[0] === '' && cells.every(isBlank)) continue
    rows++
    if (isDamaged(raw)) setAside(number, 'text_unreadable', raw)
    else take(number, cells, raw)
  }
  return rows
}

function isBlank(cell: string): boolean {
  return cell === '' || cell.trim() === ''
}

import type { TextRecord } from './split-record.ts'

/**
 * Some records of a file, as columns of equal length: `numbers` counts from 1 as a spreadsheet would, `raws` is the
 * text as it stood, `faults` is null where every record could be read.
 */
export type RecordBatch = {
  numbers: number[]
  cells: string[][]
  raws: string[]
  faults: (TextRecord['fault'] | null)[] | null
}

export function emptyBatch(): RecordBatch {
  return { numbers: [], cells: [], raws: [], faults: null }
}

export function addRecord(batch: RecordBatch, record: TextRecord): void {
  if (record.fault) batch.faults ??= batch.numbers.map(() => null)
  batch.faults?.push(record.fault)
  batch.numbers.push(record.number)
  batch.cells.push(record.cells)
  batch.raws.push(record.raw)
}

/** Cells as one line of CSV: the raw text of a row that was never text. */
export function joinCells(cells: readonly string[]): string {
  return cells.map(cell => (/[",\n\r]/.test(cell) ? `"${cell.replaceAll('"', '""')}"` : cell)).join(',')
}

import { isNothing, takeApart } from './amount-format.ts'
import { readDayEvidence } from './day-format.ts'
import { knownHeaders } from './match-columns.ts'
import { RecordSplitter, saidDelimiter, type TextRecord } from './split-record.ts'

export const delimiters = [',', ';', '\t', '|'] as const

/** Rows in which a header is looked for; titles and blank rows stand above it. */
const rowsAbove = 40

export type Header = {
  /** Number of the record, from 1; 0 where the file has none. */
  row: number
  names: string[]
  known: number
}

export type Table = { delimiter: string; header: Header; records: TextRecord[] }

function isBlank(cells: readonly string[]): boolean {
  return cells.every(cell => cell.trim() === '')
}

/** Whether a cell is data rather than a name: a number or a day. */
function isData(cell: string): boolean {
  return !isNothing(cell) && (takeApart(cell) !== null || readDayEvidence(cell).kind !== 'none')
}

function usualWidth(records: readonly TextRecord[]): { width: number; share: number } {
  const widths = new Map<number, number>()
  const filled = records.filter(record => record.fault === null && !isBlank(record.cells))
  // Titles have one cell; a table has several.
  const several = filled.some(record => record.cells.length > 1)
  for (const { cells } of filled) {
    if (!several || cells.length > 1) widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1)
  }
  let width = 0
  let most = 0
  for (const [each, count] of widths)
    if (count > most || (count === most && each > width)) [width, most] = [each, count]
  return { width, share: filled.length === 0 ? 0 : most / filled.length }
}

/** Names without the blank ones at the end: a trailing delimiter makes no column. */
function trimNames(cells: readonly string[]): string[] {
  let length = cells.length
  while (length > 0 && cells[length - 1]!.trim() === '') length--
  return cells.slice(0, length).map(cell => cell.trim())
}

/** The row of names among the first records: the one that knows most names, else the first that holds no data. */
export function findHeader(records: readonly TextRecord[], said?: number): Header {
  const filled = records.filter(record => record.fault === null && !isBlank(record.cells))
  const { width } = usualWidth(records)
  if (said === 0) return noHeader(width)
  if (said !== undefined) {
    const record = records.find(each => each.number === said)
    const names = trimNames(record?.cells ?? [])
    return { row: said, names, known: knownHeaders(names) }
  }
  let best: Header | null = null
  for (const record of filled.slice(0, rowsAbove)) {
    const names = trimNames(record.cells)
    const filledNames = names.filter(Boolean)
    if (filledNames.length < Math.min(2, width) || filledNames.length < width / 3) continue
    // A row of data may hold a word that is also a name; names hold no data.
    if (filledNames.filter(isData).length > filledNames.length / 3) continue
    const known = knownHeaders(names)
    if (known > (best?.known ?? 0)) best = { row: record.number, names, known }
  }
  if (best && (best.known > 1 || best.names.length <= 3)) return best
  const first = filled.find(record => trimNames(record.cells).length >= Math.max(2, width / 2))
  if (!first) return best ?? noHeader(width)
  const names = trimNames(first.cells)
  if (best && best.row === first.number) return best
  return names.filter(Boolean).some(isData) ? noHeader(width) : { row: first.number, names, known: knownHeaders(names) }
}

function noHeader(width: number): Header {
  return { row: 0, names: Array.from({ length: width }, (_, at) => `column ${at + 1}`), known: 0 }
}

/** Records of a text under one delimiter. */
function splitSample(lines: readonly string[], delimiter: string): TextRecord[] {
  const records: TextRecord[] = []
  const splitter = new RecordSplitter(delimiter, null)
  for (const line of lines) splitter.push(line, record => records.push(record))
  splitter.end(record => records.push(record))
  return records
}

/** The delimiter under which most names are known and the records are most alike, with the header it shows. */
export function sniffTable(lines: readonly string[], said: { delimiter?: string; headerRow?: number }): Table {
  const forced = said.delimiter ?? saidDelimiter(lines[0] ?? '')
  let best: (Table & { score: number }) | null = null
  for (const delimiter of forced ? [forced] : delimiters) {
    const records = splitSample(lines, delimiter)
    const { width, share } = usualWidth(records)
    const header = findHeader(records, said.headerRow)
    const score = width < 2 ? 0 : header.known * 10 + share * 8 + Math.min(width, 10) / 10
    if (!best || score > best.score) best = { delimiter, header, records, score }
  }
  return best!
}

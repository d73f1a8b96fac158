import { Refusal } from '../platform/refusal.ts'
import type { Encoding } from './encoding.ts'
import { interchangeRows } from './interchange-file.server.ts'
import { knownHeaders } from './match-columns.ts'
import type { SourceFile } from './open-file.server.ts'
import type { Question } from './question.ts'
import { openParquet } from './read-parquet.server.ts'
import { longestLine, type Reading, readTextRecords, textBlocks } from './read-text.server.ts'
import { openWorkbook } from './read-workbook.server.ts'
import type { RecordBatch } from './record-batch.ts'
import { scanEncoding } from './scan-encoding.server.ts'
import type { Corrections, Shape } from './shape.ts'
import { findHeader, type Header, sniffTable } from './sniff-table.ts'
import type { TextRecord } from './split-record.ts'

type Place = Pick<Shape, 'format' | 'gzip' | 'encoding' | 'delimiter' | 'newline' | 'sheet' | 'headerRow' | 'headers'>

/** Where the table stands in the file, and its records. */
export type FoundTable = {
  place: Place
  /** Records from the beginning, header and titles included. */
  sample: TextRecord[]
  questions: Question[]
  /** The format knows numbers, days and texts apart. */
  typed: boolean
  read: (reading?: Reading) => AsyncGenerator<RecordBatch>
}

const sampleLines = 400
const sampleSize = 1 << 19

/** Finds the table; refused as file_not_a_table where there is none. */
export async function findTable(file: SourceFile, corrections: Corrections, signal?: AbortSignal): Promise<FoundTable> {
  const found =
    file.format === 'csv'
      ? await findInText(file, corrections, signal)
      : file.format === 'xlsx'
        ? await findInWorkbook(file, corrections, signal)
        : await findInParquet(file)
  // One column is a table where its name says so: a list of account codes.
  if (found.place.headers.length < 2 && knownHeaders(found.place.headers) === 0)
    throw new Refusal('file_not_a_table', { file: file.name })
  return found
}

/** The records of a table that was found before, by its shape. */
export async function readTable(
  file: SourceFile,
  shape: Shape,
  reading: Reading = {},
): Promise<AsyncGenerator<RecordBatch>> {
  if (file.format === 'interchange')
    return interchangeRows(file, shape.encoding, { interchanges: [], verdicts: [] }, reading)
  if (file.format === 'csv') return readTextRecords(file, textShape(shape), reading)
  if (file.format === 'xlsx') return (await openWorkbook(file)).readSheet(shape.sheet!, reading)
  return (await openParquet(file)).read(reading)
}

function textShape(place: Place) {
  return {
    encoding: place.encoding!,
    newline: place.newline!,
    delimiter: place.delimiter!,
    width: place.headers.length,
  }
}

async function findInText(file: SourceFile, corrections: Corrections, signal?: AbortSignal): Promise<FoundTable> {
  const questions: Question[] = []
  let encoding = corrections.encoding
  if (!encoding) {
    const scanned = await scanEncoding(file, signal)
    encoding = scanned.encoding
    if (!scanned.sure) questions.push(encodingQuestion(scanned.sample))
  }
  const { lines, newline } = await firstLines(file, encoding, signal)
  if (lines.every(line => line.trim() === '')) throw new Refusal('file_empty', { file: file.name })
  const { delimiter, header, records } = sniffTable(lines, corrections)
  const place: Place = {
    format: 'csv',
    gzip: file.gzip,
    encoding,
    delimiter,
    newline,
    sheet: null,
    headerRow: header.row,
    headers: widened(header, records),
  }
  return {
    place,
    sample: records,
    questions,
    typed: false,
    read: reading => readTextRecords(file, textShape(place), reading),
  }
}

/** Data may have more columns than the header has names, when its last names are blank. */
function widened(header: Header, records: readonly TextRecord[]): string[] {
  const after = records.filter(
    record => record.number > header.row && record.fault === null && record.cells.some(Boolean),
  )
  const wider = after.filter(record => record.cells.slice(header.names.length).some(cell => cell.trim() !== ''))
  if (after.length === 0 || wider.length < after.length / 2) return header.names
  const width = Math.max(...wider.slice(0, 50).map(record => record.cells.length))
  // As many names as cells, or the names do not stand above their cells at all.
  const named = records.find(record => record.number === header.row)?.cells.length ?? 0
  return named >= width ? [...header.names, ...Array(width - header.names.length).fill('')] : header.names
}

async function firstLines(
  file: SourceFile,
  encoding: Encoding,
  signal?: AbortSignal,
): Promise<{ lines: string[]; newline: '\n' | '\r' }> {
  let text = ''
  let whole = true
  for await (const block of textBlocks(file, { encoding, newline: '\n' }, { signal })) {
    text += block.text
    if (text.length < sampleSize && !block.tooLong) continue
    whole = false
    break
  }
  const newline = text.includes('\n') || !text.includes('\r') ? '\n' : '\r'
  const lines = text.slice(0, longestLine).split(newline)
  if (!whole && lines.length > 1) lines.pop()
  if (whole && lines.at(-1) === '') lines.pop()
  return { lines: lines.slice(0, sampleLines).map(line => (line.endsWith('\r') ? line.slice(0, -1) : line)), newline }
}

function encodingQuestion(sample: Buffer): Question {
  const readings = (['gb18030', 'windows-1252'] as const).map(encoding => ({
    encoding,
    text: new TextDecoder(encoding).decode(sample).split('\n')[0]!.slice(0, 80),
  }))
  return {
    code: 'encoding',
    kind: null,
    field: null,
    examples: readings.map(each => each.text),
    choices: readings.map(each => ({
      value: each.encoding,
      flag: `--encoding ${each.encoding === 'gb18030' ? 'gbk' : 'cp1252'}`,
      example: each.text,
    })),
  }
}

async function firstRecords(records: AsyncGenerator<RecordBatch>): Promise<TextRecord[]> {
  const found: TextRecord[] = []
  for await (const batch of records) {
    for (let at = 0; at < batch.numbers.length; at++) {
      found.push({
        number: batch.numbers[at]!,
        cells: batch.cells[at]!,
        raw: batch.raws[at]!,
        fault: batch.faults?.[at] ?? null,
      })
      if (found.length >= sampleLines) return found
    }
  }
  return found
}

async function findInWorkbook(file: SourceFile, corrections: Corrections, signal?: AbortSignal): Promise<FoundTable> {
  const book = await openWorkbook(file)
  if (book.sheets.length === 0) throw new Refusal('file_empty', { file: file.name })
  const wanted = corrections.sheet
  const named = wanted ? book.sheets.filter(sheet => sheet.name.toLowerCase() === wanted.toLowerCase()) : book.sheets
  if (named.length === 0) throw new Refusal('sheet_unknown', { sheet: wanted! })
  const looked: { name: string; header: Header; sample: TextRecord[] }[] = []
  for (const sheet of named.slice(0, 30)) {
    const sample = await firstRecords(book.readSheet(sheet.name, { signal }))
    looked.push({ name: sheet.name, header: findHeader(sample, corrections.headerRow), sample })
  }
  const filled = looked.filter(each => each.sample.length > 1)
  const best = Math.max(...filled.map(each => each.header.known), 0)
  const equal = filled.filter(each => each.header.known === best)
  const chosen = equal[0] ?? looked[0]!
  if (chosen.sample.length === 0) throw new Refusal('file_empty', { file: file.name })
  const questions: Question[] =
    equal.length > 1 && best > 1
      ? [
          {
            code: 'sheet',
            kind: null,
            field: null,
            examples: [],
            choices: equal.map(each => ({
              value: each.name,
              flag: `--sheet '${each.name}'`,
              example: each.header.names.slice(0, 5).join(', '),
            })),
          },
        ]
      : []
  const place: Place = {
    format: 'xlsx',
    gzip: file.gzip,
    encoding: null,
    delimiter: null,
    newline: null,
    sheet: chosen.name,
    headerRow: chosen.header.row,
    headers: chosen.header.names,
  }
  return { place, sample: chosen.sample, questions, typed: true, read: reading => book.readSheet(chosen.name, reading) }
}

async function findInParquet(file: SourceFile): Promise<FoundTable> {
  const parquet = await openParquet(file)
  const place: Place = {
    format: 'parquet',
    gzip: file.gzip,
    encoding: null,
    delimiter: null,
    newline: null,
    sheet: null,
    headerRow: 1,
    headers: parquet.columns,
  }
  return { place, sample: await firstRecords(parquet.read()), questions: [], typed: true, read: parquet.read }
}

import type { AsyncBuffer, FileMetaData, SchemaElement } from 'hyparquet'
import { asyncBufferFromFile, parquetMetadataAsync, parquetRead, parquetSchema } from 'hyparquet'
import { compressors } from 'hyparquet-compressors'
import { Refusal } from '../platform/refusal.ts'
import { expand } from './amount-format.ts'
import type { SourceFile } from './open-file.server.ts'
import type { Reading } from './read-text.server.ts'
import { joinCells, type RecordBatch } from './record-batch.ts'

export type ParquetFile = { columns: string[]; rows: number; read: (reading?: Reading) => AsyncGenerator<RecordBatch> }

/** Rows decoded at once, so that a file with huge row groups does not fill the memory. */
const slice = 100_000
const batchRows = 5_000

type Column = { name: string; text: (value: unknown) => string }

const utf8 = new TextDecoder()

/** Opens a Parquet file; its nested columns are left out. Refused as file_damaged. */
export async function openParquet(source: SourceFile): Promise<ParquetFile> {
  let file: AsyncBuffer
  let metadata: FileMetaData
  try {
    file = await asyncBufferFromFile(source.path)
    metadata = await parquetMetadataAsync(file)
  } catch (error) {
    throw new Refusal('file_damaged', { detail: (error as Error).message })
  }
  const leaves = parquetSchema(metadata).children.filter(child => child.children.length === 0)
  const columns = leaves.map(leaf => columnOf(leaf.element))
  return {
    columns: columns.map(column => column.name),
    rows: Number(metadata.num_rows),
    read: reading => readRows(file, metadata, columns, reading),
  }
}

/**
 * How a column's values are written. Decimals lose their logical type first: hyparquet would make floats of them,
 * and the unscaled integers are exact.
 */
function columnOf(element: SchemaElement): Column {
  const name = element.name
  const { type, scale = 0 } = element
  if (element.converted_type === 'DECIMAL' || element.logical_type?.type === 'DECIMAL') {
    delete element.converted_type
    delete element.logical_type
    return { name, text: value => scaled(unscaled(value), scale) }
  }
  if (type === 'FLOAT') return { name, text: value => numberText(Number(shortestFloat(Number(value)))) }
  return { name, text: plainText }
}

function unscaled(value: unknown): bigint {
  if (!(value instanceof Uint8Array)) return BigInt(value as number | bigint)
  let number = 0n
  for (const byte of value) number = number * 256n + BigInt(byte)
  const bits = BigInt(value.length * 8)
  return bits > 0n && number >= 1n << (bits - 1n) ? number - (1n << bits) : number
}

function scaled(number: bigint, scale: number): string {
  const digits = (number < 0n ? -number : number).toString().padStart(scale + 1, '0')
  const sign = number < 0n ? '-' : ''
  return scale > 0 ? `${sign}${digits.slice(0, -scale)}.${digits.slice(-scale)}` : sign + digits
}

/** The shortest decimal that is the same 32-bit number: 2.55, not 2.549999952316284. */
function shortestFloat(value: number): string {
  for (let digits = 6; digits < 10; digits++) {
    const text = value.toPrecision(digits)
    if (Math.fround(Number(text)) === value) return text
  }
  return String(value)
}

function numberText(value: number): string {
  const text = String(value)
  const power = /^(-?)([\d.]+)e([+-]\d+)$/.exec(text)
  return power ? power[1] + expand(power[2]!, Number(power[3])) : text
}

function plainText(value: unknown): string {
  if (value === null || value === undefined) return ''
  if (typeof value === 'string') return value
  if (typeof value === 'number') return Number.isFinite(value) ? numberText(value) : ''
  if (value instanceof Uint8Array) return utf8.decode(value)
  if (typeof value === 'object') return JSON.stringify(value)
  return String(value)
}

const instant = (milliseconds: number) => new Date(milliseconds).toISOString().replace('T', ' ').slice(0, 19)

const parsers = {
  dateFromDays: (days: number) =>
    days === null || days === undefined ? null : new Date(days * 86_400_000).toISOString().slice(0, 10),
  timestampFromMilliseconds: (value: bigint) => (value === null || value === undefined ? null : instant(Number(value))),
  timestampFromMicroseconds: (value: bigint) =>
    value === null || value === undefined ? null : instant(Number(value / 1000n)),
  timestampFromNanoseconds: (value: bigint) =>
    value === null || value === undefined ? null : instant(Number(value / 1_000_000n)),
}

/** Rows from 2: the names of the columns count as the first record, as they would in a text. */
async function* readRows(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: Column[],
  reading: Reading = {},
): AsyncGenerator<RecordBatch> {
  const names = columns.map(column => column.name)
  let groupStart = 0
  for (const group of metadata.row_groups) {
    const rows = Number(group.num_rows)
    for (let from = 0; from < rows; from += slice) {
      reading.signal?.throwIfAborted()
      const to = Math.min(rows, from + slice)
      const values = await readSlice(file, metadata, names, groupStart + from, groupStart + to)
      reading.onBytes?.(Math.round((Number(group.total_byte_size) * (to - from)) / Math.max(1, rows)))
      for (let at = 0; at < values.length; at += batchRows) {
        const cells = values
          .slice(at, at + batchRows)
          .map(row => columns.map((column, index) => cellText(column, row[index])))
        const first = groupStart + from + at + 2
        yield { numbers: cells.map((_, index) => first + index), cells, raws: cells.map(joinCells), faults: null }
      }
    }
    groupStart += rows
  }
}

function cellText(column: Column, value: unknown): string {
  return value === null || value === undefined ? '' : column.text(value)
}

async function readSlice(
  file: AsyncBuffer,
  metadata: FileMetaData,
  columns: string[],
  rowStart: number,
  rowEnd: number,
): Promise<unknown[][]> {
  try {
    let rows: unknown[][] = []
    await parquetRead({
      file,
      metadata,
      columns,
      rowStart,
      rowEnd,
      compressors,
      utf8: false,
      parsers: parsers as never,
      onComplete: found => {
        rows = found as unknown[][]
      },
    })
    return rows
  } catch (error) {
    throw new Refusal('file_damaged', { detail: (error as Error).message })
  }
}

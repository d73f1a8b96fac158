import { isAscii } from 'node:buffer'
import type { Encoding } from './encoding.ts'
import { readByteOrderMark } from './encoding.ts'
import { fileBytes, type SourceFile } from './open-file.server.ts'
import { addRecord, emptyBatch, type RecordBatch } from './record-batch.ts'
import { RecordSplitter, saidDelimiter } from './split-record.ts'

/** Characters; a longer line is no row of a table. Its beginning is kept, the rest is passed over. */
export const longestLine = 1 << 20
const keptOfLongLine = 1 << 14

export type TextShape = { encoding: Encoding; newline: '\n' | '\r'; delimiter: string; width: number | null }

export type Reading = { signal?: AbortSignal; onBytes?: (bytes: number) => void }

export type TextBlock = {
  /** Whole lines; the last may lack its end. */
  text: string
  /** The beginning of one line that is too long. */
  tooLong: boolean
}

/** The text of a file in pieces of whole lines, whatever its size. */
export async function* textBlocks(
  file: SourceFile,
  { encoding, newline }: Pick<TextShape, 'encoding' | 'newline'>,
  reading: Reading = {},
): AsyncGenerator<TextBlock> {
  let skipping = false
  let rest = ''
  const cut = function* (text: string): Generator<TextBlock> {
    const end = text.lastIndexOf(newline)
    if (skipping) {
      const next = text.indexOf(newline)
      if (next < 0) return
      skipping = false
      yield* cut(text.slice(next + 1))
      return
    }
    if (end >= 0) {
      yield { text: rest + text.slice(0, end + 1), tooLong: false }
      rest = text.slice(end + 1)
    } else rest += text
    if (rest.length > longestLine) {
      yield { text: rest.slice(0, keptOfLongLine), tooLong: true }
      rest = ''
      skipping = true
    }
  }
  for await (const text of decoded(file, encoding, reading)) yield* cut(text)
  if (rest) yield { text: rest, tooLong: false }
}

async function* decoded(file: SourceFile, encoding: Encoding, reading: Reading): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding, { ignoreBOM: true })
  let first = true
  // Between two line ends every encoding but UTF-16 may be cut at a byte; ASCII needs no decoder at all.
  let clean = encoding !== 'utf-16le' && encoding !== 'utf-16be'
  for await (const chunk of fileBytes(file, reading)) {
    let bytes = chunk
    if (first) {
      const mark = readByteOrderMark(bytes)
      if (mark && mark.encoding === encoding) bytes = bytes.subarray(mark.length)
      first = false
    }
    if (clean && isAscii(bytes)) yield bytes.toString('latin1')
    else {
      const text = decoder.decode(bytes, { stream: true })
      // The decoder may hold half a character until the next chunk.
      clean = encoding !== 'utf-16le' && encoding !== 'utf-16be' && bytes[bytes.length - 1]! < 0x80
      yield text
    }
  }
  const end = decoder.decode()
  if (end) yield end
}

/** The records of a table of text. */
export async function* readTextRecords(
  file: SourceFile,
  shape: TextShape,
  reading: Reading = {},
): AsyncGenerator<RecordBatch> {
  const { delimiter, newline } = shape
  const splitter = new RecordSplitter(delimiter, shape.width)
  let batch = emptyBatch()
  const emit = (record: Parameters<typeof addRecord>[1]) => addRecord(batch, record)
  let first = true
  for await (const { text, tooLong } of textBlocks(file, shape, reading)) {
    if (tooLong) {
      splitter.end(emit)
      splitter.skipTo(splitter.number + 1)
      emit({ number: splitter.number, cells: [], raw: text, fault: 'record_too_long' })
    } else {
      const lines = text.split(newline)
      if (text.endsWith(newline)) lines.pop()
      const quotes = text.includes('"')
      const returns = newline === '\n' && text.includes('\r')
      if (first && saidDelimiter(lines[0]!.trim())) {
        lines.shift()
        splitter.skipTo(1)
      }
      first = false
      for (let at = 0; at < lines.length; at++) {
        let line = lines[at]!
        if (returns && line.charCodeAt(line.length - 1) === 13) line = line.slice(0, -1)
        if (splitter.idle && (!quotes || !line.includes('"'))) {
          const number = splitter.number + 1
          splitter.skipTo(number)
          batch.numbers.push(number)
          batch.cells.push(line.split(delimiter))
          batch.raws.push(line)
          batch.faults?.push(null)
        } else splitter.push(line, emit)
      }
    }
    yield batch
    batch = emptyBatch()
  }
  splitter.end(emit)
  if (batch.numbers.length > 0) yield batch
}

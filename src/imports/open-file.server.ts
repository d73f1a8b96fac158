import { createReadStream, createWriteStream } from 'node:fs'
import { mkdtemp, open, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { basename, join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { createGunzip, createInflateRaw, gunzipSync } from 'node:zlib'
import { Refusal } from '../platform/refusal.ts'
import { looksLikeUtf16, readByteOrderMark } from './encoding.ts'

export type SourceFile = {
  /** Where the data lies: the file itself, or a decompressed copy of a gzipped workbook or Parquet file. */
  path: string
  name: string
  /** Bytes of the file as it was given. */
  size: number
  format: 'csv' | 'xlsx' | 'parquet' | 'interchange'
  gzip: boolean
  /** Removes the decompressed copy, if any. */
  close: () => Promise<void>
}

/** Decompression stops where it would fill the machine: this ratio beyond the first bytes, and this size. */
const decompression = { ratio: 250, free: 256 * 2 ** 20, most: 256 * 2 ** 30 }

/** Counts what comes out against what went in; throws where a small file would become a huge one. */
export class ExpansionGuard {
  #out = 0
  readonly #bytesIn: () => number

  constructor(bytesIn: () => number) {
    this.#bytesIn = bytesIn
  }

  pass(length: number): void {
    this.#out += length
    if (this.#out < decompression.free) return
    if (this.#out > decompression.most || this.#out > this.#bytesIn() * decompression.ratio) {
      throw new Refusal('file_expands_too_much', { megabytes: Math.round(this.#out / 2 ** 20) })
    }
  }
}

/** A damaged compressed file as a refusal; other errors as they are. */
function readingError(error: unknown): unknown {
  const code = (error as NodeJS.ErrnoException)?.code ?? ''
  if (code.startsWith('Z_')) return new Refusal('file_damaged', { detail: (error as Error).message })
  if (code === 'ENOENT' || code === 'EISDIR')
    return new Refusal('file_not_found', { file: (error as NodeJS.ErrnoException).path ?? '' })
  return error
}

/** Inflates one entry of a zip archive, or gunzips a file, chunk by chunk. */
export async function* inflated(
  source: Readable,
  kind: 'gzip' | 'deflate',
  signal?: AbortSignal,
): AsyncGenerator<Buffer> {
  const inflate = kind === 'gzip' ? createGunzip({ chunkSize: 262_144 }) : createInflateRaw({ chunkSize: 262_144 })
  let bytesIn = 0
  source.on('data', (chunk: Buffer) => {
    bytesIn += chunk.length
  })
  const guard = new ExpansionGuard(() => bytesIn)
  const done = pipeline(source, inflate, { signal })
  done.catch(() => undefined)
  try {
    for await (const chunk of inflate as AsyncIterable<Buffer>) {
      guard.pass(chunk.length)
      yield chunk
    }
    await done
  } catch (error) {
    throw readingError(error)
  } finally {
    source.destroy()
    inflate.destroy()
  }
}

/** The file's bytes, gunzipped where needed; `onBytes` tells how many bytes of the file itself have been read. */
export async function* fileBytes(
  file: Pick<SourceFile, 'path' | 'gzip' | 'format'>,
  { signal, onBytes }: { signal?: AbortSignal; onBytes?: (bytes: number) => void } = {},
): AsyncGenerator<Buffer> {
  const source = createReadStream(file.path, { highWaterMark: 262_144, signal })
  if (onBytes) source.on('data', chunk => onBytes(chunk.length))
  try {
    if (file.gzip && file.format === 'csv') yield* inflated(source, 'gzip', signal)
    else yield* source as AsyncIterable<Buffer>
  } catch (error) {
    throw readingError(error)
  } finally {
    source.destroy()
  }
}

/**
 * Looks at the first bytes: a table of text, a workbook or a Parquet file, perhaps gzipped. Refused as
 * file_not_found, file_is_directory, file_empty, file_damaged, format_unsupported.
 */
export async function openFile(path: string, name = basename(path)): Promise<SourceFile> {
  const { size, head } = await readHead(path)
  if (size === 0) throw new Refusal('file_empty', { file: name })
  const gzip = head[0] === 0x1f && head[1] === 0x8b
  const inner = gzip ? gunzipHead(head) : head
  if (inner.length === 0) {
    if (gzip && !isWholeGzip(head)) throw new Refusal('file_damaged', { detail: 'unexpected end of file' })
    throw new Refusal('file_empty', { file: name })
  }
  const format = formatOf(inner, name)
  const file: SourceFile = { path, name, size, format, gzip, close: async () => undefined }
  return gzip && format !== 'csv' ? decompressed(file) : file
}

async function readHead(path: string): Promise<{ size: number; head: Buffer }> {
  try {
    const facts = await stat(path)
    if (facts.isDirectory()) throw new Refusal('file_is_directory', { file: path })
    if (!facts.isFile()) throw new Refusal('file_not_found', { file: path })
    const handle = await open(path)
    try {
      const head = Buffer.alloc(Math.min(65_536, facts.size))
      const { bytesRead } = await handle.read(head, 0, head.length, 0)
      return { size: facts.size, head: head.subarray(0, bytesRead) }
    } finally {
      await handle.close()
    }
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code
    if (code === 'EACCES' || code === 'EPERM') throw new Refusal('file_not_readable', { file: path })
    throw error instanceof Refusal ? error : readingError(Object.assign(error as Error, { path }))
  }
}

function gunzipHead(head: Buffer): Buffer {
  try {
    // The flush value lets a beginning be unpacked without its end.
    return gunzipSync(head, { finishFlush: 2, maxOutputLength: 2 ** 26 })
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ERR_BUFFER_TOO_LARGE') return Buffer.from('0')
    throw readingError(error)
  }
}

function isWholeGzip(head: Buffer): boolean {
  try {
    gunzipSync(head)
    return true
  } catch {
    return false
  }
}

function formatOf(head: Buffer, name: string): SourceFile['format'] {
  const text = head.toString('latin1', 0, 512)
  if (text.startsWith('PAR1')) return 'parquet'
  if (text.startsWith('PK\u0003\u0004')) return 'xlsx'
  const foreign: [boolean, string][] = [
    [head.readUIntBE(0, Math.min(4, head.length)) === 0xd0cf11e0, 'xls'],
    [text.startsWith('%PDF'), 'pdf'],
    [/^\s*(?:\ufeff|\u00ef\u00bb\u00bf)?<(?:!doctype|html|\?xml|table|workbook)/i.test(text), 'html'],
    [text.startsWith('(\u00b5/\u00fd'), 'zstd'],
    [text.startsWith('7z\u00bc\u00af'), '7z'],
    [text.startsWith('Rar!'), 'rar'],
    [text.startsWith('BZh'), 'bzip2'],
    [/^\s*(?:\{\s*"|\[\s*[{[])/.test(text), 'json'],
  ]
  if (beginsInterchange(text, name)) return 'interchange'
  const found = foreign.find(([is]) => is) ?? (isBinary(head) ? [true, 'binary'] : undefined)
  if (found) throw new Refusal('format_unsupported', { file: name, format: found[1] })
  return 'csv'
}

/**
 * An X12 or EDIFACT header, by its tag and the sign after it; or what calls itself one, so that a damaged header is named.
 * A list of words may begin with “ISA,” too: signs that part tables must stand again where the ISA's second element begins.
 */
function beginsInterchange(head: string, name: string): boolean {
  const text = head.replace(/^(?:\u00ef\u00bb\u00bf)?\s+|^\u00ef\u00bb\u00bf/, '')
  if (/^ISA[^A-Za-z0-9\s,;"]/.test(text) || /^ISA([,;\t])..\1/.test(text)) return true
  if (/^UNA[^A-Za-z0-9]{5}/.test(text) || /^UNB[+:]/.test(text) || /^UNB[^A-Za-z0-9]UNO[A-Z]/.test(text)) return true
  return /\.(?:edi|x12|edifact|edf)$/i.test(name.replace(/\.gz$/i, ''))
}

/** Control characters throughout, which no text has; UTF-16 looks so from afar. */
function isBinary(head: Buffer): boolean {
  if (readByteOrderMark(head) || looksLikeUtf16(head)) return false
  const controls = head.filter(byte => byte < 9 || (byte > 13 && byte < 32 && byte !== 26 && byte !== 27)).length
  return controls > 16 && controls > head.length * 0.03
}

async function decompressed(file: SourceFile): Promise<SourceFile> {
  const directory = await mkdtemp(join(tmpdir(), 'vitalfew-'))
  const close = () => rm(directory, { recursive: true, force: true })
  try {
    const path = join(directory, 'data')
    await pipeline(inflated(createReadStream(file.path), 'gzip'), createWriteStream(path))
    return { ...file, path, close }
  } catch (error) {
    await close()
    throw readingError(error)
  }
}

import { createHash } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { open, rename, rm } from 'node:fs/promises'
import { finished } from 'node:stream/promises'
import { createGunzip, createGzip } from 'node:zlib'
import { Refusal } from './refusal.ts'

/** Of the container; a file with a higher number is refused. */
export const backupFormat = 1

export type BackupHeader = {
  kind: 'header'
  program: 'vitalfew'
  format: number
  /** Of the program that wrote it. */
  version: string
  /** ISO 8601, UTC. */
  writtenAt: string
  /** Names of the migrations its tables are the result of, in order. */
  migrations: string[]
}

export type BackupRecord =
  | BackupHeader
  /** Its bytes are what COPY … TO STDOUT writes. */
  | { kind: 'table'; schema: string; name: string; columns: string[] }
  | { kind: 'sequences'; sequences: { schema: string; name: string; value: number }[] }
  | { kind: 'jobs'; jobs: WaitingJob[] }
  /** Path within the data directory, with slashes; its bytes are the file. */
  | { kind: 'file'; path: string }
  /** SHA-256 of everything before this record: a file without it was cut short. */
  | { kind: 'end'; sha256: string; rows: number; files: number }

export type WaitingJob = {
  name: string
  payload: unknown
  queue: string | null
  runAt: string
  maxAttempts: number
  key: string | null
  priority: number
}

const terminator = Buffer.alloc(4)

// Bounds what a damaged length can make the reader hold.
const longestPiece = 1 << 20
const longestRecord = 1 << 26

function lengthOf(bytes: Uint8Array): Buffer {
  const length = Buffer.alloc(4)
  length.writeUInt32BE(bytes.length)
  return length
}

export type BackupWriter = {
  add: (record: BackupRecord, bytes?: AsyncIterable<Uint8Array>) => Promise<void>
  /** Adds the end and gives the file its name; answers with its size in bytes. */
  finish: (totals: { rows: number; files: number }) => Promise<number>
  /** Leaves nothing behind. */
  abandon: () => Promise<void>
}

/**
 * Writes beside `file` and renames at the end, so that there is never half a backup under its name.
 * Gzip of records, each a length and JSON, then its bytes in pieces of a length each, then a length of nought.
 */
export async function createBackupFile(file: string): Promise<BackupWriter> {
  const half = `${file}.${process.pid}.part`
  const handle = await open(half, 'wx', 0o600)
  const gzip = createGzip({ level: 1 })
  const output = createWriteStream('', { fd: handle.fd, autoClose: false })
  gzip.pipe(output)
  let failure: Error | undefined
  const done = finished(output).catch(error => {
    failure = error
    gzip.destroy(error)
  })
  const hash = createHash('sha256')

  const write = async (bytes: Uint8Array) => {
    if (failure) throw failure
    hash.update(bytes)
    if (!gzip.write(bytes))
      await new Promise<void>((resolve, reject) => {
        const settle = (error?: Error) => {
          gzip.off('drain', settle).off('close', settle)
          if (failure ?? error) reject(failure ?? error)
          else resolve()
        }
        gzip.once('drain', settle).once('close', settle)
      })
  }
  const add: BackupWriter['add'] = async (record, bytes) => {
    const json = Buffer.from(JSON.stringify(record))
    await write(lengthOf(json))
    await write(json)
    if (bytes)
      for await (const piece of bytes) {
        for (let at = 0; at < piece.length; at += longestPiece) {
          const part = piece.subarray(at, at + longestPiece)
          await write(lengthOf(part))
          await write(part)
        }
      }
    await write(terminator)
  }
  const abandon = async () => {
    gzip.destroy()
    output.destroy()
    await handle.close().catch(() => undefined)
    await rm(half, { force: true })
  }
  const finish: BackupWriter['finish'] = async totals => {
    await add({ kind: 'end', sha256: hash.copy().digest('hex'), ...totals })
    gzip.end()
    await done
    if (failure) throw failure
    await handle.sync()
    const { size } = await handle.stat()
    await handle.close()
    await rename(half, file)
    return size
  }
  return { add, finish, abandon }
}

export type ReadRecord = { record: BackupRecord; bytes: AsyncIterable<Buffer> }

/** Reads the records in order; the bytes of one must be read (or are skipped) before the next. Refuses a broken file. */
export async function* readBackupFile(file: string): AsyncGenerator<ReadRecord> {
  const input = createReadStream(file)
  const gunzip = createGunzip()
  input.on('error', error => gunzip.destroy(error))
  const source = takeBytes(input.pipe(gunzip))
  const hash = createHash('sha256')
  try {
    for (let first = true; ; first = false) {
      const before = hash.copy()
      const length = (await source.take(4, hash)).readUInt32BE()
      if (length > longestRecord) throw new Refusal(first ? 'backup_foreign' : 'backup_broken', { file })
      const record = parseRecord(await source.take(length, hash), file)
      if (first) checkHeader(record, file)
      if (record.kind === 'end' && record.sha256 !== before.digest('hex')) throw new Refusal('backup_broken', { file })
      let over = false
      const bytes = (async function* () {
        while (!over) {
          const size = (await source.take(4, hash)).readUInt32BE()
          if (size > longestPiece) throw new Refusal('backup_broken', { file })
          if (size === 0) over = true
          else yield await source.take(size, hash)
        }
      })()
      yield { record, bytes }
      for await (const _ of bytes);
      if (record.kind === 'end') return
    }
  } catch (error) {
    throw asRefusal(error, file)
  } finally {
    input.destroy()
    gunzip.destroy()
  }
}

function parseRecord(json: Buffer, file: string): BackupRecord {
  try {
    return JSON.parse(json.toString('utf8'))
  } catch {
    throw new Refusal('backup_foreign', { file })
  }
}

function checkHeader(record: BackupRecord, file: string): void {
  if (record.kind !== 'header' || record.program !== 'vitalfew') throw new Refusal('backup_foreign', { file })
  if (record.format > backupFormat) throw new Refusal('backup_newer', { file, version: record.version })
}

class CutShort extends Error {}

function takeBytes(stream: AsyncIterable<Buffer>) {
  const pieces = stream[Symbol.asyncIterator]()
  let rest: Buffer = Buffer.alloc(0)
  return {
    take: async (count: number, hash: { update: (bytes: Buffer) => unknown }): Promise<Buffer> => {
      if (rest.length < count) {
        const parts = [rest]
        let have = rest.length
        while (have < count) {
          const next = await pieces.next()
          if (next.done) throw new CutShort()
          parts.push(next.value)
          have += next.value.length
        }
        rest = Buffer.concat(parts)
      }
      const taken = rest.subarray(0, count)
      rest = rest.subarray(count)
      hash.update(taken)
      return taken
    },
  }
}

function asRefusal(error: unknown, file: string): unknown {
  const code = (error as NodeJS.ErrnoException).code
  if (error instanceof CutShort || code === 'Z_BUF_ERROR' || code === 'Z_DATA_ERROR')
    return new Refusal(isGzipHeaderError(error) ? 'backup_foreign' : 'backup_broken', { file })
  if (code === 'ENOENT' || code === 'EACCES' || code === 'EISDIR')
    return new Refusal('backup_unreadable', { file, reason: code === 'ENOENT' ? 'there is no such file' : code })
  return error
}

const isGzipHeaderError = (error: unknown) => /incorrect header check/.test((error as Error).message)

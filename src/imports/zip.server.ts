import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { Refusal } from '../platform/refusal.ts'
import { ExpansionGuard, inflated } from './open-file.server.ts'

type Entry = { name: string; method: number; size: number; offset: number }

export type ZipArchive = {
  has: (name: string) => boolean
  names: string[]
  /** The entry's bytes, unpacked. */
  bytes: (name: string, signal?: AbortSignal) => AsyncGenerator<Buffer>
  /** Compressed size, for progress. */
  sizeOf: (name: string) => number
}

const damaged = (detail: string) => new Refusal('file_damaged', { detail })

/** The directory of a zip archive (with the 64-bit extension), read from its end. Refused as file_damaged. */
export async function openZip(path: string): Promise<ZipArchive> {
  const handle = await open(path)
  try {
    const entries = await readDirectory(handle)
    return {
      names: [...entries.keys()],
      has: name => entries.has(name),
      sizeOf: name => entries.get(name)?.size ?? 0,
      bytes: (name, signal) => entryBytes(path, entries.get(name), signal),
    }
  } finally {
    await handle.close()
  }
}

async function read(handle: FileHandle, position: number, length: number): Promise<Buffer> {
  const bytes = Buffer.alloc(length)
  const { bytesRead } = await handle.read(bytes, 0, length, position)
  if (bytesRead < length) throw damaged('the archive ends too early')
  return bytes
}

async function readDirectory(handle: FileHandle): Promise<Map<string, Entry>> {
  const { size } = await handle.stat()
  const tailLength = Math.min(size, 65_557)
  const tail = await read(handle, size - tailLength, tailLength)
  const end = tail.lastIndexOf(Buffer.from('PK\u0005\u0006'))
  if (end < 0) throw damaged('the archive has no directory: it was probably cut off')
  let length = tail.readUInt32LE(end + 12)
  let offset = tail.readUInt32LE(end + 16)
  if (length === 0xffffffff || offset === 0xffffffff) {
    const locator = tail.lastIndexOf(Buffer.from('PK\u0006\u0007'))
    if (locator < 0) throw damaged('the archive has no directory')
    const record = await read(handle, Number(tail.readBigUInt64LE(locator + 8)), 56)
    length = Number(record.readBigUInt64LE(40))
    offset = Number(record.readBigUInt64LE(48))
  }
  if (length > 64 * 2 ** 20 || offset + length > size) throw damaged('the archive’s directory lies outside of it')
  const directory = await read(handle, offset, length)
  const entries = new Map<string, Entry>()
  for (let at = 0; at + 46 <= directory.length && directory.readUInt32LE(at) === 0x02014b50; ) {
    const nameLength = directory.readUInt16LE(at + 28)
    const extraLength = directory.readUInt16LE(at + 30)
    const name = directory.toString('utf8', at + 46, at + 46 + nameLength).replaceAll('\\', '/')
    const entry = {
      name,
      method: directory.readUInt16LE(at + 10),
      size: directory.readUInt32LE(at + 20),
      offset: directory.readUInt32LE(at + 42),
    }
    readLongSizes(
      directory.subarray(at + 46 + nameLength, at + 46 + nameLength + extraLength),
      entry,
      directory.readUInt32LE(at + 24),
    )
    entries.set(name.replace(/^\/+/, ''), entry)
    at += 46 + nameLength + extraLength + directory.readUInt16LE(at + 32)
  }
  return entries
}

function readLongSizes(extra: Buffer, entry: Entry, unpackedSize: number): void {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let from = at + 4
    const next = () => {
      const value = Number(extra.readBigUInt64LE(from))
      from += 8
      return value
    }
    if (unpackedSize === 0xffffffff) next()
    if (entry.size === 0xffffffff) entry.size = next()
    if (entry.offset === 0xffffffff) entry.offset = next()
  }
}

async function* entryBytes(path: string, entry: Entry | undefined, signal?: AbortSignal): AsyncGenerator<Buffer> {
  if (!entry) throw damaged('a part of the workbook is missing')
  const handle = await open(path)
  const header = await read(handle, entry.offset, 30).finally(() => handle.close())
  if (header.readUInt32LE(0) !== 0x04034b50) throw damaged('an entry of the archive is not where it should be')
  const start = entry.offset + 30 + header.readUInt16LE(26) + header.readUInt16LE(28)
  if (entry.size === 0) return
  const source = createReadStream(path, { start, end: start + entry.size - 1, highWaterMark: 262_144 })
  if (entry.method === 8) yield* inflated(source, 'deflate', signal)
  else if (entry.method === 0) {
    const guard = new ExpansionGuard(() => entry.size)
    for await (const chunk of source as AsyncIterable<Buffer>) {
      guard.pass(chunk.length)
      yield chunk
    }
  } else throw new Refusal('format_unsupported', { file: entry.name, format: `zip method ${entry.method}` })
}

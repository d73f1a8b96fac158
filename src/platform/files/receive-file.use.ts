import { createHash, randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, open, rm } from 'node:fs/promises'
import { join } from 'node:path'
import type { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { fileTypeFromFile } from 'file-type'
import type { ActorContext } from '../operation.server.ts'
import { Refusal } from '../refusal.ts'
import type { AnyActor } from '../roles.ts'
import { chosenFileStore } from './chosen-file-store.server.ts'
import { allowedEndings, cleanFileName, judgeFile } from './file-kinds.ts'
import { type FileRow, insertFile } from './files.store.ts'

const megabyte = 1024 * 1024

/** 25 MB unless VITALFEW_FILE_LIMIT_MB says otherwise. */
const largestFile = () => Number(process.env.VITALFEW_FILE_LIMIT_MB ?? 25) * megabyte

/**
 * Takes a file in: to the disk while it comes, then judged by name and content, then into the file store. It is kept
 * only once something refers to it (`keepFiles`). @throws Refusal file_too_large, file_kind_invalid, file_empty_invalid
 */
export async function receiveFile(
  {
    db,
    actor,
    clock,
    dataDirectory,
  }: Pick<ActorContext, 'db' | 'clock' | 'dataDirectory'> & { actor: Pick<AnyActor, 'id'> },
  name: string,
  bytes: Readable,
): Promise<FileRow> {
  const id = randomUUID()
  const folder = join(dataDirectory, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${id}.file`)
  try {
    const { size, sha256 } = await write(bytes, path)
    if (size === 0) throw new Refusal('file_empty_invalid', { name })
    const sniffed = (await fileTypeFromFile(path))?.mime ?? null
    const cleaned = cleanFileName(name)
    const verdict = judgeFile(cleaned, sniffed, await beginsAsText(path))
    if (!verdict.taken) {
      const code = verdict.reason === 'ending not allowed' ? 'file_kind_invalid' : 'file_content_invalid'
      throw new Refusal(code, { name: cleaned, kinds: allowedEndings.join(', ') })
    }
    const { mediaType } = verdict
    await chosenFileStore(process.env, dataDirectory).put(sha256, path, { size, mediaType })
    const file = { id, name: cleaned, mediaType, size, sha256 }
    await insertFile(db, { ...file, uploadedBy: actor.id, uploadedAt: clock.now() })
    return file
  } finally {
    await rm(path, { force: true })
  }
}

async function write(bytes: Readable, path: string): Promise<{ size: number; sha256: string }> {
  const hash = createHash('sha256')
  const limit = largestFile()
  let size = 0
  async function* counted() {
    for await (const piece of bytes) {
      size += (piece as Buffer).length
      if (size > limit) throw new Refusal('file_too_large', { limit: `${limit / megabyte} MB` })
      hash.update(piece as Buffer)
      yield piece
    }
  }
  await pipeline(counted, createWriteStream(path, { mode: 0o600 }))
  return { size, sha256: hash.digest('hex') }
}

/** Whether its first 64 kB are UTF-8 without control characters; a character cut off at the end counts as whole. */
async function beginsAsText(path: string): Promise<boolean> {
  const file = await open(path, 'r')
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(65_536), 0, 65_536, 0)
    const text = new TextDecoder('utf-8', { fatal: true }).decode(buffer.subarray(0, bytesRead), { stream: true })
    return !/[^\P{Cc}\t\r\n\f]/u.test(text)
  } catch {
    return false
  } finally {
    await file.close()
  }
}

import { randomUUID } from 'node:crypto'
import { mkdir, open, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { openFile, type SourceFile } from './open-file.server.ts'
import { findUpload, insertUpload, saveReceived, takeStaleUploads, type Upload } from './uploads.store.ts'

/** Bytes; a larger ledger comes in parts or through the command line. */
const largestUpload = 20 * 2 ** 30

export function uploadPath(dataDirectory: string, id: string): string {
  return join(dataDirectory, 'uploads', id)
}

export async function beginUpload(
  context: { db: Db; actor: Actor; dataDirectory: string },
  given: { name: string; size: number },
): Promise<Upload> {
  if (given.size > largestUpload) throw new Refusal('upload_too_large', { gigabytes: largestUpload / 2 ** 30 })
  await mkdir(join(context.dataDirectory, 'uploads'), { recursive: true })
  await removeStaleUploads(context.db, context.dataDirectory)
  const upload = { id: randomUUID(), ...given, actorId: context.actor.id }
  await insertUpload(context.db, upload)
  return { ...upload, received: 0 }
}

export async function removeStaleUploads(db: Db, dataDirectory: string): Promise<void> {
  for (const id of await takeStaleUploads(db)) await rm(uploadPath(dataDirectory, id), { force: true })
}

/** The caller's own upload. Refused as upload_unknown. */
export async function ownUpload(context: { db: Db; actor: Actor }, id: string): Promise<Upload> {
  const upload = await findUpload(context.db, id)
  if (!upload || (upload.actorId !== context.actor.id && context.actor.role !== 'administrator'))
    throw new Refusal('upload_unknown')
  return upload
}

/**
 * Writes a piece of an upload from its offset on; what arrived before a connection broke stays and is gone on from.
 * Refused as upload_offset_wrong, upload_too_large.
 */
export async function receivePiece(
  context: { db: Db; actor: Actor; dataDirectory: string },
  id: string,
  offset: number,
  piece: AsyncIterable<Uint8Array>,
): Promise<Upload> {
  const upload = await ownUpload(context, id)
  const path = uploadPath(context.dataDirectory, id)
  const onDisk = await stat(path).then(
    facts => facts.size,
    () => 0,
  )
  // Bytes may have reached the disk without being counted when a connection broke.
  const received = Math.min(onDisk, upload.size)
  if (offset > received || offset < 0) throw new Refusal('upload_offset_wrong', { received })
  const file = await open(path, onDisk === 0 ? 'w' : 'r+')
  let at = offset
  try {
    for await (const bytes of piece) {
      if (at + bytes.length > upload.size) throw new Refusal('upload_offset_wrong', { received: at })
      await file.write(bytes, 0, bytes.length, at)
      at += bytes.length
    }
  } finally {
    await file.close()
    await saveReceived(context.db, id, Math.max(at, received))
  }
  return { ...upload, received: Math.max(at, received) }
}

/** The file of a finished upload. Refused as upload_incomplete, import_without_file. */
export async function openUpload(dataDirectory: string, upload: Upload, importId = 0): Promise<SourceFile> {
  if (upload.received < upload.size)
    throw new Refusal('upload_incomplete', { received: upload.received, size: upload.size })
  try {
    return await openFile(uploadPath(dataDirectory, upload.id), upload.name)
  } catch (error) {
    if (error instanceof Refusal && error.code === 'file_not_found' && upload.size > 0)
      throw new Refusal('import_without_file', { id: importId })
    throw upload.size === 0 ? new Refusal('file_empty', { file: upload.name }) : error
  }
}

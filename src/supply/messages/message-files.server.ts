import { createHash, randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Db } from '../../platform/database.server.ts'
import { chosenFileStore } from '../../platform/files/chosen-file-store.server.ts'
import { cleanFileName } from '../../platform/files/file-kinds.ts'
import { insertFile, keepFiles } from '../../platform/files/files.store.ts'
import type { Standard } from './interchange/interchange-facts.ts'

/** Where files are kept, and when it is. */
export type Keeping = { dataDirectory: string; at: Date; personId: string | null }

const mediaTypes: Record<Standard, string> = { x12: 'application/edi-x12', edifact: 'application/edifact' }

/** Keeps a local file as one that can be downloaded for good. Returns its id. */
export async function keepFile(
  db: Db,
  { dataDirectory, at, personId }: Keeping,
  file: { path: string; name: string; standard: Standard },
): Promise<string> {
  const { size } = await stat(file.path)
  const hash = createHash('sha256')
  for await (const piece of createReadStream(file.path, { highWaterMark: 1 << 20 })) hash.update(piece as Buffer)
  const sha256 = hash.digest('hex')
  const mediaType = mediaTypes[file.standard]
  await chosenFileStore(process.env, dataDirectory).put(sha256, file.path, { size, mediaType })
  const id = randomUUID()
  const name = cleanFileName(file.name) || 'message.edi'
  await insertFile(db, { id, name, mediaType, size, sha256, uploadedBy: personId, uploadedAt: at })
  await keepFiles(db, [id])
  return id
}

/** Keeps a written message as a file. */
export async function keepText(
  db: Db,
  keeping: Keeping,
  message: { text: string; name: string; standard: Standard },
): Promise<string> {
  const folder = join(keeping.dataDirectory, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}.message`)
  try {
    await writeFile(path, message.text, { mode: 0o600 })
    return await keepFile(db, keeping, { path, name: message.name, standard: message.standard })
  } finally {
    await rm(path, { force: true })
  }
}

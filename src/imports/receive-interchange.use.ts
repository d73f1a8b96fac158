import { randomUUID } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { DB } from '../platform/database-types.ts'
import { Refusal } from '../platform/refusal.ts'
import type { Actor } from '../platform/roles.ts'
import { acknowledgementsOf } from '../supply/messages/messages.server.ts'
import { detectImport } from './detect-import.use.ts'
import { keepingFor, keepingRefused } from './detect-interchange.server.ts'
import { insertImport } from './imports.store.ts'
import { openFile } from './open-file.server.ts'
import { readImport } from './prepare-import.use.ts'
import { rowsOfFile, runImport } from './run-import.use.ts'

/** Bytes; a larger interchange comes as an upload. */
const largest = 64 * 2 ** 20

/**
 * Takes an interchange in at once, for gateways (AS2, SFTP, VAN) that hand on what they receive. Refused as
 * interchange_too_large, not_an_interchange_invalid, interchange_invalid, interchange_repeated.
 */
export async function receiveInterchange(
  context: { db: Kysely<DB>; pool: pg.Pool; actor: Actor; dataDirectory: string },
  { name, source }: { name: string; source: string },
  bytes: AsyncIterable<Uint8Array>,
) {
  const { db, pool, actor, dataDirectory } = context
  const folder = join(dataDirectory, 'uploads')
  await mkdir(folder, { recursive: true, mode: 0o700 })
  const path = join(folder, `${randomUUID()}.received`)
  try {
    await pipeline(limited(bytes), createWriteStream(path, { mode: 0o600 }))
    const file = await openFile(path, name)
    if (file.format !== 'interchange') throw new Refusal('not_an_interchange_invalid', { file: name })
    const keeping = await keepingFor(db, dataDirectory, actor)
    const found = await keepingRefused(db, keeping, file, null, () => detectImport(db, file, source, {}))
    const id = await insertImport(db, actor, {
      kind: 'interchange',
      source,
      fileName: name,
      fileSize: file.size,
      state: 'waiting',
      corrections: {},
      shape: found.shape,
      questions: [],
    })
    const row = await readImport(db, id)
    const run = () => runImport(row, rowsOfFile(file, found.shape!, keeping), { db, pool, actor, wait: 60 })
    const { rows, added, replaced, unchanged, setAside, reasons } = await keepingRefused(db, keeping, file, id, run)
    return {
      import: id,
      rows,
      added,
      replaced,
      unchanged,
      setAside,
      reasons,
      messages: await acknowledgementsOf(db, id),
    }
  } finally {
    await rm(path, { force: true })
  }
}

async function* limited(bytes: AsyncIterable<Uint8Array>): AsyncGenerator<Uint8Array> {
  let size = 0
  for await (const piece of bytes) {
    size += piece.length
    if (size > largest) throw new Refusal('interchange_too_large', { megabytes: largest / 2 ** 20 })
    yield piece
  }
}

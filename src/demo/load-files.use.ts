import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import { detectImport } from '../imports/detect-import.use.ts'
import { findImport, insertImport } from '../imports/imports.store.ts'
import { openFile } from '../imports/open-file.server.ts'
import { rowsOfFile, runImport } from '../imports/run-import.use.ts'
import type { DB } from '../platform/database-types.ts'
import type { Actor } from '../platform/roles.ts'
import type { DemoFile } from './demo-files.ts'
import { writeDemoFile } from './write-demo-files.server.ts'

/** The name under which the demo's ERP is known as a source. */
export const demoSource = 'ERP'

/** Writes each file to a folder of its own, imports it as a person would, and removes the folder. */
export async function loadFiles(
  db: Kysely<DB>,
  pool: pg.Pool,
  actor: Actor,
  files: readonly DemoFile[],
  onFile: (file: DemoFile) => void,
): Promise<void> {
  const directory = await mkdtemp(join(tmpdir(), 'vitalfew-demo-'))
  try {
    for (const file of files) {
      onFile(file)
      await importFile(db, pool, actor, await writeDemoFile(directory, file), file)
    }
  } finally {
    await rm(directory, { recursive: true, force: true })
  }
}

async function importFile(
  db: Kysely<DB>,
  pool: pg.Pool,
  actor: Actor,
  path: string,
  { name, kind }: DemoFile,
): Promise<void> {
  const file = await openFile(path)
  try {
    const { shape, questions, corrections } = await detectImport(db, file, demoSource, { kind })
    if (!shape || questions.length > 0) throw new Error(`The shape of ${name} is not clear`)
    const id = await insertImport(db, actor, {
      kind,
      source: demoSource,
      fileName: name,
      fileSize: file.size,
      state: 'waiting',
      corrections,
      shape,
      questions,
    })
    const row = await findImport(db, id)
    if (row) await runImport(row, rowsOfFile(file, shape), { db, pool, actor })
  } finally {
    await file.close()
  }
}

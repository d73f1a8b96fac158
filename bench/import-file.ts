import { detectImport } from '../src/imports/detect-import.use.ts'
import { findImport, insertImport } from '../src/imports/imports.store.ts'
import { openFile } from '../src/imports/open-file.server.ts'
import { rowsOfFile, runImport } from '../src/imports/run-import.use.ts'
import type { Database } from '../src/platform/database.server.ts'
import { operator } from '../src/platform/roles.ts'
import { timed } from './measurement.ts'

export type ImportTimes = { id: number; detect: number; import: number; added: number }

/** Imports a file as the command line does: its shape detected, then one transaction. Times in milliseconds. */
export async function importFile({ db, pool }: Pick<Database, 'db' | 'pool'>, path: string): Promise<ImportTimes> {
  const actor = operator()
  const source = 'bench'
  const file = await openFile(path)
  try {
    const detected = await timed(() => detectImport(db, file, source, {}))
    const { kind, shape, corrections, questions, baseCurrency } = detected.result
    if (questions.length > 0 || !shape) throw new Error('the generated ledger must not raise a question')
    const imported = await timed(async () => {
      const id = await insertImport(db, actor, {
        kind,
        source,
        fileName: file.name,
        fileSize: file.size,
        state: 'waiting',
        corrections,
        shape,
        questions: [],
        createAccounts: true,
        createProducts: true,
      })
      const row = (await findImport(db, id))!
      return { id, ...(await runImport(row, rowsOfFile(file, shape), { db, pool, actor, baseCurrency })) }
    })
    const { id, added } = imported.result
    return { id, detect: detected.milliseconds, import: imported.milliseconds, added }
  } finally {
    await file.close()
  }
}

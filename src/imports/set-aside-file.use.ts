import type { Kysely } from 'kysely'
import type { DB } from '../platform/database-types.ts'
import type { Language } from '../platform/language.ts'
import { readImport } from './prepare-import.use.ts'
import { listSetAside } from './set-aside.store.ts'
import { headerLine, rowLine } from './set-aside-file.ts'
import { cellsOf } from './settle-set-aside.use.ts'

const page = 2_000

/** The rows an import set aside as CSV, piece by piece: its own columns, the row, the reason. */
export async function* setAsideFile(
  db: Kysely<DB>,
  id: number,
  filter: { reason?: string; state?: string },
  language: Language,
): AsyncGenerator<string> {
  const { shape } = await readImport(db, id)
  const headers = shape?.headers ?? ['row']
  yield headerLine(headers)
  for (let after = -1; ; ) {
    const rows = await listSetAside(db, id, { ...filter, after, limit: page })
    if (rows.length === 0) return
    after = rows.at(-1)!.row
    yield rows.map(row => rowLine(headers, shape ? cellsOf(row.raw, shape) : [row.raw], row, language)).join('')
  }
}

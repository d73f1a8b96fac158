import { undoImport } from '../src/imports/undo-import.use.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { operator } from '../src/platform/roles.ts'
import { createColumnsReader } from '../src/report/account-columns.server.ts'
import { asked, tell } from './child-process.ts'
import { type ImportTimes, importFile } from './import-file.ts'
import { type FreshTimes, readEveryFigure } from './read-figures.ts'

export type DayFound = { before: FreshTimes; imported: ImportTimes; after: FreshTimes }

// One process as a server is one: what it has gathered before the day comes, it may keep.
const { url, path } = asked<{ url: string; path: string }>()
const database = openDatabase(url)
const readColumns = createColumnsReader()
const before = await readEveryFigure(database, readColumns)
const imported = await importFile(database, path)
const after = await readEveryFigure(database, readColumns)
// The next run finds the ledger as it was.
await undoImport({ ...database, actor: operator() }, imported.id)
await database.close()
tell<DayFound>({ before, imported, after })

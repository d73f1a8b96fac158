import { rank } from '../src/identify/rank.use.ts'
import { openDatabase } from '../src/platform/database.server.ts'
import { asked, tell } from './child-process.ts'
import { type ImportTimes, importFile } from './import-file.ts'
import { timed } from './measurement.ts'
import { serverProcessor } from './server-processor.ts'
import { type StatementTime, watchStatements } from './statement-times.ts'

export type ImportFound = ImportTimes & {
  rank: number
  accounts: number
  /** Processor time of Node itself, in milliseconds. */
  importProcessor: number
  rankProcessor: number
  /** Of the database server; null where the system does not tell. */
  importServer: number | null
  rankServer: number | null
  statements: StatementTime[]
}

const { url, path } = asked<{ url: string; path: string }>()
const database = openDatabase(url)
const statements = watchStatements(database.pool)
const processor = () => {
  const { user, system } = process.cpuUsage()
  return (user + system) / 1000
}
const serverAtFirst = await serverProcessor(url)
const atFirst = processor()
const times = await importFile(database, path)
const afterImport = processor()
const serverAfterImport = await serverProcessor(url)
const ranked = await timed(() => rank({ ...database, clock: { now: () => new Date() } }, { limit: 20 }))
const rankProcessor = processor() - afterImport
const serverAtLast = await serverProcessor(url)
const between = (from: number | null, to: number | null) => (from === null || to === null ? null : to - from)
const found: ImportFound = {
  ...times,
  rank: ranked.milliseconds,
  accounts: ranked.result.totals.accounts,
  importProcessor: afterImport - atFirst,
  rankProcessor,
  importServer: between(serverAtFirst, serverAfterImport),
  rankServer: between(serverAfterImport, serverAtLast),
  statements: statements().filter(each => each.milliseconds > 50),
}
await database.close()
tell(found)

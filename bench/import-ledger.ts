import { createReadStream } from 'node:fs'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import type { BenchPostgres } from './bench-postgres.ts'
import { inChild } from './child-process.ts'
import { ledgerChunks, writeChunks } from './generate-ledger.ts'
import type { ImportFound } from './import-ledger.child.ts'
import { currentLoad } from './machine.ts'
import { type Measurement, type Size, timed } from './measurement.ts'
import { serverProcessor } from './server-processor.ts'

/** (a) From the file to the ranked accounts, against PostgreSQL's COPY of the same file into a bare table. */
export async function measureImport(postgres: BenchPostgres, size: Size): Promise<Measurement> {
  const path = join(postgres.directory, 'ledger.csv')
  await writeChunks(path, ledgerChunks({ lines: size.importLines, accounts: size.accounts }))
  const url = await postgres.makeDatabase('import_product', 'product')
  const bareUrl = await postgres.makeDatabase('import_bare', 'bare')
  const loads = [currentLoad()]
  const serverBefore = await serverProcessor(bareUrl)
  const before = await copyInto(bareUrl, path)
  const serverAfter = await serverProcessor(bareUrl)
  const { found, memory } = await inChild<ImportFound>('./import-ledger.child.ts', { url, path })
  const after = await copyInto(bareUrl, path)
  loads.push(currentLoad())
  await postgres.dropDatabase('import_product')
  await postgres.dropDatabase('import_bare')
  // Once before and once after: what else the machine does weighs on both sides.
  const copied = (before + after) / 2
  const ours = found.detect + found.import + found.rank
  return {
    key: 'a',
    title: `import of ${size.importLines.toLocaleString('en')} lines until they are ranked`,
    ratio: ours / copied,
    goal: '≤ 3',
    memory: { 'import and rank': memory },
    rows: [
      {
        what: 'COPY into a bare table, before',
        milliseconds: before,
        note: serverNote(serverBefore === null ? null : serverAfter! - serverBefore).replace(', ', ''),
      },
      { what: 'COPY into a bare table, after', milliseconds: after, note: `load ${loads.join(' → ')}` },
      { what: 'product: all', milliseconds: ours, note: `${found.added} lines, ${found.accounts} accounts` },
      { what: 'detect the shape', milliseconds: found.detect },
      {
        what: 'read, check, copy, add up',
        milliseconds: found.import,
        note: `Node ${seconds(found.importProcessor)}${serverNote(found.importServer)}`,
      },
      {
        what: 'rank',
        milliseconds: found.rank,
        note: `Node ${seconds(found.rankProcessor)}${serverNote(found.rankServer)}`,
      },
      ...found.statements.map(({ statement, milliseconds, count }) => ({
        what: `  waited for ${statement}`,
        milliseconds,
        note: `${count} times`,
      })),
    ],
  }
}

const serverNote = (milliseconds: number | null) =>
  milliseconds === null ? '' : `, PostgreSQL ${seconds(milliseconds)}`
const seconds = (milliseconds: number) => `${(milliseconds / 1000).toFixed(1)} s of processor`

/** A table that a person would make for the file; COPY from the client, as durable as everything else. */
async function copyInto(url: string, path: string): Promise<number> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('drop table if exists bare')
  await client.query(
    'create table bare (document text, line text, day date, customer text, item text, quantity numeric, net numeric, cost numeric)',
  )
  const { milliseconds } = await timed(() =>
    pipeline(
      createReadStream(path, { highWaterMark: 1 << 18 }),
      client.query(copyFrom('copy bare from stdin with (format csv, header)')),
    ),
  )
  await client.end()
  return milliseconds
}

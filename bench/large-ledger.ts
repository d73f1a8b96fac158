import { existsSync } from 'node:fs'
import { join } from 'node:path'
import pg from 'pg'
import type { BenchPostgres } from './bench-postgres.ts'
import { inChild } from './child-process.ts'
import { ledgerChunks, nextDayChunks, writeChunks } from './generate-ledger.ts'
import type { ImportFound } from './import-ledger.child.ts'
import type { Size } from './measurement.ts'
import type { RankFound } from './rank-ledger.child.ts'

export type LargeLedger = {
  url: string
  /** The ledger's file, and that of the day after it. */
  path: string
  nextDay: string
  nextDayLines: number
  /** What the import said; null where a kept ledger is used again. */
  imported: { found: ImportFound; memory: number } | null
}

/** The ledger that everything but the import is measured on, brought in through the product. */
export async function prepareLedger(postgres: BenchPostgres, size: Size): Promise<LargeLedger> {
  const own = { lines: size.ledgerLines, accounts: size.accounts }
  const path = join(postgres.directory, `ledger-${own.lines}.csv`)
  const nextDay = join(postgres.directory, `next-day-${own.lines}.csv`)
  const nextDayLines = Math.min(10_000, own.lines / 100)
  const name = `ledger_${own.lines}`
  const known = await postgres.findDatabase(name)
  if (!existsSync(path) || !known) await writeChunks(path, ledgerChunks(own))
  await writeChunks(nextDay, nextDayChunks(own, nextDayLines))
  if (known) {
    // The day that the run before took back has left the standing of another version of the ledger.
    await inChild<RankFound>('./rank-ledger.child.ts', { url: known })
    return { url: known, path, nextDay, nextDayLines, imported: null }
  }
  const url = await postgres.makeDatabase(name, 'product')
  const imported = await inChild<ImportFound>('./import-ledger.child.ts', { url, path })
  await settle(url)
  return { url, path, nextDay, nextDayLines, imported }
}

/** What autovacuum does within minutes, done at once, so that every run finds the same. */
async function settle(url: string): Promise<void> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  await client.query('vacuum (analyze)')
  await client.end()
}

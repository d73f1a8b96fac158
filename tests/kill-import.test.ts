import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { ledgerChunks } from '../bench/generate-ledger.ts'
import { Random } from '../src/demo/random.ts'
import { examineLedger } from '../src/ledger/doctor.server.ts'
import { createTestDatabase, type TestDatabase } from './support/database.ts'
import { program, runVitalfew, type VitalfewProcess } from './support/vitalfew-process.ts'

const kills = 20
const size = { lines: 60_000, accounts: 2_000 }
const linesBefore = 20_000

let database: TestDatabase
let folder: string
const running = new Set<VitalfewProcess>()

beforeAll(async () => {
  database = await createTestDatabase()
  folder = await mkdtemp(join(tmpdir(), 'vitalfew-kill-'))
})
afterAll(async () => {
  for (const { child, over } of running) {
    child.kill('SIGKILL')
    await over
  }
  await rm(folder, { recursive: true, force: true })
  await database.close()
})

test('an import killed at 20 random moments leaves the ledger as before or complete, and is simply started again', async () => {
  await writeFiles()
  await importWhole('before.csv')
  const before = await checksum()
  const began = performance.now()
  const whole = await importWhole('whole.csv')
  const duration = performance.now() - began
  expect(whole).toMatchObject({ rows: 60_000, added: 40_000, setAside: 0 })
  expect(whole.replaced).toBeGreaterThan(6_000)
  const complete = await checksum()
  expect(complete).not.toEqual(before)
  await undo(whole.import)
  expect(await checksum()).toEqual(before)

  const random = new Random('kill an import')
  const left = { before: 0, complete: 0 }
  for (let round = 0; round < kills; round++) {
    // One moment in each twentieth of the whole run, and a little beyond: stores on a busy disk are slower at times.
    const moment = ((round + random.next()) / kills) * duration * 1.1
    const { child, over } = start(['import', join(folder, 'whole.csv'), '--json'])
    await Promise.race([sleep(moment), over])
    child.kill('SIGKILL')
    await over
    await nothingUnderWay()
    const found = await checksum()
    expect([before, complete], `killed after ${Math.round(moment)} ms`).toContainEqual(found)
    expect(await examineLedger(database.pool)).toEqual([])
    const isComplete = found.line === complete.line
    left[isComplete ? 'complete' : 'before']++
    if (isComplete) await undo(await latestImport())
  }
  expect(left.before).toBeGreaterThan(kills / 2)

  // At once, while the database may not even have noticed that the one before is gone.
  const last = start(['import', join(folder, 'whole.csv'), '--json'])
  await sleep(duration / 2)
  last.child.kill('SIGKILL')
  expect(await importWhole('whole.csv')).toMatchObject({ added: 40_000, replaced: whole.replaced })
  await nothingUnderWay()
  expect(await checksum()).toEqual(complete)
  const doctor = start(['doctor', '--json'])
  expect(await doctor.over).toBe(0)
  expect(JSON.parse(doctor.said())).toEqual({ differences: [] })
}, 300_000)

/** The whole ledger, and its first third with some costs that the whole then corrects. */
async function writeFiles(): Promise<void> {
  const text = [...ledgerChunks(size)].join('')
  await writeFile(join(folder, 'whole.csv'), text)
  const lines = text.split('\n').slice(0, linesBefore + 1)
  const corrected = lines.map((line, row) => (row > 0 && row % 3 === 0 ? `${line}1` : line))
  await writeFile(join(folder, 'before.csv'), `${corrected.join('\n')}\n`)
}

function start(args: string[]): VitalfewProcess {
  const process = runVitalfew(program, [...args, '--data', join(folder, 'data')], database.url)
  running.add(process)
  process.over.finally(() => running.delete(process))
  return process
}

async function importWhole(name: string) {
  const { said, over } = start(['import', join(folder, name), '--json'])
  expect(await over, said()).toBe(0)
  return JSON.parse(said())
}

async function undo(id: number): Promise<void> {
  const { said, over } = start(['imports', 'undo', String(id)])
  expect(await over, said()).toBe(0)
}

async function latestImport(): Promise<number> {
  const { rows } = await database.pool.query('select max(id) as id from imports.import')
  return rows[0].id
}

/** Until nothing that the killed one began is under way: a commit it had sent ends one way or the other. */
async function nothingUnderWay(): Promise<void> {
  await expect
    .poll(
      async () => {
        const { rows } = await database.pool.query(
          `select count(*)::integer as others from pg_stat_activity
           where datname = current_database() and backend_type = 'client backend'
             and xact_start is not null and pid <> pg_backend_pid()`,
        )
        return rows[0].others
      },
      { timeout: 30_000, interval: 50 },
    )
    .toBe(0)
}

type Checksum = Record<'line' | 'version' | 'document' | 'month' | 'year' | 'account' | 'product', string>

/** What is kept, by what people call it: surrogate ids, postings and moments may differ between two equal ledgers. */
async function checksum(): Promise<Checksum> {
  const ofAccount = (table: string, without: string) => `
    select count(*) || ' ' || coalesce(sum(jsonb_hash_extended(
      (to_jsonb(kept) - '{${without}}'::text[]) || jsonb_build_object('account', account.code), 0)), 0)
    from ${table} as kept left join accounts.account on account.id = kept.account_id`
  const ofLine = (table: string) => `
    select count(*) || ' ' || coalesce(sum(jsonb_hash_extended(
      (to_jsonb(kept) - '{account_id,document_id,product_id,posting}'::text[])
        || jsonb_build_object('account', account.code, 'document', document.number, 'product', product.code), 0)), 0)
    from ${table} as kept
    left join ledger.document on (document.account_id, document.id) = (kept.account_id, kept.document_id)
    left join accounts.account on account.id = kept.account_id
    left join products.product on product.id = kept.product_id`
  const ofMaster = (table: string) => `
    select count(*) || ' ' || coalesce(sum(jsonb_hash_extended(
      to_jsonb(kept) - '{id,version,created_at,created_by_import}'::text[], 0)), 0)
    from ${table} as kept`
  const { rows } = await database.pool.query(`
    select (${ofLine('ledger.line')}) as line,
      (${ofLine('ledger.line_version')}) as version,
      (${ofAccount('ledger.document', 'account_id,id')}) as document,
      (${ofAccount('ledger.account_month', 'account_id')}) as month,
      (${ofAccount('ledger.account_year', 'account_id')}) as year,
      (${ofMaster('accounts.account')}) as account,
      (${ofMaster('products.product')}) as product`)
  return rows[0]
}

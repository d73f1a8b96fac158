import {
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { gunzipSync, gzipSync } from 'node:zlib'
import type pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { writeBackup } from './backup.server.ts'
import { createBackupFile } from './backup-container.server.ts'
import { dropOwnSchemas, readTables } from './catalogue.store.ts'
import { openDataDirectory } from './data-directory.server.ts'
import { openDatabase } from './database.server.ts'
import { addJob } from './jobs.server.ts'
import { migrate } from './migrations.server.ts'
import { createPerson } from './people.use.ts'
import { checkBackup, makeRoom, restoreBackup } from './restore.server.ts'
import { writeSettings } from './settings.server.ts'

let folder: string
let from: string
let file: string
let source: TestDatabase
const now = new Date('2026-11-23T08:00:00Z')

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vitalfew-backup-'))
  from = join(folder, 'from')
  file = join(folder, 'company.vitalfew')
  mkdirSync(join(from, 'files', '2026'), { recursive: true })
  writeFileSync(join(from, 'secret'), 'the-secret\n')
  writeFileSync(join(from, 'files', '2026', '合同.pdf'), Buffer.alloc(3_000_000, 7))
  source = await createTestDatabase()
  await writeSettings(source.db, { companyName: 'Tab\there, “quotes” \\ and 中文\nsecond line', demo: false })
  await createPerson(source.db, { name: '王 Wang', email: 'wang@example.com', role: 'manager' })
  await addJob(source.db, 'fit value model', { account: 7 }, { jobKey: 'fit' })
  await source.pool.query(
    `insert into accounts.account (code, name, country) select 'A' || n, 'Ä ' || n, case when n % 2 = 0 then 'DE' end from generate_series(1, 5000) n`,
  )
  await source.pool.query(`select setval(pg_get_serial_sequence('accounts.account', 'id'), 90000)`)
  await source.pool.query(
    `insert into accounts.contact (account_id, name) select id, 'Contact of ' || code from accounts.account limit 100`,
  )
})
afterAll(async () => {
  await source.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Rows and a checksum of their text, of every table. */
async function checksums(pool: pg.Pool): Promise<Record<string, string>> {
  const client = await pool.connect()
  try {
    await client.query(`set timezone = 'UTC'`)
    const sums: Record<string, string> = {}
    for (const { schema, name } of await readTables(client)) {
      const { rows } = await client.query(
        `select count(*) || ' ' || coalesce(md5(string_agg(t::text, E'\\n' order by t::text collate "C")), '') as sum from "${schema}"."${name}" t`,
      )
      sums[`${schema}.${name}`] = rows[0].sum
    }
    return sums
  } finally {
    await client.query('reset timezone')
    client.release()
  }
}

/** Constraints, indexes and triggers with their states. */
async function structure(pool: pg.Pool): Promise<unknown> {
  const { rows } = await pool.query(
    `select conrelid::regclass::text as of, conname as name, pg_get_constraintdef(oid) as what from pg_constraint
       where connamespace::regnamespace::text not in ('graphile_worker', 'pg_catalog', 'information_schema') and contype <> 'n'
     union all
     select tgrelid::regclass::text, tgname, tgenabled::text from pg_trigger where not tgisinternal
     order by 1, 2`,
  )
  return rows
}

test('a backup brought back into an empty data directory has the same rows in every table, and the files', async () => {
  const facts = await writeBackup(source.pool, from, file, now)
  expect(statSync(file).mode & 0o077).toBe(0)
  expect(await checkBackup(file)).toMatchObject({ rows: facts.rows, files: 2, writtenAt: now.toISOString() })

  const to = join(folder, 'to')
  const directory = await openDataDirectory({
    data: to,
    as: 'system',
    restoring: true,
    databaseUrl: await emptyDatabase(),
  })
  const target = openDatabase(directory.databaseUrl)
  try {
    await makeRoom(target.pool, directory.path)
    await restoreBackup(target.pool, directory.path, file)
    expect(await checksums(target.pool)).toEqual(await checksums(source.pool))
    expect(await structure(target.pool)).toEqual(await structure(source.pool))
    const jobs = await target.pool.query(`select task_identifier, key from graphile_worker.jobs`)
    expect(jobs.rows).toEqual([{ task_identifier: 'fit value model', key: 'fit' }])
    const next = await target.pool.query(`insert into accounts.account (code, name) values ('new', 'New') returning id`)
    expect(next.rows[0].id).toBe(90_001)
    expect(readFileSync(join(to, 'secret'), 'utf8')).toBe('the-secret\n')
    expect(readFileSync(join(to, 'files', '2026', '合同.pdf'))).toEqual(Buffer.alloc(3_000_000, 7))
    await expect(makeRoom(target.pool, directory.path)).rejects.toMatchObject({ code: 'restore_needs_empty' })
  } finally {
    await target.close()
    await directory.close()
  }
})

let empties: TestDatabase[] = []
async function emptyDatabase(): Promise<string> {
  const database = await createTestDatabase()
  await dropOwnSchemas(database.pool)
  empties.push(database)
  return database.url
}
afterAll(async () => {
  for (const database of empties) await database.close()
  empties = []
})

test('a restore cut short is refused to every start, and finished by running it again', async () => {
  await writeBackup(source.pool, from, file, now)
  const to = join(folder, 'again')
  const url = await emptyDatabase()
  const open = (restoring: boolean) => openDataDirectory({ data: to, as: 'system', restoring, databaseUrl: url })
  const first = await open(true)
  const target = openDatabase(url)
  try {
    await makeRoom(target.pool, first.path)
    await migrate(target.pool)
    await first.close()
    await expect(open(false)).rejects.toMatchObject({ code: 'restore_unfinished' })
    const second = await open(true)
    await makeRoom(target.pool, second.path)
    await restoreBackup(target.pool, second.path, file)
    await second.close()
    expect(await checksums(target.pool)).toEqual(await checksums(source.pool))
    await (await open(false)).close()
  } finally {
    await target.close()
  }
})

test('the snapshot is one moment: what is written while the backup runs is not in it', async () => {
  const other = await createTestDatabase()
  try {
    await other.pool.query(
      `insert into accounts.account (code, name) select 'B' || n, 'N' from generate_series(1, 2000) n`,
    )
    const before = await checksums(other.pool)
    const writing = writeBackup(other.pool, from, file, now)
    await other.pool.query(
      `insert into accounts.account (code, name) select 'late' || n, 'N' from generate_series(1, 2000) n`,
    )
    await writing
    const to = join(folder, 'moment')
    const url = await emptyDatabase()
    const target = openDatabase(url)
    try {
      mkdirSync(to)
      await makeRoom(target.pool, to)
      await restoreBackup(target.pool, to, file)
      const late = Number(
        (await target.pool.query(`select count(*)::int as n from accounts.account where code like 'late%'`)).rows[0].n,
      )
      expect([0, 2000]).toContain(late)
      if (late === 0) expect(await checksums(target.pool)).toEqual(before)
      else expect(await checksums(target.pool)).toEqual(await checksums(other.pool))
    } finally {
      await target.close()
    }
  } finally {
    await other.close()
  }
})

test.each([0.2, 0.9, 0.999])('a backup of which only the first %d is there is refused', async part => {
  await writeBackup(source.pool, from, file, now)
  truncateSync(file, Math.floor(statSync(file).size * part))
  await expect(checkBackup(file)).rejects.toMatchObject({ code: 'backup_broken' })
})

test('a backup in which one byte was changed and packed again is refused', async () => {
  await writeBackup(source.pool, from, file, now)
  const plain = gunzipSync(readFileSync(file))
  const place = plain.indexOf('Contact of')
  plain[place] = 'K'.charCodeAt(0)
  writeFileSync(file, gzipSync(plain))
  await expect(checkBackup(file)).rejects.toMatchObject({ code: 'backup_broken' })
})

test('other files are told from backups, and a missing one is named', async () => {
  writeFileSync(file, 'document;day;net\n')
  await expect(checkBackup(file)).rejects.toMatchObject({ code: 'backup_foreign' })
  writeFileSync(file, gzipSync('document;day;net\n'))
  await expect(checkBackup(file)).rejects.toMatchObject({ code: 'backup_foreign' })
  await expect(checkBackup(join(folder, 'none'))).rejects.toMatchObject({ code: 'backup_unreadable' })
})

test.each([
  ['a newer container', { format: 2, migrations: [] }],
  ['a migration that this version does not know', { format: 1, migrations: ['9999-the-future.sql'] }],
])('a backup with %s is refused as newer', async (_, header) => {
  const target = join(folder, 'newer.vitalfew')
  const writer = await createBackupFile(target)
  await writer.add({ kind: 'header', program: 'vitalfew', version: '9.0.0', writtenAt: now.toISOString(), ...header })
  await writer.finish({ rows: 0, files: 0 })
  await expect(checkBackup(target)).rejects.toMatchObject({ code: 'backup_newer', values: { version: '9.0.0' } })
})

test('a backup that fails leaves neither half a file nor the old one damaged', async () => {
  const place = join(folder, 'kept')
  mkdirSync(place)
  const kept = join(place, 'company.vitalfew')
  await writeBackup(source.pool, from, kept, now)
  const before = readFileSync(kept)
  await expect(
    writeBackup(source.pool, join(folder, 'company.vitalfew', 'not-a-directory'), kept, now),
  ).rejects.toThrow()
  expect(readdirSync(place)).toEqual(['company.vitalfew'])
  expect(readFileSync(kept)).toEqual(before)
  for (const unfit of [join(folder, 'no', 'such', 'x'), place]) {
    await expect(writeBackup(source.pool, from, unfit, now)).rejects.toMatchObject({ code: 'backup_unwritable' })
  }
  expect(readdirSync(folder).filter(name => name.startsWith('kept.'))).toEqual([])
})

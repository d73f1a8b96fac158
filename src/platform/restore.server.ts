import { createWriteStream, existsSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { mkdir } from 'node:fs/promises'
import { dirname, join, resolve, sep } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type pg from 'pg'
import { from as copyFrom } from 'pg-copy-streams'
import {
  type BackupHeader,
  type BackupRecord,
  type ReadRecord,
  readBackupFile,
  type WaitingJob,
} from './backup-container.server.ts'
import {
  dropOwnSchemas,
  holdsOwnSchemas,
  readAlwaysTriggers,
  readForeignKeys,
  readMaterializedViews,
  readTables,
} from './catalogue.store.ts'
import { inTransaction } from './database.server.ts'
import { migrate, readMigrations } from './migrations.server.ts'
import { Refusal } from './refusal.ts'

export type RestoreFacts = { version: string; writtenAt: string; rows: number; files: number }

/** Reads the whole file before anything is touched: broken, foreign and newer ones are refused. */
export async function checkBackup(file: string): Promise<RestoreFacts> {
  let header: BackupHeader | undefined
  for await (const { record } of readBackupFile(file)) {
    if (record.kind === 'header') header = record
    if (record.kind === 'end') {
      await refuseNewer(header!, file)
      return { version: header!.version, writtenAt: header!.writtenAt, rows: record.rows, files: record.files }
    }
  }
  throw new Refusal('backup_broken', { file })
}

async function refuseNewer(header: BackupHeader, file: string): Promise<void> {
  const known = new Set((await readMigrations()).map(migration => migration.name))
  if (header.migrations.some(name => !known.has(name)))
    throw new Refusal('backup_newer', { file, version: header.version })
}

/** Written while a restore is under way; nothing else opens a directory that has it. */
export const restoringMark = 'restoring'

/** Refuses unless directory and database are empty, or hold what a restore that was cut short left. */
export async function makeRoom(pool: pg.Pool, dataDirectory: string): Promise<void> {
  const mark = join(dataDirectory, restoringMark)
  const client = await pool.connect()
  try {
    if (existsSync(mark)) await dropOwnSchemas(client)
    else if ((await holdsOwnSchemas(client)) || holdsFiles(dataDirectory))
      throw new Refusal('restore_needs_empty', { directory: dataDirectory })
  } finally {
    client.release()
  }
  rmSync(join(dataDirectory, 'files'), { recursive: true, force: true })
  rmSync(join(dataDirectory, 'secret'), { force: true })
  writeFileSync(mark, '')
}

function holdsFiles(dataDirectory: string): boolean {
  const uploads = join(dataDirectory, 'files')
  return existsSync(join(dataDirectory, 'secret')) || (existsSync(uploads) && readdirSync(uploads).length > 0)
}

/** Brings back a checked backup into the room made for it; then the database is brought up to this version. */
export async function restoreBackup(pool: pg.Pool, dataDirectory: string, file: string): Promise<void> {
  const records = readBackupFile(file)
  const first = await records.next()
  const header = first.value!.record as BackupHeader
  await migrate(pool, { upTo: header.migrations.at(-1) })
  await inTransaction(pool, client => loadAll(client, records, dataDirectory))
  await migrate(pool)
  await pool.query('analyze')
  await mkdir(join(dataDirectory, 'files'), { recursive: true, mode: 0o700 })
  rmSync(join(dataDirectory, restoringMark), { force: true })
}

/**
 * In one transaction, without foreign keys and triggers, which come back at its end: the keys check all rows then.
 * (`session_replication_role` would need a superuser, which one's own PostgreSQL may not give.)
 */
async function loadAll(
  client: pg.PoolClient,
  records: AsyncIterable<ReadRecord>,
  dataDirectory: string,
): Promise<void> {
  const tables = await readTables(client)
  const keys = await readForeignKeys(client)
  const always = await readAlwaysTriggers(client)
  for (const key of keys) await client.query(`alter table ${key.table} drop constraint ${key.name}`)
  for (const table of tables) await client.query(`alter table ${nameOf(client, table)} disable trigger user`)
  // Connection-wide settings of the session must not change what the text means.
  await client.query(`set local datestyle = 'ISO'`)
  await client.query(`set local timezone = 'UTC'`)
  for await (const { record, bytes } of records) await loadOne(client, record, bytes, dataDirectory)
  for (const table of tables) await client.query(`alter table ${nameOf(client, table)} enable trigger user`)
  for (const statement of always) await client.query(statement)
  for (const key of keys) await client.query(`alter table ${key.table} add constraint ${key.name} ${key.definition}`)
  for (const view of await readMaterializedViews(client)) await client.query(`refresh materialized view ${view}`)
}

async function loadOne(
  client: pg.PoolClient,
  record: BackupRecord,
  bytes: AsyncIterable<Buffer>,
  dataDirectory: string,
): Promise<void> {
  if (record.kind === 'table') {
    const name = nameOf(client, record)
    const columns = record.columns.map(column => client.escapeIdentifier(column)).join(', ')
    // What migrations put there is in the backup as well, as people have changed it since.
    await client.query(`truncate ${name}`)
    await pipeline(
      Readable.from(bytes, { objectMode: false }),
      client.query(copyFrom(`copy ${name} (${columns}) from stdin`)),
    )
  } else if (record.kind === 'sequences') {
    for (const sequence of record.sequences)
      await client.query('select setval($1::regclass, $2)', [nameOf(client, sequence), sequence.value])
  } else if (record.kind === 'jobs') await addJobs(client, record.jobs)
  else if (record.kind === 'file') await writeRestoredFile(record.path, bytes, dataDirectory)
}

const nameOf = (client: pg.ClientBase, { schema, name }: { schema: string; name: string }) =>
  `${client.escapeIdentifier(schema)}.${client.escapeIdentifier(name)}`

async function addJobs(client: pg.ClientBase, jobs: WaitingJob[]): Promise<void> {
  await client.query(
    `select graphile_worker.add_job(job->>'name', payload := (job->'payload')::json, queue_name := job->>'queue',
       run_at := (job->>'runAt')::timestamptz, max_attempts := (job->>'maxAttempts')::int,
       job_key := job->>'key', priority := (job->>'priority')::int)
     from jsonb_array_elements($1::jsonb) as job`,
    [JSON.stringify(jobs)],
  )
}

async function writeRestoredFile(path: string, bytes: AsyncIterable<Buffer>, dataDirectory: string): Promise<void> {
  const target = resolve(dataDirectory, path)
  const inside = path === 'secret' || target.startsWith(join(dataDirectory, 'files') + sep)
  if (!inside) throw new Refusal('backup_foreign', { file: path })
  await mkdir(dirname(target), { recursive: true })
  await pipeline(bytes, createWriteStream(target, { mode: 0o600 }))
}

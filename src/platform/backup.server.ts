import { createReadStream, statSync } from 'node:fs'
import { readdir } from 'node:fs/promises'
import { join, relative, sep } from 'node:path'
import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'
import { type BackupWriter, backupFormat, createBackupFile, type WaitingJob } from './backup-container.server.ts'
import { readSequences, readTables } from './catalogue.store.ts'
import { Refusal } from './refusal.ts'
import { version } from './version.server.ts'

export type BackupFacts = { tables: number; rows: number; files: number; bytes: number }

/**
 * Writes everything of ours into one file: the tables as one snapshot while others go on working, the files
 * that people uploaded, and the secret without which second factors could not be read.
 */
export async function writeBackup(pool: pg.Pool, dataDirectory: string, file: string, now: Date): Promise<BackupFacts> {
  if (statSync(file, { throwIfNoEntry: false })?.isDirectory())
    throw new Refusal('backup_unwritable', { file, reason: 'it is a directory' })
  const writer = await createBackupFile(file).catch((error: NodeJS.ErrnoException) => {
    throw new Refusal('backup_unwritable', { file, reason: error.code ?? error.message })
  })
  try {
    const { tables, rows } = await addDatabase(pool, writer, now)
    const files = await addFiles(writer, dataDirectory)
    return { tables, rows, files, bytes: await writer.finish({ rows, files }) }
  } catch (error) {
    await writer.abandon()
    if ((error as NodeJS.ErrnoException).code === 'ENOSPC')
      throw new Refusal('backup_unwritable', { file, reason: 'no space left' })
    throw error
  }
}

async function addDatabase(pool: pg.Pool, writer: BackupWriter, now: Date): Promise<{ tables: number; rows: number }> {
  const client = await pool.connect()
  let lost: Error | undefined
  try {
    await client.query('begin transaction isolation level repeatable read read only')
    // The text of dates and numbers must not depend on the server's habits; a row that we may not see is an error.
    await client.query(`set local datestyle = 'ISO'`)
    await client.query(`set local timezone = 'UTC'`)
    await client.query(`set local client_encoding = 'UTF8'`)
    await client.query('set local row_security = off')
    await client.query('set local extra_float_digits = 1')
    const migrations = await client.query<{ name: string }>('select name from platform.migration order by name')
    await writer.add({
      kind: 'header',
      program: 'vitalfew',
      format: backupFormat,
      version,
      writtenAt: now.toISOString(),
      migrations: migrations.rows.map(row => row.name),
    })
    const tables = await readTables(client)
    let rows = 0
    for (const table of tables) {
      const columns = table.columns.map(column => client.escapeIdentifier(column)).join(', ')
      const name = `${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)}`
      const stream = client.query(copyTo(`copy ${name} (${columns}) to stdout`))
      await writer.add({ kind: 'table', ...table }, stream)
      rows += stream.rowCount
    }
    await writer.add({ kind: 'jobs', jobs: await readJobs(client) })
    // Sequences know no snapshot: read last, they are at or beyond every id in the tables.
    await writer.add({ kind: 'sequences', sequences: await readSequences(client) })
    await client.query('commit')
    return { tables: tables.length, rows }
  } catch (error) {
    lost = error as Error
    throw error
  } finally {
    // A COPY cut short leaves the connection in the middle of it: it is closed, not reused.
    client.release(lost)
  }
}

/** Work that waits: what was written together with a business change must still be done after a restore. */
async function readJobs(client: pg.ClientBase): Promise<WaitingJob[]> {
  const { rows } = await client.query<WaitingJob>(
    `select t.identifier as name, j.payload, q.queue_name as queue, j.run_at as "runAt",
       j.max_attempts as "maxAttempts", j.key, j.priority
     from graphile_worker._private_jobs j
     join graphile_worker._private_tasks t on t.id = j.task_id
     left join graphile_worker._private_job_queues q on q.id = j.job_queue_id
     where j.attempts < j.max_attempts
     order by j.id`,
  )
  return rows
}

async function addFiles(writer: BackupWriter, dataDirectory: string): Promise<number> {
  const uploads = join(dataDirectory, 'files')
  const entries = await readdir(uploads, { recursive: true, withFileTypes: true }).catch(() => [])
  const paths = entries.filter(entry => entry.isFile()).map(entry => join(entry.parentPath, entry.name))
  let files = 0
  for (const path of [join(dataDirectory, 'secret'), ...paths.sort()]) {
    const stream = createReadStream(path)
    const opened = await new Promise<boolean>((resolve, reject) => {
      stream.once('open', () => resolve(true))
      // Removed meanwhile, or never made.
      stream.once('error', error =>
        (error as NodeJS.ErrnoException).code === 'ENOENT' ? resolve(false) : reject(error),
      )
    })
    if (!opened) continue
    await writer.add({ kind: 'file', path: relative(dataDirectory, path).split(sep).join('/') }, stream)
    files++
  }
  return files
}

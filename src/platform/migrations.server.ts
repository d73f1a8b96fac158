import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import type pg from 'pg'
import { migrateJobs } from './jobs.server.ts'
import { Refusal } from './refusal.ts'

const folder = fileURLToPath(new URL('../../migrations/', import.meta.url))

export type Migration = { name: string; statements: string[]; hash: string }

/** Statements end with a semicolon at the end of a line followed by an empty line: each goes in a query of its own. */
export function splitStatements(text: string): string[] {
  return text
    .split(/;[ \t]*\n(?=[ \t]*\n|$)|;[ \t]*$/)
    .map(statement => statement.trim())
    .filter(statement => statement.replace(/--.*$/gm, '').trim() !== '')
}

/** The numbered files of migrations/, in order. */
export async function readMigrations(): Promise<Migration[]> {
  const names = (await readdir(folder)).filter(name => /^\d{4}-.*\.sql$/.test(name)).sort()
  return Promise.all(
    names.map(async name => {
      const text = await readFile(folder + name, 'utf8')
      return { name, statements: splitStatements(text), hash: createHash('sha256').update(text).digest('hex') }
    }),
  )
}

// Any number: taken by whoever migrates, so that two starts at once do it one after the other.
const migrationLock = 7_340_001

/**
 * Brings the database up to date, one transaction a file; returns the names applied now.
 * `upTo` stops after that file (a restore needs the schema its backup had).
 * A database that knows a migration this program does not is newer: refused as `database_newer`.
 */
export async function migrate(pool: pg.Pool, options: { upTo?: string } = {}): Promise<string[]> {
  const applied = await applyAll(pool, options)
  await migrateJobs(pool)
  return applied
}

async function applyAll(pool: pg.Pool, options: { upTo?: string }): Promise<string[]> {
  const migrations = await readMigrations()
  const client = await pool.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await client.query('create schema if not exists platform')
    await client.query(
      `create table if not exists platform.migration (name text primary key, hash text not null, applied_at timestamptz not null default now())`,
    )
    const { rows } = await client.query<{ name: string }>('select name from platform.migration order by name')
    const known = new Set(migrations.map(migration => migration.name))
    const stranger = rows.find(row => !known.has(row.name))
    if (stranger) throw new Refusal('database_newer', { migration: stranger.name })
    const done = new Set(rows.map(row => row.name))
    const applied: string[] = []
    for (const migration of migrations) {
      if (options.upTo && migration.name > options.upTo) break
      if (done.has(migration.name)) continue
      await applyOne(client, migration)
      applied.push(migration.name)
    }
    return applied
  } finally {
    await client.query('select pg_advisory_unlock($1)', [migrationLock]).catch(() => undefined)
    client.release()
  }
}

async function applyOne(client: pg.PoolClient, migration: Migration): Promise<void> {
  await client.query('begin')
  try {
    for (const statement of migration.statements) await client.query(statement)
    await client.query('insert into platform.migration (name, hash) values ($1, $2)', [migration.name, migration.hash])
    await client.query('commit')
  } catch (error) {
    await client.query('rollback')
    throw new Error(`Migration ${migration.name}: ${(error as Error).message}`, { cause: error })
  }
}

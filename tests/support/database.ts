import { createHash, randomUUID } from 'node:crypto'
import pg from 'pg'
import { type Database, openDatabase } from '../../src/platform/database.server.ts'
import { migrate, readMigrations } from '../../src/platform/migrations.server.ts'

export type TestDatabase = Database

const serverUrl = process.env.DATABASE_URL

function urlOf(name: string): string {
  if (!serverUrl) throw new Error('Tests need DATABASE_URL (npm test starts the embedded PostgreSQL and sets it).')
  const url = new URL(serverUrl)
  url.pathname = `/${name}`
  return url.href
}

async function withServer<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: serverUrl })
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

let template: Promise<string> | undefined

/** The template's name carries the hash of all migrations: a changed file makes a new one. */
async function ensureTemplate(): Promise<string> {
  const hashes = (await readMigrations()).map(migration => migration.hash).join()
  const name = `vitalfew_template_${createHash('sha256').update(hashes).digest('hex').slice(0, 12)}`
  await withServer(async client => {
    // Session lock: test files run side by side, one of them makes the template.
    await client.query('select pg_advisory_lock(7340002)')
    const exists = await client.query('select 1 from pg_database where datname = $1 and datistemplate', [name])
    if (exists.rowCount) return
    await client.query(`drop database if exists ${name}`)
    await client.query(`create database ${name} template template0 encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`)
    const database = openDatabase(urlOf(name), { max: 1 })
    try {
      await migrate(database.pool)
    } finally {
      await database.close()
    }
    await client.query(`alter database ${name} is_template true allow_connections false`)
  })
  return name
}

/**
 * A fresh database with every migration applied, or a copy of another; `close` drops it and fails when a connection was
 * leaked.
 */
export async function createTestDatabase(copied?: string): Promise<TestDatabase> {
  template ??= ensureTemplate()
  const source = copied ?? (await template)
  const name = `vitalfew_test_${randomUUID().replaceAll('-', '').slice(0, 16)}`
  await withServer(async client => {
    await client.query('select pg_advisory_lock_shared(7340002)')
    await client.query(`create database ${name} template ${source}`)
  })
  const database = openDatabase(urlOf(name))
  return {
    ...database,
    close: async () => {
      const leaked = database.pool.totalCount - database.pool.idleCount
      await Promise.race([database.close(), new Promise(resolve => setTimeout(resolve, 2_000))])
      await dropDatabase(name)
      if (leaked > 0) throw new Error(`${leaked} database connection(s) were not given back`)
    },
  }
}

/** Leaves a database, so that nobody is connected to it and others can be copied from it; its name, to drop it one day. */
export async function keepDatabase({ db, url }: TestDatabase): Promise<string> {
  await db.destroy()
  return new URL(url).pathname.slice(1)
}

/** An ordinary role may not end the server's own cleaning of a database (42501): it is done in a moment. */
export async function dropDatabase(name: string): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      await withServer(client => client.query(`drop database if exists ${name} with (force)`))
      return
    } catch (error) {
      if ((error as { code?: string }).code !== '42501' || attempt === 40) throw error
      await new Promise(resolve => setTimeout(resolve, 250))
    }
  }
}

/** The role that a portal made for its database outlives it; gone it is where it was never made. */
export async function dropRole(role: string): Promise<void> {
  await withServer(async client => {
    const { rowCount } = await client.query('select from pg_roles where rolname = $1', [role])
    if (rowCount) await client.query(`drop role ${client.escapeIdentifier(role)}`)
  })
}

import { chmod, mkdir, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import pg from 'pg'
import { openDatabase } from '../src/platform/database.server.ts'
import { startEmbeddedPostgres, stopEmbeddedPostgres } from '../src/platform/embedded-postgres.server.ts'
import { migrate } from '../src/platform/migrations.server.ts'

export type BenchPostgres = {
  /** A folder for files of the run; goes with it. */
  directory: string
  version: string
  /** A new database, with the product's tables or bare; answers with its address. */
  makeDatabase: (name: string, kind: 'product' | 'bare') => Promise<string>
  dropDatabase: (name: string) => Promise<void>
  /** The address of a database that an earlier run left; null where there is none. */
  findDatabase: (name: string) => Promise<string | null>
  close: () => Promise<void>
}

/** The product's own PostgreSQL with its durable settings, in a directory that lives as long as the run, or in `keep`. */
export async function startBenchPostgres(keep?: string): Promise<BenchPostgres> {
  if (keep) await mkdir(keep, { recursive: true })
  const directory = keep ? resolve(keep) : await mkdtemp(join(tmpdir(), 'vitalfew-bench-'))
  // As root, postgres runs as another user, who has to pass through.
  await chmod(directory, 0o711)
  const home = join(directory, 'postgres')
  const { url } = await startEmbeddedPostgres({ directory: home, alone: true })
  const administration = new pg.Client({ connectionString: url })
  await administration.connect()
  const { rows } = await administration.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  const addressOf = (name: string) => {
    const own = new URL(url)
    own.pathname = `/${name}`
    return own.href
  }
  return {
    directory,
    version: rows[0]!.version,
    makeDatabase: async (name, kind) => {
      await administration.query(`drop database if exists ${name} with (force)`)
      await administration.query(`create database ${name} template template0`)
      if (kind === 'product') {
        const database = openDatabase(addressOf(name))
        await migrate(database.pool)
        await database.close()
      }
      return addressOf(name)
    },
    dropDatabase: async name => {
      await administration.query(`drop database ${name} with (force)`)
    },
    findDatabase: async name => {
      const { rowCount } = await administration.query('select 1 from pg_database where datname = $1', [name])
      return rowCount ? addressOf(name) : null
    },
    close: async () => {
      await administration.end()
      await stopEmbeddedPostgres(home)
      if (!keep) await rm(directory, { recursive: true, force: true })
    },
  }
}

import { chmod, mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
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
  close: () => Promise<void>
}

/** The product's own PostgreSQL with its durable settings, in a directory that lives as long as the run. */
export async function startBenchPostgres(): Promise<BenchPostgres> {
  const directory = await mkdtemp(join(tmpdir(), 'vitalfew-bench-'))
  // As root, postgres runs as another user, who has to pass through.
  await chmod(directory, 0o711)
  const home = join(directory, 'postgres')
  const { url } = await startEmbeddedPostgres({ directory: home, alone: true })
  const administration = new pg.Client({ connectionString: url })
  await administration.connect()
  const { rows } = await administration.query<{ version: string }>(
    "select current_setting('server_version') as version",
  )
  return {
    directory,
    version: rows[0]!.version,
    makeDatabase: async (name, kind) => {
      await administration.query(`create database ${name} template template0`)
      const own = new URL(url)
      own.pathname = `/${name}`
      if (kind === 'product') {
        const database = openDatabase(own.href)
        await migrate(database.pool)
        await database.close()
      }
      return own.href
    },
    dropDatabase: async name => {
      await administration.query(`drop database ${name} with (force)`)
    },
    close: async () => {
      await administration.end()
      await stopEmbeddedPostgres(home)
      await rm(directory, { recursive: true, force: true })
    },
  }
}

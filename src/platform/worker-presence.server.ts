import { sql } from 'kysely'
import type pg from 'pg'
import type { Db } from './database.server.ts'

// A working worker holds this lock in shared mode on a connection of its own: it goes with the process, however that ends.
const presenceLock = 7_340_003

/** Says that a worker works, until `leave`. */
export async function announceWorker(pool: pg.Pool): Promise<{ leave: () => void }> {
  const client = await pool.connect()
  await client.query('select pg_advisory_lock_shared($1)', [presenceLock])
  return { leave: () => client.release(true) }
}

export async function workerIsReady(db: Db): Promise<boolean> {
  const { rows } = await sql<{ ready: boolean }>`
    select exists (
      select 1 from pg_locks
      where locktype = 'advisory' and objid = ${presenceLock} and granted
        and database = (select oid from pg_database where datname = current_database())
    ) as ready
  `.execute(db)
  return rows[0]!.ready
}

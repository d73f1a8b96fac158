import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import pg from 'pg'
import type { DB } from './database-types.ts'

export type Db = Kysely<DB> | Transaction<DB>

export type Database = {
  db: Kysely<DB>
  pool: pg.Pool
  url: string
  close: () => Promise<void>
}

const { types } = pg
types.setTypeParser(types.builtins.DATE, text => text)
types.setTypeParser(types.builtins.NUMERIC, text => text)
// Ids and counts stay far below 2^53; a larger one is an error, not a rounded number.
types.setTypeParser(types.builtins.INT8, text => {
  const number = Number(text)
  if (!Number.isSafeInteger(number)) throw new RangeError(`${text} is beyond the safe integers`)
  return number
})

/** Opens a pool; `max` connections, 10 unless told. A connection lost while idle is logged by the caller's handler. */
export function openDatabase(
  url: string,
  options: { max?: number; onIdleError?: (error: Error) => void } = {},
): Database {
  const pool = new pg.Pool({ connectionString: url, max: options.max ?? 10 })
  pool.on('error', error => options.onIdleError?.(error))
  // A connection lost between two queries must not end the process; its next query says so.
  pool.on('connect', client => client.on('error', () => undefined))
  const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
  let closed: Promise<void> | undefined
  // Not db.destroy(): Kysely ends the pool only if a query went through Kysely.
  return { db, pool, url, close: () => (closed ??= pool.end()) }
}

/** One transaction on one client for code that needs COPY; commits when `work` returns, rolls back when it throws. */
export async function inTransaction<T>(pool: pg.Pool, work: (client: pg.PoolClient) => Promise<T>): Promise<T> {
  const client = await pool.connect()
  let broken: Error | undefined
  try {
    await client.query('begin')
    const result = await work(client)
    await client.query('commit')
    return result
  } catch (error) {
    await client.query('rollback').catch(lost => {
      broken = lost
    })
    throw error
  } finally {
    client.release(broken)
  }
}

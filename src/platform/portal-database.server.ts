import { createHmac } from 'node:crypto'
import { Kysely, PostgresDialect, sql } from 'kysely'
import pg from 'pg'
import type { DB } from './database-types.ts'
import { Refusal } from './refusal.ts'

/**
 * The portal's own way into the database: a role that signs in by itself, may read what portal.grant_to says and write
 * nothing. Its rows are those of the session whose token the transaction names. See docs/decisions/0027.
 */
export type PortalDatabase = {
  /**
   * Runs `work` in one read-only transaction as the person who signed in with this token.
   * @throws Refusal portal_closed where the role is missing and ours may not make it
   */
  as: <T>(token: string, work: (db: Kysely<DB>) => Promise<T>) => Promise<T>
  /** Makes the role if need be, and gives it exactly its rights. @throws Refusal portal_closed */
  open: () => Promise<void>
  close: () => Promise<void>
}

export type PortalDatabaseOptions = {
  databaseUrl: string
  /** The department's pool: its role owns the tables and grants the rights. */
  pool: pg.Pool
  /** The role's password is made of it: every server of one installation has the same. */
  secret: string
  /** Where an operator made the role: server, name and password (VITALFEW_PORTAL_DATABASE_URL); the database is ours. */
  portalUrl?: string
  /** Connections; 10 unless told. */
  max?: number
}

/** A statement of the portal that takes longer is a mistake or an attack; milliseconds. */
const longestStatement = 10_000

export function portalDatabase(options: PortalDatabaseOptions): PortalDatabase {
  let opening: Promise<pg.Pool> | undefined
  const opened = () => {
    opening ??= openPool(options).catch(error => {
      opening = undefined
      throw error
    })
    return opening
  }
  return {
    as: async (token, work) => {
      const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool: await opened() }) })
      return db
        .transaction()
        .setAccessMode('read only')
        .execute(async transaction => {
          await sql`select set_config('vitalfew.portal_token', ${token}, true)`.execute(transaction)
          return work(transaction)
        })
    },
    open: async () => {
      await opened()
    },
    close: async () => {
      const pool = await opening?.catch(() => undefined)
      await pool?.end()
    },
  }
}

/** The role with exactly its rights: how it connects. @throws Refusal portal_closed */
export async function readyRole(options: PortalDatabaseOptions): Promise<string> {
  const url = new URL(options.portalUrl ?? (await urlOfOwnRole(options)))
  url.pathname = new URL(options.databaseUrl).pathname
  await options.pool.query('select portal.grant_to($1)', [decodeURIComponent(url.username)])
  return url.href
}

async function openPool(options: PortalDatabaseOptions): Promise<pg.Pool> {
  const pool = new pg.Pool({
    connectionString: await readyRole(options),
    max: options.max ?? 10,
    statement_timeout: longestStatement,
    idle_in_transaction_session_timeout: longestStatement,
  })
  pool.on('error', () => undefined)
  pool.on('connect', client => client.on('error', () => undefined))
  return pool
}

/** The role of this database, made where it is missing. @throws Refusal portal_closed where ours may not make roles */
async function urlOfOwnRole({ databaseUrl, pool, secret }: PortalDatabaseOptions): Promise<string> {
  const role = await ownRole(pool)
  const password = createHmac('sha256', secret).update(`database role ${role}`).digest('base64url')
  const client = await pool.connect()
  try {
    await client.query('begin')
    // Two servers that start at once do it one after the other.
    await client.query('select pg_advisory_xact_lock(7340006)')
    const { rows } = await client.query<{ exists: boolean; may: boolean }>(
      `select exists (select from pg_roles where rolname = $1) as exists,
         (select rolsuper or rolcreaterole from pg_roles where rolname = current_user) as may`,
      [role],
    )
    if (!rows[0]!.may) throw new Refusal('portal_closed')
    const name = client.escapeIdentifier(role)
    if (!rows[0]!.exists) await client.query(`create role ${name} login noinherit`)
    await client.query(`alter role ${name} password ${client.escapeLiteral(password)}`)
    await client.query('commit')
  } catch (error) {
    await client.query('rollback').catch(() => undefined)
    throw error
  } finally {
    client.release()
  }
  const url = new URL(databaseUrl)
  url.username = role
  url.password = password
  return url.href
}

/** Roles belong to the whole server: each database has one of its own, which no other can use. */
export async function ownRole(pool: pg.Pool): Promise<string> {
  const { rows } = await pool.query<{ role: string }>(
    `select 'vitalfew_portal_' || oid as role from pg_database where datname = current_database()`,
  )
  return rows[0]!.role
}

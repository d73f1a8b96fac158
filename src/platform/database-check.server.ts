import pg from 'pg'
import { Refusal } from './refusal.ts'

const oldestVersion = 150_000

/** Refuses a DATABASE_URL that cannot serve, each cause by its own name; the password is never repeated. */
export async function checkDatabase(databaseUrl: string): Promise<void> {
  const url = parseDatabaseUrl(databaseUrl)
  const host = url.host || url.searchParams.get('host') || 'localhost'
  const database = decodeURIComponent(url.pathname.slice(1))
  const user = decodeURIComponent(url.username)
  const client = new pg.Client({ connectionString: databaseUrl, connectionTimeoutMillis: 10_000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: string; number: number; encoding: string; allowed: boolean }>(
      `select current_setting('server_version') as version, current_setting('server_version_num')::int as number,
         current_setting('server_encoding') as encoding, has_database_privilege(current_database(), 'create') as allowed`,
    )
    const server = rows[0]!
    if (server.number < oldestVersion) throw new Refusal('database_too_old', { version: server.version })
    if (server.encoding !== 'UTF8') throw new Refusal('database_encoding', { encoding: server.encoding })
    if (!server.allowed) throw new Refusal('database_not_allowed', { user, database })
  } catch (error) {
    if (error instanceof Refusal) throw error
    throw connectionRefusal(error, { host, database, user })
  } finally {
    await client.end().catch(() => undefined)
  }
}

export function parseDatabaseUrl(databaseUrl: string): URL {
  const url = URL.canParse(databaseUrl) ? new URL(databaseUrl) : null
  if (!url || !['postgres:', 'postgresql:'].includes(url.protocol)) throw new Refusal('database_url_wrong')
  return url
}

type Target = { host: string; database: string; user: string }

function connectionRefusal(error: unknown, target: Target): Refusal {
  // A name with several addresses fails with one error for each.
  const first = error instanceof AggregateError ? error.errors[0] : error
  const { code, message } = first as { code?: string; message: string }
  if (code === '28P01' || code === '28000') return new Refusal('database_password_wrong', target)
  if (code === '3D000') return new Refusal('database_missing', target)
  const reason = message.replace(/\.$/, '')
  const unreachable = ['ECONNREFUSED', 'ENOTFOUND', 'ETIMEDOUT', 'EHOSTUNREACH', 'ENETUNREACH', 'EAI_AGAIN', 'ENOENT']
  const silent = /timeout|terminated unexpectedly/i.test(message)
  if (silent || (code && unreachable.includes(code))) return new Refusal('database_unreachable', { ...target, reason })
  if (/password/i.test(message)) return new Refusal('database_password_wrong', target)
  return new Refusal('database_failed', { ...target, reason })
}

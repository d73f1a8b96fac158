import { createHash, randomBytes } from 'node:crypto'
import { sql } from 'kysely'
import type { Db } from './database.server.ts'
import type { Role } from './roles.ts'

export type LinkPurpose = 'first administrator' | 'invitation' | 'password'

export type OneTimeLink = { purpose: LinkPurpose; role: Role; email: string | null; name: string | null }

const hashOf = (secret: string) => createHash('sha256').update(secret).digest('hex')

/** Makes a link's secret, valid for the given hours; only its hash is kept. Older links for the same purpose and person end. */
export async function makeLink(
  db: Db,
  link: OneTimeLink & { hours: number; now: Date },
): Promise<{ secret: string; expiresAt: string }> {
  const secret = randomBytes(24).toString('base64url')
  const expiresAt = new Date(link.now.getTime() + link.hours * 3_600_000).toISOString()
  await sql`
    update platform.one_time_link set used_at = ${link.now}
    where purpose = ${link.purpose} and email is not distinct from ${link.email} and used_at is null
  `.execute(db)
  await sql`
    insert into platform.one_time_link (secret_hash, purpose, role, email, name, expires_at)
    values (${hashOf(secret)}, ${link.purpose}, ${link.role}, ${link.email}, ${link.name}, ${expiresAt})
  `.execute(db)
  return { secret, expiresAt }
}

export async function readLink(db: Db, secret: string, now: Date): Promise<OneTimeLink | null> {
  const { rows } = await sql<OneTimeLink>`
    select purpose, role, email, name from platform.one_time_link
    where secret_hash = ${hashOf(secret)} and used_at is null and expires_at > ${now}
  `.execute(db)
  return rows[0] ?? null
}

/** Marks it used; null when somebody was quicker. */
export async function useLink(db: Db, secret: string, now: Date): Promise<OneTimeLink | null> {
  const { rows } = await sql<OneTimeLink>`
    update platform.one_time_link set used_at = ${now}
    where secret_hash = ${hashOf(secret)} and used_at is null and expires_at > ${now}
    returning purpose, role, email, name
  `.execute(db)
  return rows[0] ?? null
}

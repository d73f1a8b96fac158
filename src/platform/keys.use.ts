import { randomUUID } from 'node:crypto'
import { type Kysely, sql } from 'kysely'
import { recordChange } from './audit.server.ts'
import type { Auth } from './auth.server.ts'
import type { Db } from './database.server.ts'
import type { DB } from './database-types.ts'
import { findService, insertPerson } from './people.store.ts'
import { Refusal } from './refusal.ts'
import type { Actor, Role } from './roles.ts'

export type Key = {
  id: string
  name: string
  start: string
  role: Role
  scope: 'read' | 'write'
  createdAt: string
  expiresAt: string | null
  lastUsedAt: string | null
}

/** An API key acts with a role of its own; behind it stands a service user. The secret is answered once. */
export async function createKey(
  db: Kysely<DB>,
  auth: Auth,
  actor: Actor,
  input: { name: string; role: Role; scope: 'read' | 'write'; days: number | null },
): Promise<{ id: string; key: string }> {
  const userId = `service-${randomUUID()}`
  await insertPerson(db, {
    id: userId,
    name: input.name,
    email: `${userId}@keys.invalid`,
    role: input.role,
    service: true,
  })
  const made = await auth.auth.api.createApiKey({
    body: {
      name: input.name.slice(0, 32),
      userId,
      expiresIn: input.days === null ? undefined : input.days * 86_400,
      metadata: { name: input.name, role: input.role, scope: input.scope },
    },
  })
  await recordChange(db, actor, {
    room: 'platform',
    subject: 'key',
    subjectId: made.id,
    operation: 'create',
    after: { name: input.name, role: input.role, scope: input.scope, days: input.days },
  })
  return { id: made.id, key: made.key }
}

export async function listKeys(db: Db): Promise<Key[]> {
  const { rows } = await sql<Key>`
    select k.id, u.name, coalesce(k.start, '') as start, u.role, coalesce(k.metadata::jsonb ->> 'scope', 'read') as scope,
      to_char(k."createdAt" at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "createdAt",
      to_char(k."expiresAt" at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt",
      to_char(k."lastRequest" at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastUsedAt"
    from auth.apikey k join auth."user" u on u.id = k."referenceId"
    order by k."createdAt" desc
  `.execute(db)
  return rows
}

export async function revokeKey(db: Kysely<DB>, actor: Actor, id: string): Promise<{ revoked: boolean }> {
  return db.transaction().execute(async transaction => {
    const { rows } = await sql<{
      user: string
    }>`delete from auth.apikey where id = ${id} returning "referenceId" as user`.execute(transaction)
    if (!rows[0]) throw new Refusal('key_unknown')
    await sql`delete from auth."user" where id = ${rows[0].user} and service`.execute(transaction)
    await recordChange(transaction, actor, { room: 'platform', subject: 'key', subjectId: id, operation: 'revoke' })
    return { revoked: true }
  })
}

/** Who a key acts as; null when it is wrong, expired, revoked, or not one that an administrator made. */
export async function actorOfKey(
  db: Db,
  auth: Auth,
  key: string,
): Promise<{ actor: Actor; scope: 'read' | 'write' } | null> {
  const { valid, key: found } = await auth.auth.api.verifyApiKey({ body: { key } })
  if (!valid || !found) return null
  const service = await findService(db, found.referenceId)
  if (!service) return null
  const { scope } = (found.metadata ?? {}) as { scope?: 'read' | 'write' }
  return { actor: { ...service, via: 'key' }, scope: scope === 'write' ? 'write' : 'read' }
}

import { randomUUID } from 'node:crypto'
import type { Kysely } from 'kysely'
import { recordChange } from './audit.server.ts'
import type { Auth } from './auth.server.ts'
import type { DB } from './database-types.ts'
import type { Language } from './language.ts'
import { makeLink, readLink, useLink } from './one-time-links.store.ts'
import type { ActorContext, RequestContext } from './operation.server.ts'
import {
  countAdministrators,
  endSessions,
  findAnybodyByEmail,
  findPerson,
  findPersonByEmail,
  insertPerson,
  type Person,
  savePasswordHash,
  updatePerson,
} from './people.store.ts'
import { Refusal } from './refusal.ts'
import type { Role } from './roles.ts'

const leastPasswordLength = 10
const invitationHours = 72

/** Makes a person with or without a password; for the demo and for invitations. Answers with the new id. */
export async function createPerson(
  db: Kysely<DB>,
  person: { id?: string; name: string; email: string; role: Role; title?: string | null; language?: Language | null },
): Promise<string> {
  if (await findAnybodyByEmail(db, person.email)) throw new Refusal('email_taken', { email: person.email })
  const id = person.id ?? randomUUID()
  await insertPerson(db, { ...person, id })
  return id
}

/** The link with which the first administrator of an empty company sets name and password; valid a day. */
export async function firstAdministratorLink(db: Kysely<DB>, baseUrl: string, now: Date): Promise<string | null> {
  if ((await countAdministrators(db)) > 0) return null
  const { secret } = await makeLink(db, {
    purpose: 'first administrator',
    role: 'administrator',
    email: null,
    name: null,
    hours: 24,
    now,
  })
  return `${baseUrl}/welcome#${secret}`
}

export async function invitePerson(
  context: ActorContext,
  input: { name: string; email: string; role: Role; title?: string },
): Promise<{ id: string; link: string; expiresAt: string }> {
  return context.db.transaction().execute(async db => {
    const id = await createPerson(db as Kysely<DB>, input)
    await recordChange(db, context.actor, {
      room: 'platform',
      subject: 'person',
      subjectId: id,
      operation: 'invite',
      after: input,
    })
    const { secret, expiresAt } = await makeLink(db, {
      purpose: 'invitation',
      role: input.role,
      email: input.email,
      name: input.name,
      hours: invitationHours,
      now: context.clock.now(),
    })
    return { id, link: `${context.baseUrl}/welcome#${secret}`, expiresAt }
  })
}

export async function newPasswordLink(context: ActorContext, id: string): Promise<{ link: string; expiresAt: string }> {
  const person = await mustFind(context.db, id)
  return context.db.transaction().execute(async db => {
    await recordChange(db, context.actor, {
      room: 'platform',
      subject: 'person',
      subjectId: id,
      operation: 'password link',
    })
    const { secret, expiresAt } = await makeLink(db, {
      purpose: 'password',
      role: person.role,
      email: person.email,
      name: person.name,
      hours: invitationHours,
      now: context.clock.now(),
    })
    return { link: `${context.baseUrl}/welcome#${secret}`, expiresAt }
  })
}

export async function linkFacts(context: RequestContext, secret: string) {
  const link = await readLink(context.db, secret, context.clock.now())
  if (!link) throw new Refusal('link_invalid')
  return { purpose: link.purpose, email: link.email, name: link.name }
}

/** Uses a link: makes the first administrator, or sets the password of an invited person. */
export async function acceptLink(
  context: RequestContext,
  input: { secret: string; name: string; email: string; password: string },
): Promise<{ email: string }> {
  if (input.password.length < leastPasswordLength) throw new Refusal('password_short', { least: leastPasswordLength })
  const hash = await hashPassword(context.auth, input.password)
  return context.db.transaction().execute(async db => {
    const link = await useLink(db, input.secret, context.clock.now())
    if (!link) throw new Refusal('link_invalid')
    const email = link.email ?? input.email
    const known = await findPersonByEmail(db, email)
    const id = known?.id ?? (await createPerson(db as Kysely<DB>, { name: input.name, email, role: link.role }))
    await updatePerson(db, id, { name: input.name })
    await savePasswordHash(db, id, hash)
    await endSessions(db, id)
    await recordChange(
      db,
      { id, name: input.name, role: link.role, via: 'web' },
      { room: 'platform', subject: 'person', subjectId: id, operation: link.purpose },
    )
    return { email }
  })
}

export async function changePerson(
  context: ActorContext,
  input: { id: string; role?: Role; title?: string | null; disabled?: boolean },
): Promise<Person> {
  return context.db.transaction().execute(async db => {
    const before = await mustFind(db as Kysely<DB>, input.id)
    const loses =
      before.role === 'administrator' && ((input.role ?? 'administrator') !== 'administrator' || input.disabled)
    if (loses && (await countAdministrators(db, input.id)) === 0) throw new Refusal('last_administrator')
    await updatePerson(db, input.id, { role: input.role, title: input.title, disabled: input.disabled })
    if (input.disabled || (input.role && input.role !== before.role)) await endSessions(db, input.id)
    const after = await mustFind(db as Kysely<DB>, input.id)
    await recordChange(db, context.actor, {
      room: 'platform',
      subject: 'person',
      subjectId: input.id,
      operation: 'change',
      before,
      after,
    })
    return after
  })
}

export async function changeMe(
  context: ActorContext,
  input: { name?: string; language?: Language },
): Promise<{ changed: boolean }> {
  if (!context.actor.id) return { changed: false }
  await updatePerson(context.db, context.actor.id, input)
  return { changed: true }
}

/** better-auth's own hashing, so that its sign-in understands it. */
export async function hashPassword(auth: Auth, password: string): Promise<string> {
  const inner = await auth.auth.$context
  return inner.password.hash(password)
}

async function mustFind(db: Kysely<DB>, id: string): Promise<Person> {
  const person = await findPerson(db, id)
  if (!person) throw new Refusal('person_unknown')
  return person
}

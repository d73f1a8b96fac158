import type { TestDatabase } from '../../tests/support/database.ts'
import type { RequestContext } from '../platform/operation.server.ts'
import type { Actor, Role } from '../platform/roles.ts'

/** A person of the department; the id is the name in small letters. */
export function person(name: string, role: Role): Actor {
  return { id: name.toLowerCase(), name, role, via: 'web' }
}

/** What an operation gets when this person calls it; nothing here signs in, so there is no `auth`. */
export function contextOf(database: TestDatabase, actor: Actor): RequestContext {
  return {
    db: database.db,
    pool: database.pool,
    auth: undefined as never,
    clock: { now: () => new Date('2026-11-23T00:00:00Z') },
    language: 'en',
    baseUrl: 'http://localhost',
    dataDirectory: '',
    actor,
    portalSignIn: null,
    portalDatabase: undefined as never,
    scope: 'write',
    responseHeaders: new Headers(),
    requestHeaders: new Headers(),
  }
}

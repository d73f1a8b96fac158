import type { AnyContractRouter } from '@orpc/contract'
import { implement, os } from '@orpc/server'
import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Auth } from './auth.server.ts'
import type { Clock } from './clock.ts'
import type { DB } from './database-types.ts'
import type { Language } from './language.ts'
import type { PortalDatabase } from './portal-database.server.ts'
import { Refusal } from './refusal.ts'
import { type Actor, type PortalActor, type PortalRole, type Role, roles } from './roles.ts'

/*
How a room binds its operations (accounts/accounts.routes.ts):

  const operations = implementing(accountsContract)
  export const accountsRoutes = operations.router({
    list: operations.list.use(may(...everyone)).handler(({ input, context }) => listAccounts(context.db, input)),
    edit: operations.edit.use(may('administrator', 'head', 'manager')).handler(({ input, context }) => editAccount(context, input)),
  })

Every operation has one `may`; a test walks all of them with every role. A narrower right (a manager's own accounts)
is decided in the use case, which throws Refusal('account_not_yours').
*/

export type RequestContext = {
  db: Kysely<DB>
  pool: pg.Pool
  auth: Auth
  clock: Clock
  language: Language
  /** Where people reach the product, such as http://localhost:4780; links begin with it. */
  baseUrl: string
  /** The folder for uploads and made files. */
  dataDirectory: string
  /** Somebody of the department, or what acts for it; never a person of an account. */
  actor: Actor | null
  /** A person of an account who is signed in to the portal; then `actor` is null and only `mayPortal` lets them in. */
  portalSignIn: PortalSignIn | null
  /** The portal's own way into the database. */
  portalDatabase: PortalDatabase
  /** What an API key may do; 'write' for people. */
  scope: 'read' | 'write'
  /** The answer's headers, for ETag and the like. */
  responseHeaders: Headers
  requestHeaders: Headers
}

export type PortalSignIn = {
  actor: PortalActor
  /** Their session's token: what binds a transaction of the portal to them (docs/decisions/0027). */
  token: string
}

/** The context after `may`: somebody acts. */
export type ActorContext = RequestContext & { actor: Actor }

/** Every role of the department. */
export const everyone = roles

export function implementing<T extends AnyContractRouter>(contract: T) {
  // Rights are checked before the input is validated: who may not do a thing learns nothing of its shape.
  return implement(contract)
    .$context<RequestContext>()
    .$config({ initialInputValidationIndex: Number.POSITIVE_INFINITY })
}

const base = os.$context<RequestContext>()

const allowed = new WeakMap<object, readonly (Role | PortalRole)[]>()

/** Who may do an operation: one readable line beside it. */
export function may(...allowedRoles: readonly Role[]) {
  const middleware = base.middleware(async ({ context, procedure, next }) => {
    const { actor, portalSignIn } = context
    if (portalSignIn) throw new Refusal('not_allowed', { role: portalSignIn.actor.role })
    if (!actor) throw new Refusal('not_signed_in')
    if (!allowedRoles.includes(actor.role)) throw new Refusal('not_allowed', { role: actor.role })
    const reads = (procedure['~orpc'].route.method ?? 'POST') === 'GET'
    if (!reads && context.scope === 'read') throw new Refusal('key_reads_only')
    return next({ context: { actor } })
  })
  return declaring(middleware, allowedRoles)
}

/** Says of a middleware whom it lets in, for the walk through all operations. */
export function declaring<T extends object>(middleware: T, letsIn: readonly (Role | PortalRole)[]): T {
  allowed.set(middleware, letsIn)
  return middleware
}

/** An operation that needs no signing in (health, the sign-in page's facts). */
export function open() {
  const middleware = base.middleware(async ({ next }) => next())
  allowed.set(middleware, [])
  return middleware
}

/** The roles of a procedure's `may`; null where it has none, which a test forbids. Empty = open to everyone. */
export function rolesAllowed(procedure: {
  '~orpc': { middlewares: readonly unknown[] }
}): readonly (Role | PortalRole)[] | null {
  for (const middleware of procedure['~orpc'].middlewares) {
    const found = allowed.get(middleware as object)
    if (found) return found
  }
  return null
}

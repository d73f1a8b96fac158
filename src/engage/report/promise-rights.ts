import { mayEditContacts } from '../../accounts/account-rights.ts'
import type { Actor } from '../../platform/roles.ts'
import type { PromiseSide } from './promise.ts'

type Who = Pick<Actor, 'id' | 'role'>
type Promised = { side: PromiseSide; ownerId: string | null }

/** Whoever keeps the account's contacts keeps its promises; and everybody who writes keeps their own. */
export function mayKeepPromise(actor: Who, account: { ownerId: string | null }, promise: Promised): boolean {
  if (actor.role === 'reader') return false
  return mayEditContacts(actor, account) || (actor.id !== null && promise.ownerId === actor.id)
}

import type { Actor } from '../platform/roles.ts'

/** Administrators and heads edit every account, a manager those they own, everybody else none. */
export function mayEditAccount(actor: Pick<Actor, 'id' | 'role'>, account: { ownerId: string | null }): boolean {
  if (actor.role === 'administrator' || actor.role === 'head') return true
  return actor.role === 'manager' && actor.id !== null && account.ownerId === actor.id
}

/** Contacts are also kept by the back office, for every account. */
export function mayEditContacts(actor: Pick<Actor, 'id' | 'role'>, account: { ownerId: string | null }): boolean {
  return actor.role === 'back office' || mayEditAccount(actor, account)
}

import { mayEditAccount } from '../../accounts/account-rights.ts'
import type { Actor } from '../../platform/roles.ts'

/** Whoever may edit the account plans its visits; whoever goes may move, hold or cancel their own. */
export function mayKeepVisit(
  actor: Pick<Actor, 'id' | 'role'>,
  account: { ownerId: string | null },
  visit: { personId: string } | null,
): boolean {
  if (mayEditAccount(actor, account)) return true
  const goes = visit !== null && actor.id !== null && visit.personId === actor.id
  return goes && (actor.role === 'manager' || actor.role === 'executive')
}

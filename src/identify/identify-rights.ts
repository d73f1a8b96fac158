import type { Actor } from '../platform/roles.ts'

/** Policy, reviews, invitations, overrides and value types are decided by administrators and heads. */
export const mayDecide = (actor: Pick<Actor, 'role'>): boolean =>
  actor.role === 'administrator' || actor.role === 'head'

/** An account is judged by those who decide and by the manager who owns it. */
export function mayJudge(actor: Pick<Actor, 'id' | 'role'>, account: { ownerId: string | null }): boolean {
  return mayDecide(actor) || (actor.role === 'manager' && actor.id !== null && account.ownerId === actor.id)
}

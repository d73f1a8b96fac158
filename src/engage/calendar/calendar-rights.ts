import type { Actor } from '../../platform/roles.ts'

/** Appointments and tasks are seen by their owner, and by those who answer for the department's time. */
export function maySeeEntries(actor: Pick<Actor, 'id' | 'role'>, personId: string): boolean {
  return personId === actor.id || actor.role === 'administrator' || actor.role === 'head'
}

import type { Actor, Role } from '../platform/roles.ts'

/** Whose signals: those of these people, and of everybody in these roles. Null: everybody's. */
export type Whose = { people: readonly string[]; roles: readonly Role[] } | null

/** People and roles whose signals the actor sees. Where there is no head, the administrator sees the head's. */
export function whoseQueue(
  { id, role }: Pick<Actor, 'id' | 'role'>,
  standingIn: readonly string[],
  people: readonly { id: string; role: Role; disabled: boolean }[],
): NonNullable<Whose> {
  if (id === null || role === 'reader') return { people: [], roles: [] }
  const away = people.filter(person => standingIn.includes(person.id)).map(person => person.role)
  const roles = new Set<Role>([role, ...away])
  const headless = !people.some(person => person.role === 'head' && !person.disabled)
  if (headless && roles.has('administrator')) roles.add('head')
  return { people: [id, ...standingIn], roles: [...roles] }
}

/** One person's or one role's signals; everybody's where neither is chosen. */
export const chosenWhose = (personId: string | undefined, role: Role | undefined): Whose =>
  personId === undefined && role === undefined
    ? null
    : { people: personId === undefined ? [] : [personId], roles: role === undefined ? [] : [role] }

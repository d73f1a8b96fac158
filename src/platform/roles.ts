/** What a person of the department is, for rights. One role each. */
export const roles = ['administrator', 'head', 'manager', 'back office', 'executive', 'reader'] as const

export type Role = (typeof roles)[number]

export function isRole(value: unknown): value is Role {
  return roles.includes(value as Role)
}

/** Who acts: a signed-in person, an API key, a command on the machine itself, or a job on behalf of nobody. */
export type Actor = {
  id: string | null
  name: string
  role: Role
  via: 'web' | 'key' | 'command' | 'job'
}

/** The operator of the machine, for commands: whoever can read the data directory may do everything. */
export function operator(): Actor {
  return { id: null, name: 'Command line', role: 'administrator', via: 'command' }
}

export function jobActor(name: string): Actor {
  return { id: null, name, role: 'administrator', via: 'job' }
}

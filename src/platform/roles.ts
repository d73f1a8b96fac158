/** What a person of the department is, for rights. One role each. */
export const roles = ['administrator', 'head', 'manager', 'back office', 'executive', 'reader'] as const

export type Role = (typeof roles)[number]

/** What a person of an account is in the portal: a buyer signs, staff enter. No operation of the department knows them. */
export const portalRoles = ['portal buyer', 'portal staff'] as const

export type PortalRole = (typeof portalRoles)[number]

export function isRole(value: unknown): value is Role {
  return roles.includes(value as Role)
}

export function isPortalRole(value: unknown): value is PortalRole {
  return portalRoles.includes(value as PortalRole)
}

/** Who acts for the department: a signed-in person, an API key, a command on the machine itself, or a job on behalf of nobody. */
export type Actor = {
  id: string | null
  name: string
  role: Role
  via: 'web' | 'key' | 'command' | 'job'
}

/** A person of an account. Only what says that it takes `AnyActor` can be done by them. */
export type PortalActor = { id: string; name: string; role: PortalRole; via: 'portal' }

export type AnyActor = Actor | PortalActor

/** The operator of the machine, for commands: whoever can read the data directory may do everything. */
export function operator(): Actor {
  return { id: null, name: 'Command line', role: 'administrator', via: 'command' }
}

export function jobActor(name: string): Actor {
  return { id: null, name, role: 'administrator', via: 'job' }
}

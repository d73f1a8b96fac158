import { sql } from 'kysely'
import type { Db } from './database.server.ts'
import type { Language } from './language.ts'
import type { PortalRole, Role } from './roles.ts'

export type Person = {
  id: string
  name: string
  email: string
  role: Role
  title: string | null
  language: Language | null
  disabled: boolean
  twoFactor: boolean
  lastSeen: string | null
}

const personColumns = sql`
  u.id, u.name, u.email, u.role, u.title, u.language, u.disabled, coalesce(u."twoFactorEnabled", false) as "twoFactor",
  (select to_char(max(s."updatedAt") at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') from auth.session s where s."userId" = u.id) as "lastSeen"`

/** Neither behind an API key nor of an account. */
const ofDepartment = sql`not u.service and not u.role like 'portal %'`

/** People of the department, without the service users behind API keys; by name. */
export async function listPeople(db: Db): Promise<Person[]> {
  const { rows } =
    await sql<Person>`select ${personColumns} from auth."user" u where ${ofDepartment} order by u.name, u.id`.execute(
      db,
    )
  return rows
}

export async function findPerson(db: Db, id: string): Promise<Person | null> {
  const { rows } =
    await sql<Person>`select ${personColumns} from auth."user" u where u.id = ${id} and ${ofDepartment}`.execute(db)
  return rows[0] ?? null
}

/** The service user behind an API key: its role is the key's. */
export async function findService(db: Db, id: string): Promise<Pick<Person, 'id' | 'name' | 'role'> | null> {
  const { rows } = await sql<Pick<Person, 'id' | 'name' | 'role'>>`
    select id, name, role from auth."user" where id = ${id} and service and not disabled
  `.execute(db)
  return rows[0] ?? null
}

/** People of the department or of accounts by id, for rooms that hold ids; service users left out. */
export type KnownPerson = Omit<Person, 'role'> & { role: Role | PortalRole }

export async function findPeople(db: Db, ids: readonly string[]): Promise<Map<string, KnownPerson>> {
  const { rows } = await sql<KnownPerson>`
    select ${personColumns} from auth."user" u where u.id = any(${ids}::text[]) and not u.service`.execute(db)
  return new Map(rows.map(row => [row.id, row]))
}

export async function findPersonByEmail(db: Db, email: string): Promise<Person | null> {
  const { rows } = await sql<Person>`
    select ${personColumns} from auth."user" u where u.email = ${email.toLowerCase()} and ${ofDepartment}`.execute(db)
  return rows[0] ?? null
}

/** Whoever has this address: of the department, of an account, or behind a key. */
export async function findAnybodyByEmail(db: Db, email: string): Promise<KnownPerson | null> {
  const { rows } =
    await sql<KnownPerson>`select ${personColumns} from auth."user" u where u.email = ${email.toLowerCase()}`.execute(
      db,
    )
  return rows[0] ?? null
}

export async function insertPerson(
  db: Db,
  person: {
    id: string
    name: string
    email: string
    role: Role | PortalRole
    title?: string | null
    language?: Language | null
    service?: boolean
  },
): Promise<void> {
  await sql`
    insert into auth."user" (id, name, email, "emailVerified", role, title, language, disabled, service)
    values (${person.id}, ${person.name}, ${person.email.toLowerCase()}, true, ${person.role}, ${person.title ?? null},
      ${person.language ?? null}, false, ${person.service ?? false})
  `.execute(db)
}

export async function updatePerson(
  db: Db,
  id: string,
  changed: { name?: string; role?: Role | PortalRole; title?: string | null; language?: Language; disabled?: boolean },
): Promise<void> {
  const entries = Object.entries(changed).filter(([, value]) => value !== undefined)
  if (entries.length === 0) return
  const assignments = entries.map(([column, value]) => sql`${sql.ref(column)} = ${value}`)
  await sql`update auth."user" set ${sql.join(assignments)}, "updatedAt" = now() where id = ${id}`.execute(db)
}

export async function countAdministrators(db: Db, except?: string): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*)::int as n from auth."user"
    where role = 'administrator' and not disabled and not service and id is distinct from ${except ?? null}
  `.execute(db)
  return rows[0]!.n
}

export async function endSessions(db: Db, personId: string): Promise<void> {
  await sql`delete from auth.session where "userId" = ${personId}`.execute(db)
}

/** Sets the password's hash (better-auth's own format). */
export async function savePasswordHash(db: Db, personId: string, hash: string): Promise<void> {
  const { rows } = await sql`
    update auth.account set password = ${hash}, "updatedAt" = now()
    where "userId" = ${personId} and "providerId" = 'credential' returning id
  `.execute(db)
  if (rows.length > 0) return
  await sql`
    insert into auth.account (id, "accountId", "providerId", "userId", password, "updatedAt")
    values (${`credential-${personId}`}, ${personId}, 'credential', ${personId}, ${hash}, now())
  `.execute(db)
}

/** People of accounts who are forgotten: what they are called goes, and they come in no more. */
export async function forgetPeople(db: Db, ids: readonly string[], placeholder: string): Promise<void> {
  await sql`
    update auth."user" set name = ${placeholder}, email = id || '@forgotten.invalid', disabled = true, "updatedAt" = now()
    where id = any(${ids}::text[])`.execute(db)
  await sql`delete from auth.session where "userId" = any(${ids}::text[])`.execute(db)
  await sql`delete from auth.account where "userId" = any(${ids}::text[])`.execute(db)
}

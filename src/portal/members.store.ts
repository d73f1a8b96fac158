import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Language } from '../platform/language.ts'
import { findPeople, type KnownPerson } from '../platform/people.store.ts'
import type { PortalRole } from '../platform/roles.ts'

/** Somebody of an account who has come in once; whether they still may is `disabled`. */
export type Member = {
  id: string
  userId: string
  accountId: number
  contactId: number | null
  name: string
  email: string
  role: PortalRole
  subsidiaries: boolean
  language: Language | null
  disabled: boolean
  twoFactor: boolean
  /** Instant of the last session, UTC. */
  lastSeen: string | null
  invitedBy: string
  version: number
}

type MemberRow = Omit<Member, keyof KnownPerson | 'role' | 'id'> & { id: string; userId: string }

const columns = sql`
  m.public_id as id, m.user_id as "userId", m.account_id as "accountId", m.contact_id as "contactId", m.subsidiaries,
  m.invited_by_name as "invitedBy", m.version`

async function withPeople(db: Db, rows: readonly MemberRow[]): Promise<Member[]> {
  const people = await findPeople(
    db,
    rows.map(row => row.userId),
  )
  return rows.flatMap(row => {
    const person = people.get(row.userId)
    if (!person) return []
    const { name, email, language, disabled, twoFactor, lastSeen } = person
    return [{ ...row, name, email, language, disabled, twoFactor, lastSeen, role: person.role as PortalRole }]
  })
}

/** The people of these accounts, by name. */
export async function membersOf(db: Db, accountIds: readonly number[]): Promise<Member[]> {
  const { rows } = await sql<MemberRow>`
    select ${columns} from portal.member m where m.account_id = any(${accountIds}::bigint[])`.execute(db)
  return (await withPeople(db, rows)).sort((one, other) => one.name.localeCompare(other.name))
}

/** By the id in addresses; locked until the transaction ends. */
export async function lockMember(db: Db, id: string): Promise<Member | null> {
  const { rows } = await sql<MemberRow>`
    select ${columns} from portal.member m where m.public_id = ${id} for update`.execute(db)
  return (await withPeople(db, rows))[0] ?? null
}

export async function memberOfUser(db: Db, userId: string): Promise<Member | null> {
  const { rows } = await sql<MemberRow>`select ${columns} from portal.member m where m.user_id = ${userId}`.execute(db)
  return (await withPeople(db, rows))[0] ?? null
}

/** Makes the member, or brings back one who was here before. */
export async function putMember(
  db: Db,
  member: {
    userId: string
    accountId: number
    contactId: number | null
    subsidiaries: boolean
    invitedBy: string
    at: Date
  },
): Promise<void> {
  await sql`
    insert into portal.member (user_id, account_id, contact_id, subsidiaries, invited_by_name, joined_at)
    values (${member.userId}, ${member.accountId}, ${member.contactId}, ${member.subsidiaries}, ${member.invitedBy},
      ${member.at})
    on conflict (user_id) do update set account_id = excluded.account_id, contact_id = excluded.contact_id,
      subsidiaries = excluded.subsidiaries, invited_by_name = excluded.invited_by_name, version = member.version + 1
  `.execute(db)
}

export async function updateMember(db: Db, id: string, subsidiaries: boolean): Promise<void> {
  await sql`
    update portal.member set subsidiaries = ${subsidiaries}, version = version + 1 where public_id = ${id}`.execute(db)
}

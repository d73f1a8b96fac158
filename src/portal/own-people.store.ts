import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { PortalRole } from '../platform/roles.ts'

export type OwnPerson = {
  id: string
  accountId: number
  name: string
  email: string
  role: PortalRole
  subsidiaries: boolean
  disabled: boolean
  isMe: boolean
  lastSeen: string | null
}

export async function ownPeople(db: Db, accountIds: readonly number[]): Promise<OwnPerson[]> {
  const { rows } = await sql<OwnPerson>`
    select public_id as id, account_id as "accountId", name, email, role, subsidiaries, disabled, is_me as "isMe",
      to_char(last_seen at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "lastSeen"
    from portal.own_person where account_id = any(${accountIds}::bigint[]) order by disabled, name, public_id`.execute(
    db,
  )
  return rows
}

export type OwnInvitation = {
  id: string
  accountId: number
  name: string
  email: string
  role: PortalRole
  expiresAt: string
}

export async function ownInvitations(db: Db, accountIds: readonly number[]): Promise<OwnInvitation[]> {
  const { rows } = await sql<OwnInvitation>`
    select public_id as id, account_id as "accountId", name, email, role,
      to_char(expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt"
    from portal.own_invitation where account_id = any(${accountIds}::bigint[]) order by name, public_id`.execute(db)
  return rows
}

/** The account of this code, if the database says that it is one of theirs; then its manager too. */
export async function ownAccount(
  db: Db,
  accountIds: readonly number[],
  code: string,
): Promise<{ id: number; code: string; name: string; manager: string | null; managerEmail: string | null } | null> {
  const { rows } = await sql<{
    id: number
    code: string
    name: string
    manager: string | null
    managerEmail: string | null
  }>`
    select id, code, name, manager_name as manager, manager_email as "managerEmail" from portal.own_account
    where code = ${code} and id = any(${accountIds}::bigint[])`.execute(db)
  return rows[0] ?? null
}

import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Language } from '../platform/language.ts'
import type { PortalRole } from '../platform/roles.ts'

export type Invitation = {
  id: string
  accountId: number
  contactId: number | null
  name: string
  email: string
  role: PortalRole
  subsidiaries: boolean
  language: Language
  invitedBy: string
  invitedAt: string
  expiresAt: string
}

const columns = sql`
  public_id as id, account_id as "accountId", contact_id as "contactId", name, email, role, subsidiaries, language,
  invited_by_name as "invitedBy",
  to_char(invited_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "invitedAt",
  to_char(expires_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "expiresAt"`

const open = sql`accepted_at is null and withdrawn_at is null`

/** Those not yet accepted, run out or not, the newest first. */
export async function openInvitations(db: Db, accountIds: readonly number[]): Promise<Invitation[]> {
  const { rows } = await sql<Invitation>`
    select ${columns} from portal.invitation
    where account_id = any(${accountIds}::bigint[]) and ${open} order by invitation.id desc`.execute(db)
  return rows
}

/** Null where the address has an open invitation already, wherever that is. */
export async function insertInvitation(
  db: Db,
  invitation: Omit<Invitation, 'id' | 'invitedAt' | 'expiresAt'> & {
    invitedById: string | null
    selector: string
    hash: string
    at: Date
    expiresAt: Date
  },
): Promise<string | null> {
  const { rows } = await sql<{ id: string }>`
    insert into portal.invitation (account_id, contact_id, name, email, role, subsidiaries, language, invited_by,
      invited_by_name, invited_at, selector, secret_hash, expires_at)
    values (${invitation.accountId}, ${invitation.contactId}, ${invitation.name}, ${invitation.email}, ${invitation.role},
      ${invitation.subsidiaries}, ${invitation.language}, ${invitation.invitedById}, ${invitation.invitedBy},
      ${invitation.at}, ${invitation.selector}, ${invitation.hash}, ${invitation.expiresAt})
    on conflict (email) where accepted_at is null and withdrawn_at is null do nothing
    returning public_id as id`.execute(db)
  return rows[0]?.id ?? null
}

export async function lockInvitation(db: Db, id: string): Promise<Invitation | null> {
  const { rows } = await sql<Invitation>`
    select ${columns} from portal.invitation where public_id = ${id} and ${open} for update`.execute(db)
  return rows[0] ?? null
}

/** What a link's selector finds while it can still be accepted, with the hash that its secret must have. */
export async function findInvitation(
  db: Db,
  selector: string,
  now: Date,
): Promise<(Invitation & { hash: string }) | null> {
  const { rows } = await sql<Invitation & { hash: string }>`
    select ${columns}, secret_hash as hash from portal.invitation
    where selector = ${selector} and ${open} and expires_at > ${now} for update`.execute(db)
  return rows[0] ?? null
}

export async function renewInvitation(
  db: Db,
  id: string,
  link: { selector: string; hash: string; expiresAt: Date },
): Promise<void> {
  await sql`
    update portal.invitation set selector = ${link.selector}, secret_hash = ${link.hash}, expires_at = ${link.expiresAt}
    where public_id = ${id}`.execute(db)
}

export async function endInvitation(db: Db, id: string, as: 'accepted' | 'withdrawn', now: Date): Promise<void> {
  await sql`update portal.invitation set ${sql.ref(`${as}_at`)} = ${now} where public_id = ${id}`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Language } from '../../platform/language.ts'
import type { Invitation } from './invitation.ts'

export type InvitationState = { contactId: number; method: 'REQUEST' | 'CANCEL'; state: string; sequence: number }

/** The latest word to each contact, by visit. */
export async function invitationsOf(db: Db, visitIds: readonly number[]): Promise<Map<number, InvitationState[]>> {
  const { rows } = await sql<InvitationState & { visitId: number }>`
    select distinct on (visit_id, contact_id) visit_id as "visitId", contact_id as "contactId", method, state, sequence
    from engage.invitation where visit_id = any(${visitIds}::bigint[])
    order by visit_id, contact_id, sequence desc, id desc`.execute(db)
  return Map.groupBy(rows, row => row.visitId)
}

/** Puts invitations into the post; post-invitations.use.ts hands them on. What was written already is left. */
export async function insertInvitations(
  db: Db,
  visitId: number,
  invitations: readonly (Invitation & { contactId: number; email: string; language: Language })[],
  by: { id: string | null; now: Date },
): Promise<void> {
  if (invitations.length === 0) return
  await sql`
    insert into engage.invitation (visit_id, contact_id, method, sequence, email, language, subject, icalendar, created_at, created_by_id)
    select ${visitId}, i."contactId", i.method, i.sequence, i.email, i.language, i.subject, i.icalendar, ${by.now}, ${by.id}
    from jsonb_to_recordset(${JSON.stringify(invitations)}::jsonb) as i (
      "contactId" bigint, method text, sequence integer, email text, language text, subject text, icalendar text)
    on conflict do nothing`.execute(db)
}

export type WaitingInvitation = {
  id: number
  visitId: number
  method: 'REQUEST' | 'CANCEL'
  email: string
  language: Language
  subject: string
  icalendar: string
}

/** Invitations that wait to be sent, locked until the transaction ends; those that another worker has are left out. */
export async function waitingInvitations(db: Db, most: number): Promise<WaitingInvitation[]> {
  const { rows } = await sql<WaitingInvitation>`
    select id, visit_id as "visitId", method, email, language, subject, icalendar from engage.invitation
    where state = 'to_send' order by id limit ${most} for update skip locked`.execute(db)
  return rows
}

export async function markInvitationsSent(db: Db, ids: readonly number[], at: Date): Promise<void> {
  await sql`
    update engage.invitation set state = 'sent', sent_at = ${at} where id = any(${ids}::bigint[])`.execute(db)
}

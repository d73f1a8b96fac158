import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
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

/** Puts invitations into the post; N's mail takes them from there. What was written already is left. */
export async function insertInvitations(
  db: Db,
  visitId: number,
  invitations: readonly (Invitation & { contactId: number; email: string })[],
  by: { id: string | null; now: Date },
): Promise<void> {
  if (invitations.length === 0) return
  await sql`
    insert into engage.invitation (visit_id, contact_id, method, sequence, email, subject, icalendar, created_at, created_by_id)
    select ${visitId}, i."contactId", i.method, i.sequence, i.email, i.subject, i.icalendar, ${by.now}, ${by.id}
    from jsonb_to_recordset(${JSON.stringify(invitations)}::jsonb) as i (
      "contactId" bigint, method text, sequence integer, email text, subject text, icalendar text)
    on conflict do nothing`.execute(db)
}

import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { queueMailOutside } from '../../platform/mail/queue-mail.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { visitsById } from '../visits/visits.store.ts'
import { markInvitationsSent, waitingInvitations } from './invitations.store.ts'

/** Handed to the mail in one go; the rest at the next look. */
const most = 200

/**
 * Hands waiting invitations to the mail, each with its calendar message, answered to whoever of ours makes the visit; how
 * many. A word about a visit is never sent twice: its key names visit, contact, method and sequence.
 */
export async function postInvitations({ db: outer, clock }: { db: Kysely<DB>; clock: Clock }): Promise<number> {
  return outer.transaction().execute(async db => {
    const waiting = await waitingInvitations(db, most)
    if (waiting.length === 0) return 0
    const visits = await visitsById(
      db,
      waiting.map(invitation => invitation.visitId),
    )
    const mails = new Map((await listPeople(db)).map(person => [person.id, person.email]))
    for (const { id, visitId, method, email, language, subject, icalendar } of waiting) {
      const visit = visits.get(visitId)
      await queueMailOutside(
        { db, clock },
        {
          kind: 'invitation',
          to: email,
          replyTo: (visit && mails.get(visit.personId)) ?? null,
          content: { language, subject, blocks: [{ kind: 'paragraph', text: visit?.purpose ?? subject }] },
          calendar: { method, text: icalendar },
          onceKey: `invitation ${id}`,
        },
      )
    }
    await markInvitationsSent(
      db,
      waiting.map(invitation => invitation.id),
      clock.now(),
    )
    return waiting.length
  })
}

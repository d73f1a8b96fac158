import { eraseContact, lockEditableContact } from '../../accounts/contact-lives.server.ts'
import { forgetInTrail, recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { forgetPersonData } from '../../platform/person-data.server.ts'
import type { Acting } from './edit-person.use.ts'
import { insertErasure } from './erasures.store.ts'
import { wordsOfPerson } from './forgotten-person.use.ts'

/** What the trail calls a person. */
export const trailSubjects = (contactId: number) => [
  { room: 'accounts', subject: 'contact', subjectId: contactId },
  { room: 'know', subject: 'person', subjectId: contactId },
]

type Ground = { ground: 'request' | 'retention'; reference: string | null }

/** Erases a person on request, in one transaction; `touched` counts rows and entries of the trail that lost something. */
export async function erasePerson(
  context: Acting,
  contactId: number,
  reference: string | null,
): Promise<{ contactId: number; touched: number }> {
  return context.db
    .transaction()
    .execute(db => erasePersonWithin({ ...context, db }, contactId, { ground: 'request', reference }))
}

/** The same within the caller's transaction: every room forgets, then the contact, then the trail. */
export async function erasePersonWithin(
  context: Acting & { db: Db },
  contactId: number,
  { ground, reference }: Ground,
): Promise<{ contactId: number; touched: number }> {
  const { db, actor } = context
  const contact = await lockEditableContact(db, actor, contactId)
  const person = await wordsOfPerson(db, contact)
  const day = await businessDay(context)
  await eraseContact(db, actor, contactId, { accountIds: person.accountIds, day })
  const rows = await forgetPersonData(db, person)
  const entries = await forgetInTrail(db, person, trailSubjects(contactId))
  await insertErasure(db, {
    contactId,
    accountId: contact.accountId,
    erasedOn: day,
    ground,
    personId: actor.id,
    reference,
  })
  await recordChange(db, actor, {
    room: 'know',
    subject: 'person',
    subjectId: contactId,
    accountId: contact.accountId,
    operation: 'erase',
    after: { ground, rows, entries },
  })
  return { contactId, touched: rows + entries }
}

import { mayEditContacts } from '../../accounts/account-rights.ts'
import { contactNames } from '../../accounts/contact-names.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { touchAcquaintances } from '../know.server.ts'

/**
 * One of ours was in touch with a person: a call, a message, a meeting that was no visit. Who did not know them yet does
 * now. Refused as `contact_unknown`, `contact_day_ahead`, `person_unknown`.
 */
export async function recordContact(
  context: Pick<ActorContext, 'db' | 'actor' | 'clock'>,
  contactId: number,
  said: { day?: string; personId?: string },
): Promise<{ contactId: number; personId: string; day: string }> {
  const { actor } = context
  const today = await businessDay(context)
  const day = said.day ?? today
  if (day > today) throw new Refusal('contact_day_ahead', { day })
  return context.db.transaction().execute(async db => {
    const contact = (await contactNames(db, [contactId])).get(contactId)
    if (!contact) throw new Refusal('contact_unknown', { id: contactId })
    await lockEditable(db, actor, contact.accountId, mayEditContacts)
    const personId = said.personId ?? actor.id
    const person = personId === null ? null : await findPerson(db, personId)
    if (!person) throw new Refusal('person_unknown')
    await touchAcquaintances(db, { contactIds: [contactId], personId: person.id, day })
    await recordChange(db, actor, {
      room: 'know',
      subject: 'contact',
      subjectId: contactId,
      accountId: contact.accountId,
      operation: 'record contact',
      after: { name: contact.name, person: person.name, day },
    })
    return { contactId, personId: person.id, day }
  })
}

import { lockEditableContact } from '../../accounts/contact-lives.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { deleteAcquaintance, readAcquaintances, saveAcquaintances } from './acquaintances.store.ts'
import type { Acting } from './edit-person.use.ts'

type Said = {
  contactId: number
  personId: string
  strength: number | null
  since: string | null
  lastContactOn: string | null
}

/** How well one of ours knows them; strength null: not any more. Refused as `person_unknown`. */
export async function setAcquaintance(
  context: Acting,
  { contactId, personId, strength, since, lastContactOn }: Said,
): Promise<{ contactId: number }> {
  return context.db.transaction().execute(async db => {
    const contact = await lockEditableContact(db, context.actor, contactId)
    const one = await findPerson(db, personId)
    if (!one) throw new Refusal('person_unknown', { id: personId })
    const before = (await readAcquaintances(db, [contactId])).get(contactId)?.find(each => each.personId === personId)
    if (strength === null) await deleteAcquaintance(db, contactId, personId)
    else await saveAcquaintances(db, [{ contactId, personId, strength, since, lastContactOn }])
    await recordChange(db, context.actor, {
      room: 'know',
      subject: 'person',
      subjectId: contactId,
      accountId: contact.accountId,
      operation: strength === null ? 'end acquaintance' : 'set acquaintance',
      before: before && { one: one.name, strength: before.strength, since: before.since },
      after: strength === null ? undefined : { one: one.name, strength, since },
    })
    return { contactId }
  })
}

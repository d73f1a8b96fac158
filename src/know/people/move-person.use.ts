import { lockEditableContact, moveContact, type NewPlace } from '../../accounts/contact-lives.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Acting } from './edit-person.use.ts'
import { closeEmployment, insertEmployments, readEmployments } from './employments.store.ts'
import { presentJob } from './read-people.use.ts'

type Move = {
  version: number
  /** The first day they no longer worked at the old account, and the first at the new. */
  day: string
  /** null: they left and nobody knows where to. */
  accountId: number | null
} & NewPlace

/**
 * The person's job here ends, and another begins where `accountId` says so; profile and acquaintances go along, promises
 * and reports stay with the old account. Refused as `move_to_same_account`, `move_in_future`, `move_before_job`, or
 * `contact_changed_meanwhile`; both accounts must be the actor's to edit.
 */
export async function movePerson(
  context: Acting,
  contactId: number,
  { version, day, accountId, ...place }: Move,
): Promise<{ contactId: number; accountId: number }> {
  return context.db.transaction().execute(async db => {
    const contact = await lockEditableContact(db, context.actor, contactId)
    const { name } = contact
    if (contact.version !== version) throw new Refusal('contact_changed_meanwhile', { id: contactId, name })
    if (accountId === contact.accountId) throw new Refusal('move_to_same_account', { name })
    if (day > (await businessDay({ ...context, db }))) throw new Refusal('move_in_future', { name, day })
    const jobs = (await readEmployments(db, [contactId])).get(contactId) ?? []
    const open = jobs.find(job => job.toDay === null)
    const begun = open?.fromDay ?? jobs[0]?.toDay ?? null
    if (begun !== null && day < begun) throw new Refusal('move_before_job', { name, day: begun })
    if (open) await closeEmployment(db, open.id, day)
    else if (jobs.length === 0) await insertEmployments(db, [{ ...presentJob(contact), toDay: day }])
    else if (accountId === null) throw new Refusal('has_left_already', { name, day: begun })
    if (accountId !== null) {
      await insertEmployments(db, [{ contactId, accountId, title: place.role ?? null, fromDay: day, toDay: null }])
      await moveContact(db, context.actor, contact, { accountId, day, place })
    } else
      await recordChange(db, context.actor, {
        room: 'know',
        subject: 'person',
        subjectId: contactId,
        accountId: contact.accountId,
        operation: 'leave',
        after: { day },
      })
    return { contactId, accountId: accountId ?? contact.accountId }
  })
}

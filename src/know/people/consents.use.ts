import { lockEditableContact } from '../../accounts/contact-lives.server.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { holds } from './consent.ts'
import { type Consent, findConsent, insertConsents, withdrawConsents } from './consents.store.ts'
import type { Acting } from './edit-person.use.ts'

/** Records a ground. Refused as `consent_in_future`. */
export async function giveConsent(context: Acting, given: Omit<Consent, 'id' | 'withdrawnOn' | 'withdrawnBy'>) {
  return context.db.transaction().execute(async db => {
    const contact = await lockEditableContact(db, context.actor, given.contactId)
    const today = await businessDay({ ...context, db })
    if (given.givenOn > today) throw new Refusal('consent_in_future', { day: given.givenOn })
    const [id] = await insertConsents(db, [{ ...given, withdrawnOn: null, withdrawnBy: null }])
    const { contactId, ...after } = given
    await record(context, db, contact, 'give consent', undefined, after)
    return read(db, id!, today)
  })
}

/** Refused as `consent_unknown`, `consent_withdrawn_already`, `consent_in_future`, or `withdrawn_before_given`. */
export async function withdrawConsent(context: Acting, id: number, said: { day: string; by: string }) {
  return context.db.transaction().execute(async db => {
    const consent = await findConsent(db, id)
    if (!consent) throw new Refusal('consent_unknown', { id })
    const contact = await lockEditableContact(db, context.actor, consent.contactId)
    const today = await businessDay({ ...context, db })
    if (consent.withdrawnOn !== null) throw new Refusal('consent_withdrawn_already', { day: consent.withdrawnOn })
    if (said.day > today) throw new Refusal('consent_in_future', { day: said.day })
    if (said.day < consent.givenOn) throw new Refusal('withdrawn_before_given', { day: consent.givenOn })
    await withdrawConsents(db, [id], said.day, said.by)
    const { covers, purpose } = consent
    await record(
      context,
      db,
      contact,
      'withdraw consent',
      { covers, purpose },
      { withdrawnOn: said.day, withdrawnBy: said.by },
    )
    return read(db, id, today)
  })
}

async function read(db: Db, id: number, today: string) {
  const { contactId, ...consent } = (await findConsent(db, id))!
  return { ...consent, inForce: holds(consent, today) }
}

async function record(
  { actor }: Acting,
  db: Db,
  contact: { id: number; accountId: number },
  operation: string,
  before: unknown,
  after: unknown,
): Promise<void> {
  const { id: subjectId, accountId } = contact
  await recordChange(db, actor, { room: 'know', subject: 'person', subjectId, accountId, operation, before, after })
}

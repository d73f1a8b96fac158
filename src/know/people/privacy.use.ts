import { accountNames } from '../../accounts/account-names.server.ts'
import { lockEditableContact } from '../../accounts/contact-lives.server.ts'
import { findContacts } from '../../accounts/contacts.server.ts'
import { dayAfter } from '../../identify/review-window.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { ConsentCovers } from './consent.ts'
import type { Acting } from './edit-person.use.ts'
import { listErasures } from './erasures.store.ts'
import { keepUntil, readLimits, readReviews, type StoredLimit, saveLimit } from './retention.store.ts'

/** Limits, people to decide on (those kept until later are left out), and who was erased, the latest first. */
export async function readPrivacy(context: Pick<Acting, 'db' | 'clock'>) {
  const { db } = context
  const [limits, reviews, erasures, ours, today] = await Promise.all([
    readLimits(db),
    readReviews(db),
    listErasures(db),
    listPeople(db),
    businessDay(context),
  ])
  const open = reviews.filter(review => review.keptUntil === null || review.keptUntil < today)
  const contacts = new Map(
    (
      await findContacts(
        db,
        open.map(review => review.contactId),
      )
    ).map(each => [each.id, each]),
  )
  const names = await accountNames(db, [
    ...[...contacts.values()].map(contact => contact.accountId),
    ...erasures.map(erasure => erasure.accountId),
  ])
  const nameOf = new Map(ours.map(person => [person.id, person.name]))
  return {
    limits,
    reviews: open.flatMap(({ keptUntil, ...review }) => {
      const contact = contacts.get(review.contactId)
      const limit = limits.find(each => each.covers === review.covers)!
      if (!contact) return []
      return {
        ...review,
        name: contact.name,
        accountId: contact.accountId,
        accountName: names.get(contact.accountId)?.name ?? '',
        endsOn: limit.automatic ? dayAfter(review.listedOn, limit.graceDays) : null,
      }
    }),
    erasures: erasures.map(({ personId, ...erasure }) => ({
      ...erasure,
      accountName: names.get(erasure.accountId)?.name ?? '',
      by: personId === null ? null : (nameOf.get(personId) ?? personId),
    })),
  }
}

/** Refused as `limit_changed_meanwhile`. The nightly job goes by it from the next night on. */
export async function setLimit(context: Acting, limit: StoredLimit): Promise<StoredLimit> {
  return context.db.transaction().execute(async db => {
    const before = await limitOf(db, limit.covers)
    if (!(await saveLimit(db, limit))) throw new Refusal('limit_changed_meanwhile')
    const after = await limitOf(db, limit.covers)
    await recordChange(db, context.actor, {
      room: 'know',
      subject: 'retention',
      subjectId: limit.covers,
      operation: 'change',
      before,
      after,
    })
    return after
  })
}

const limitOf = async (db: Db, covers: ConsentCovers): Promise<StoredLimit> =>
  (await readLimits(db)).find(limit => limit.covers === covers)!

/** Keeps somebody through a later day. Refused as `keep_until_past` or `nothing_to_keep_unknown`. */
export async function keepPerson(
  context: Acting,
  said: { contactId: number; covers: ConsentCovers; until: string; reason: string },
): Promise<{ contactId: number }> {
  return context.db.transaction().execute(async db => {
    const contact = await lockEditableContact(db, context.actor, said.contactId)
    if (said.until <= (await businessDay({ ...context, db }))) throw new Refusal('keep_until_past', { day: said.until })
    if (!(await keepUntil(db, said))) throw new Refusal('nothing_to_keep_unknown', { name: contact.name })
    const { contactId, ...after } = said
    await recordChange(db, context.actor, {
      room: 'know',
      subject: 'person',
      subjectId: contactId,
      accountId: contact.accountId,
      operation: 'keep',
      after,
    })
    return { contactId }
  })
}

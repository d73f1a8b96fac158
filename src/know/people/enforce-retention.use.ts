import { everyContact } from '../../accounts/contact-lives.server.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { consentCovers, coverage, holds } from './consent.ts'
import { type Consent, readConsents, withdrawConsents } from './consents.store.ts'
import type { Acting } from './edit-person.use.ts'
import { erasePersonWithin } from './erase-person.use.ts'
import { listForReview, type Review, readActivity, readLimits, readReviews, unlist } from './retention.store.ts'
import { type RetentionLimit, retentionStep } from './retention.ts'

export type Enforced = { listed: number; erased: number; withdrawn: number }

/**
 * What the nightly job does: lists whose time is over, takes off the list who is heard of again, and where the
 * administrator said so ends it after the days of grace: the person is erased, a consent to marketing or photos
 * withdrawn. Each erasure is a transaction of its own, so that one that fails keeps no other.
 */
export async function enforceRetention(context: Acting): Promise<Enforced> {
  const { db, actor } = context
  const today = await businessDay(context)
  const contacts = await everyContact(db)
  const [limits, activity, reviews, consents] = await Promise.all([
    readLimits(db),
    readActivity(db),
    readReviews(db),
    readConsents(
      db,
      contacts.map(contact => contact.id),
    ),
  ])
  const limitOf = new Map<string, RetentionLimit>(limits.map(limit => [limit.covers, limit]))
  const reviewOf = new Map(reviews.map(review => [`${review.contactId} ${review.covers}`, review]))
  const due: Omit<Review, 'keptUntil'>[] = []
  const gone: { contactId: number; covers: (typeof consentCovers)[number] }[] = []
  const erase: number[] = []
  const withdraw: { accountId: number; consent: Consent }[] = []
  for (const { id, accountId, enteredOn } of contacts) {
    const grounds = consents.get(id) ?? []
    const lastActivity = activity.get(id) ?? enteredOn
    for (const covers of consentCovers) {
      const review = reviewOf.get(`${id} ${covers}`)
      const inForce = grounds.filter(ground => ground.covers === covers && holds(ground, today))
      // Without a consent in force there is nothing to end for marketing and photos.
      const concerned = covers === 'personal data' || inForce.length > 0
      const found = {
        lastActivity,
        // Who was kept until a day that is over begins the days of grace anew.
        listedOn: review && review.keptUntil === null ? review.listedOn : null,
        keptUntil: review?.keptUntil ?? null,
        withdrawn: covers === 'personal data' && coverage(grounds, covers, today) === 'withdrawn',
      }
      const step = concerned ? retentionStep(found, limitOf.get(covers)!, today) : 'keep'
      const isKept = review?.keptUntil != null && today <= review.keptUntil
      if (step === 'list') due.push({ contactId: id, covers, listedOn: found.listedOn ?? today, lastActivity })
      else if (step === 'keep' && review && !isKept) gone.push({ contactId: id, covers })
      else if (step === 'end' && covers === 'personal data') erase.push(id)
      else if (step === 'end') {
        withdraw.push(...inForce.map(consent => ({ accountId, consent })))
        gone.push({ contactId: id, covers })
      }
    }
  }
  const fresh = due.filter(({ contactId, covers }) => !reviewOf.has(`${contactId} ${covers}`)).length
  await db.transaction().execute(async transaction => {
    await listForReview(transaction, due)
    await unlist(transaction, gone)
    await withdrawConsents(
      transaction,
      withdraw.map(({ consent }) => consent.id),
      today,
      'retention limit',
    )
    await recordChanges(
      transaction,
      actor,
      withdraw.map(({ accountId, consent }) => ({
        room: 'know',
        subject: 'person',
        subjectId: consent.contactId,
        accountId,
        operation: 'withdraw consent',
        before: { covers: consent.covers, purpose: consent.purpose },
        after: { withdrawnOn: today, withdrawnBy: 'retention limit' },
      })),
    )
  })
  for (const contactId of erase)
    await db
      .transaction()
      .execute(transaction =>
        erasePersonWithin({ ...context, db: transaction }, contactId, { ground: 'retention', reference: null }),
      )
  return { listed: fresh, erased: erase.length, withdrawn: withdraw.length }
}

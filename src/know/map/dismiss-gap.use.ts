import { contactNames } from '../../accounts/contact-names.server.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { monthsAfter } from '../../identify/review-window.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { type Dismissal, endDismissal, findDismissal, insertDismissal } from './dismissals.store.ts'
import type { GapKind } from './gaps.ts'

type Asking = Pick<ActorContext, 'db' | 'actor' | 'clock'>

/** Longer than this nobody can know that a gap is none. */
const longestMonths = 24

/** Says that something is no gap at this account until a day. Refused as `dismissal_day_odd`, `contact_unknown`. */
export async function dismissGap(
  context: Asking,
  accountId: number,
  said: { kind: GapKind; contactId: number | null; reason: string; until: string },
): Promise<Dismissal> {
  const { actor } = context
  const today = await businessDay(context)
  const latest = monthsAfter(today, longestMonths)
  if (said.until < today || said.until > latest) throw new Refusal('dismissal_day_odd', { from: today, to: latest })
  return context.db.transaction().execute(async db => {
    await lockEditable(db, actor, accountId)
    const contact = said.contactId === null ? null : (await contactNames(db, [said.contactId])).get(said.contactId)
    if (contact === undefined) throw new Refusal('contact_unknown', { id: said.contactId })
    const dismissal = await insertDismissal(db, {
      ...said,
      accountId,
      author: actor.name,
      authorId: actor.id,
      saidOn: today,
    })
    await recordChange(db, actor, {
      room: 'know',
      subject: 'relationship gap',
      subjectId: dismissal.id,
      accountId,
      operation: 'dismiss',
      after: { kind: said.kind, name: contact?.name ?? null, reason: said.reason, until: said.until },
    })
    return dismissal
  })
}

/** Counts the gap again from today. Refused as `dismissal_unknown` where it is over already. */
export async function restoreGap(context: Asking, id: number): Promise<Dismissal> {
  const { actor } = context
  const today = await businessDay(context)
  return context.db.transaction().execute(async db => {
    const found = await findDismissal(db, id)
    if (!found) throw new Refusal('dismissal_unknown', { id })
    await lockEditable(db, actor, found.accountId)
    if (!(await endDismissal(db, found, today))) throw new Refusal('dismissal_unknown', { id })
    await recordChange(db, actor, {
      room: 'know',
      subject: 'relationship gap',
      subjectId: id,
      accountId: found.accountId,
      operation: 'restore',
      before: { kind: found.kind, reason: found.reason, until: found.until },
    })
    return { ...found, endedOn: today }
  })
}

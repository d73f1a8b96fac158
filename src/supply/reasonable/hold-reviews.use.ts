import { readCalendars } from '../../engage/visits/holidays.store.ts'
import { readVisitRules } from '../../engage/visits/visit-rules.store.ts'
import { wallClockAt } from '../../engage/visits/wall-clock.ts'
import { workCalendarOf } from '../../engage/visits/work-calendars.ts'
import { accountsLookedAfter } from '../../identify/accounts-now.use.ts'
import { jobActor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import type { Reviewing } from './gather-review.server.ts'
import { proposeOrders } from './propose-orders.use.ts'
import { reviewDueOn } from './review-rhythm.ts'
import { reviewStock } from './review-stock.use.ts'
import { readRhythms, takeReviews } from './rhythms.store.ts'
import { readStockPolicy } from './stock-policy.store.ts'

/** Under whose name drafts of the review are made. */
export const reviewActorName = 'Weekly review'

/**
 * The reviews that are due by now on the company's clock: stock is looked at anew and drafts are made of what is needed. On a
 * day on which we do not work the review waits for the next. Each is held once, whoever asks and however often. Only
 * accounts that somebody looks after are proposed to; the others are reviewed every night and asked for on their page.
 */
export async function holdDueReviews(reviewing: Reviewing): Promise<{ accounts: number; drafts: number }> {
  const { db, clock } = reviewing
  const [{ timeZone }, { limits }, { rules }, calendars, rhythms, looked] = await Promise.all([
    readSettings(db),
    readStockPolicy(db),
    readVisitRules(db),
    readCalendars(db),
    readRhythms(db, null),
    accountsLookedAfter(reviewing),
  ])
  const { day: today, time } = wallClockAt(clock.now().toISOString(), timeZone)
  const hour = Number(time.slice(0, 2))
  const calendar = workCalendarOf(calendars, rules, null)
  const usual = { ...limits, intervalWeeks: 1, startsOn: today, isPaused: false }
  const due = new Map<string, number[]>()
  for (const { id } of looked) {
    const rhythm = rhythms.get(id) ?? usual
    const dueOn = rhythm.isPaused || hour < rhythm.hour ? null : reviewDueOn(rhythm, today, calendar)
    if (dueOn !== null) due.set(dueOn, [...(due.get(dueOn) ?? []), id])
  }
  const held = { accounts: 0, drafts: 0 }
  for (const [dueOn, accountIds] of due) {
    const taken = await takeReviews(db, dueOn, accountIds)
    if (taken.length === 0) continue
    await reviewStock(reviewing, taken)
    const made = await proposeOrders({ db, clock, actor: jobActor(reviewActorName) }, taken, 'draft')
    held.accounts += taken.length
    held.drafts += made.filter(({ order }) => order !== null).length
  }
  return held
}

import { businessDay } from '../../platform/business-day.server.ts'
import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { wallClockAt } from '../visits/wall-clock.ts'
import { acceptPlan, undoPlan } from './accept-plan.use.ts'
import { standingPlan } from './accepted-plans.store.ts'
import { calendarContract } from './calendar.contract.ts'
import { addEntry, editEntry, removeEntry } from './change-entry.use.ts'
import { describeEntry, hoursOf, readEntry } from './describe-entry.use.ts'
import { endFeed, makeFeed } from './feed.use.ts'
import { findFeedOf } from './feeds.store.ts'
import { readMonthPlan } from './plan-month.use.ts'
import { readCalendarPage } from './read-calendar.use.ts'

const operations = implementing(calendarContract)
/** Who keeps a calendar of their own: all but those who only read. */
const keepers = everyone.filter(role => role !== 'reader')
const planners = ['administrator', 'head', 'manager'] as const

export const calendarRoutes = operations.router({
  read: operations.read.use(may(...everyone)).handler(({ input, context }) => readCalendarPage(context, input)),
  entry: operations.entry
    .use(may(...everyone))
    .handler(async ({ input, context }) => describeEntry(context.db, await readEntry(context, input.id))),
  addEntry: operations.addEntry.use(may(...keepers)).handler(async ({ input, context }) => {
    const hours = await hoursOf(context.db, {
      day: input.day,
      time: input.time ?? null,
      minutes: input.minutes ?? null,
    })
    const { title, accountId = null, category = 'meeting' } = input
    return describeEntry(context.db, await addEntry(context, { ...hours, title, accountId, category, doneOn: null }))
  }),
  editEntry: operations.editEntry.use(may(...keepers)).handler(async ({ input, context }) => {
    const { id, version, done, day, time, minutes, ...edit } = input
    const before = await describeEntry(context.db, await readEntry(context, id))
    const hours = await hoursOf(context.db, {
      day: day ?? before.day,
      time: time === undefined ? before.time : time,
      minutes: minutes === undefined ? before.minutes : minutes,
    })
    const doneOn = done === undefined ? before.doneOn : done ? await businessDay(context) : null
    return describeEntry(context.db, await editEntry(context, id, version, { ...edit, ...hours, doneOn }))
  }),
  removeEntry: operations.removeEntry.use(may(...keepers)).handler(async ({ input, context }) => {
    await removeEntry(context, input.id)
    return { removed: true as const }
  }),
  feed: operations.feed.use(may(...everyone)).handler(async ({ context }) => {
    const feed = await findFeedOf(context.db, context.actor.id ?? '')
    return { madeAt: feed?.madeAt ?? null, lastReadAt: feed?.lastReadAt ?? null }
  }),
  makeFeed: operations.makeFeed.use(may(...everyone)).handler(({ context }) => makeFeed(context)),
  endFeed: operations.endFeed.use(may(...everyone)).handler(async ({ context }) => {
    await endFeed(context)
    return { revoked: true as const }
  }),
  plan: operations.plan.use(may(...everyone)).handler(async ({ input: { personId, month }, context }) => {
    const [plan, accepted, { timeZone }] = await Promise.all([
      readMonthPlan(context, personId, month),
      standingPlan(context.db, personId, month),
      readSettings(context.db),
    ])
    const at = (instant: string) => wallClockAt(instant, timeZone)
    const { role, id } = context.actor
    return {
      proposals: plan.proposals.map(({ accountId, visit, slot, ...proposal }) => {
        const { code = '', name = '' } = plan.names.get(accountId) ?? {}
        return {
          ...proposal,
          account: { id: accountId, code, name },
          visit: visit && { id: visit.id, ...at(visit.startsAt) },
          slot: slot && at(slot.startsAt),
        }
      }),
      days: plan.days,
      accepted: accepted
        ? { id: accepted.id, at: accepted.acceptedAt, by: accepted.acceptedBy, visits: accepted.changes.length }
        : null,
      mayAccept: role === 'administrator' || role === 'head' || (role === 'manager' && id === personId),
    }
  }),
  acceptPlan: operations.acceptPlan
    .use(may(...planners))
    .handler(({ input, context }) => acceptPlan(context, input.personId, input.month, input.keys)),
  undoPlan: operations.undoPlan.use(may(...planners)).handler(({ input, context }) => undoPlan(context, input.id)),
})

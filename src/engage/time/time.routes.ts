import { accountNames } from '../../accounts/account-names.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import { everyone, implementing, may } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { maySeeEntries } from '../calendar/calendar-rights.ts'
import { addEntry, removeEntry } from '../calendar/change-entry.use.ts'
import { listEntries } from '../calendar/entries.store.ts'
import { addDays } from '../visits/wall-clock.ts'
import { readTime } from './read-time.use.ts'
import { timeContract } from './time.contract.ts'

const operations = implementing(timeContract)
/** Who enters time of their own: all but those who only read. */
const keepers = everyone.filter(role => role !== 'reader')
/** How far back entries are listed. */
const daysListed = 31

export const timeRoutes = operations.router({
  shares: operations.shares.use(may(...everyone)).handler(({ input, context }) => readTime(context, input)),
  entries: operations.entries.use(may(...everyone)).handler(async ({ input, context }) => {
    const { db, actor } = context
    const personId = input.personId ?? actor.id ?? ''
    if (!maySeeEntries(actor, personId)) throw new Refusal('calendar_not_yours')
    const today = await businessDay(context)
    const asked = { from: addDays(today, -daysListed), to: addDays(today, daysListed), personIds: [personId] }
    const entries = await listEntries(db, { ...asked, kinds: ['time'] })
    const names = await accountNames(
      db,
      entries.flatMap(entry => entry.accountId ?? []),
    )
    const items = entries.toReversed().map(({ id, day, accountId, category, minutes, title }) => ({
      ...{ id, day, category, minutes: minutes!, note: title },
      account: accountId === null ? null : (names.get(accountId) ?? null),
    }))
    return { items }
  }),
  enter: operations.enter.use(may(...keepers)).handler(async ({ input, context }) => {
    const { note: title = null, ...said } = input
    const { id } = await addEntry(context, {
      ...{ ...said, title, kind: 'time' as const, startsAt: null, endsAt: null, doneOn: null },
    })
    return { id }
  }),
  remove: operations.remove.use(may(...keepers)).handler(async ({ input, context }) => {
    await removeEntry(context, input.id)
    return { removed: true as const }
  }),
})

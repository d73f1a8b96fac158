import type { SignalSource } from '../../platform/signal-source.server.ts'
import { beginsOn, nextOccurrence, occurrences, timesRound } from './event.ts'
import { eventsOf, settlementsOf } from './events.store.ts'
import { eventSignalWords } from './events-words.ts'

const kind = 'engage.event'

/** How long after its day an event of which nothing was said is still asked about. */
const askedForDays = 7

export default {
  kinds: { [kind]: eventSignalWords },
  read: async ({ db, today, accountIds }) => {
    const events = await eventsOf(db, accountIds)
    const since = beginsOn(today, askedForDays)
    const settlements = await settlementsOf(
      db,
      events.map(event => event.id),
      since,
    )
    const settled = new Set(settlements.map(({ eventId, day }) => `${eventId} ${day}`))
    return events.flatMap(event => {
      const next = nextOccurrence(event, today)
      const ahead = next !== null && beginsOn(next, event.leadDays) <= today ? [next] : []
      const days = [...occurrences(event, since, beginsOn(today, 1)), ...ahead]
      return days
        .filter(day => !settled.has(`${event.id} ${day}`))
        .map(day => ({
          kind,
          key: `${event.id} ${day}`,
          accountId: event.accountId,
          personId: event.ownerId,
          role: null,
          due: day,
          value: null,
          // A day for which something is planned is lost more surely than one of which nobody has thought.
          confidence: event.whatWeDo ? 0.9 : 0.6,
          values: {
            event: event.id,
            title: event.title,
            kind: event.kind,
            day,
            times: timesRound(event, day),
            whatWeDo: event.whatWeDo,
          },
        }))
    })
  },
} satisfies SignalSource

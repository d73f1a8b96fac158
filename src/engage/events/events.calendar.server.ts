import { accountNames } from '../../accounts/account-names.server.ts'
import type { CalendarSource } from '../calendar/calendar-source.server.ts'
import { occurrences } from './event.ts'
import { eventsOf, settlementsOf } from './events.store.ts'
import { eventKindName } from './events-words.ts'

/** Events of accounts, in the calendar of whoever sees to them. */
export default {
  kinds: { event: language => (language === 'en' ? 'Event of an account' : '客户的重要日子') },
  read: async ({ db, from, to, personIds, language }) => {
    const events = await eventsOf(db, null)
    const ids = events.map(event => event.id)
    const [accounts, settlements] = await Promise.all([
      accountNames(db, [...new Set(events.map(event => event.accountId))]),
      settlementsOf(db, ids, from),
    ])
    const said = new Map(settlements.map(settlement => [`${settlement.eventId} ${settlement.day}`, settlement.state]))
    return events.flatMap(event => {
      const account = accounts.get(event.accountId)
      const personId = event.ownerId ?? account?.ownerId ?? null
      if (personIds && (personId === null || !personIds.includes(personId))) return []
      return occurrences(event, from, to).map(day => {
        const state = said.get(`${event.id} ${day}`)
        return {
          key: `${event.id} ${day}`,
          kind: 'event',
          title: `${event.title}: ${account?.name ?? ''}`,
          accountId: event.accountId,
          personId,
          day,
          startsAt: null,
          endsAt: null,
          timeZone: null,
          state: state === 'done' ? ('done' as const) : state === 'skipped' ? ('off' as const) : ('open' as const),
          path: `/accounts/${event.accountId}/events?event=${event.id}&day=${day}`,
          place: null,
          note: event.whatWeDo ?? eventKindName(event.kind, language),
          move: null,
          uid: `event-${event.id}-${day}`,
          sequence: event.version - 1,
        }
      })
    })
  },
} satisfies CalendarSource

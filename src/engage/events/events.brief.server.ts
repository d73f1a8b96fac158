import type { BriefPart } from '../../platform/brief-part.server.ts'
import { beginsOn, nextOccurrence } from './event.ts'
import { eventsOf, settlementsOf } from './events.store.ts'

/** Days ahead that are worth a word at a visit. */
const ahead = 60

export default {
  name: 'events',
  order: 50,
  read: async ({ db, accountId, today, words }) => {
    const events = await eventsOf(db, [accountId])
    const settlements = await settlementsOf(
      db,
      events.map(event => event.id),
      today,
    )
    const settled = new Set(settlements.map(({ eventId, day }) => `${eventId} ${day}`))
    const coming = events
      .flatMap(event => {
        const next = nextOccurrence(event, today)
        if (next === null || next > beginsOn(today, -ahead) || settled.has(`${event.id} ${next}`)) return []
        return [{ event, next }]
      })
      .sort((a, b) => (a.next < b.next ? -1 : 1))
    if (coming.length === 0) return null
    return {
      title: { en: 'Their own days', 'zh-Hans': '客户的重要日子' },
      items: coming.map(({ event, next }) => ({
        text: words(({ day }) => `${event.title} · ${day(next)}`),
        detail: words(({ language }) =>
          event.whatWeDo === null ? (language === 'en' ? 'Nothing is planned yet' : '还没有安排') : event.whatWeDo,
        ),
        mark: event.whatWeDo === null ? ('warning' as const) : null,
        path: `/accounts/${accountId}/events?event=${event.id}&day=${next}`,
      })),
      topics: coming.slice(0, 1).map(({ event, next }) => ({
        text: words(({ language }) => (language === 'en' ? `Their day: ${event.title}` : `客户的日子：${event.title}`)),
        reason: words(({ language, day }) => (language === 'en' ? `on ${day(next)}` : `${day(next)}`)),
        weight: 10,
      })),
    }
  },
} satisfies BriefPart

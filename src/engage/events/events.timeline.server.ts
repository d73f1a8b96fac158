import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { settledBelow } from './events.store.ts'
import { eventTimelineWords } from './events-words.ts'

const kind = 'engage.event'

export default {
  kinds: { [kind]: eventTimelineWords },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const settled = await settledBelow(db, accountIds, bound, limit)
    return settled.map(({ eventId, day, accountId, settledByName, title, note, cost }) => ({
      kind,
      key: String(eventId).padStart(12, '0'),
      at: `${day}T12:00:00Z`,
      wholeDay: true,
      accountId,
      actor: settledByName,
      values: { title, note, cost },
      path: `/accounts/${accountId}/events?event=${eventId}&day=${day}`,
    }))
  },
} satisfies TimelineSource

import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { requestsBelow } from './requests.store.ts'
import { requestTimelineWords } from './requests-words.ts'

const kind = 'engage.request'

export default {
  kinds: { [kind]: requestTimelineWords },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const requests = await requestsBelow(db, accountIds, bound, limit)
    return requests.map(request => ({
      kind,
      key: String(request.id).padStart(12, '0'),
      at: `${request.askedOn}T12:00:00Z`,
      wholeDay: true,
      accountId: request.accountId,
      actor: request.askedByName,
      values: {
        what: request.what,
        wantedOn: request.wantedOn,
        state: request.state,
        outcome: request.outcome,
      },
      path: `/requests?request=${request.id}`,
    }))
  },
} satisfies TimelineSource

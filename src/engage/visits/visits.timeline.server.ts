import { listPeople } from '../../platform/people.store.ts'
import type { TimelineKind } from '../../platform/timeline.ts'
import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { unreportedBelow } from './visits.store.ts'

const kind = 'engage.visit'

const states: Record<string, readonly [string, string]> = {
  held: ['Visit held, no report yet', '已拜访，尚无报告'],
  missed: ['Visit did not take place', '拜访未进行'],
  cancelled: ['Visit called off', '拜访取消'],
}

const words: TimelineKind = {
  title: language => (language === 'en' ? 'Visit' : '拜访'),
  sentence: ({ values }, { language }) => {
    const english = language === 'en'
    const said = states[String(values.state)]![english ? 0 : 1]
    const more = [values.reason, values.purpose].find(text => text !== null)
    return more ? `${said}${english ? ': ' : '：'}${more}` : said
  },
}

/** Visits that are over and tell nothing by a report of their own. */
export default {
  kinds: { [kind]: words },
  read: async ({ db, accountIds, limit, below }) => {
    const bound = below(kind)
    if (!bound) return []
    const visits = await unreportedBelow(db, accountIds, bound, limit)
    const people = new Map((await listPeople(db)).map(person => [person.id, person.name]))
    return visits.map(({ id, accountId, startsAt, state, personId, cancelReason, purpose }) => ({
      kind,
      key: String(id).padStart(12, '0'),
      at: startsAt,
      wholeDay: false,
      accountId,
      actor: people.get(personId) ?? null,
      values: { state, reason: state === 'held' ? null : cancelReason, purpose },
      path: `/accounts/${accountId}/visits?visit=${id}`,
    }))
  },
} satisfies TimelineSource

import { listPeople } from '../../platform/people.store.ts'
import type { TimelineEvent } from '../../platform/timeline.ts'
import type { TimelineSource } from '../../platform/timeline-source.server.ts'
import { promisesBelow } from './promises.store.ts'
import { promiseMade, promiseSettled, reportHappened } from './report-timeline-words.ts'
import { reportsBelow } from './visit-reports.store.ts'

/** As long as every other, so that text order is the order of numbers. */
const keyOf = (id: number) => String(id).padStart(12, '0')
const shortest = (text: string) => {
  const plain = text
    .replace(/[#*_>`-]/g, ' ')
    .replace(/\s+/g, ' ')
    .trim()
  return plain.length > 160 ? `${plain.slice(0, 159)}…` : plain
}

export default {
  kinds: {
    'engage.visit_report': reportHappened,
    'engage.promise_made': promiseMade,
    'engage.promise_settled': promiseSettled,
  },
  read: async ({ db, accountIds, limit, below }) => {
    const people = new Map((await listPeople(db)).map(person => [person.id, person.name]))
    const nameOf = (id: string | null) => (id === null ? null : (people.get(id) ?? null))
    const events: TimelineEvent[] = []
    const reports = below('engage.visit_report')
    if (reports)
      for (const report of await reportsBelow(db, accountIds, reports, limit))
        events.push({
          kind: 'engage.visit_report',
          key: keyOf(report.id),
          at: report.startedAt,
          wholeDay: false,
          accountId: report.accountId,
          actor: nameOf(report.authorId),
          values: { said: shortest(report.said) },
          path: `/visits/${report.visitId}/report`,
        })
    for (const [kind, by] of [
      ['engage.promise_made', 'made_on'],
      ['engage.promise_settled', 'closed_on'],
    ] as const) {
      const bound = below(kind)
      if (!bound) continue
      for (const promise of await promisesBelow(db, accountIds, by, bound, limit)) {
        const { id, accountId, side, what, due, state } = promise
        const day = by === 'made_on' ? promise.madeOn : promise.closedOn
        events.push({
          kind,
          key: keyOf(id),
          at: `${day}T12:00:00Z`,
          wholeDay: true,
          accountId,
          actor: nameOf(by === 'made_on' ? promise.madeBy : promise.ownerId),
          values: { side, what, due, state },
          path: `/accounts/${accountId}/promises?promise=${id}`,
        })
      }
    }
    return events
  },
} satisfies TimelineSource

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { boundOf, compareEvents, type TimelineCursor } from './timeline.ts'

const event = fc.record({
  at: fc.constantFrom('2026-10-30T12:00:00Z', '2026-10-31T12:00:00Z', '2026-11-01T09:00:00Z'),
  kind: fc.constantFrom('engage.visit', 'know.note', 'ledger.document'),
  key: fc.constantFrom('1', '2', '10', '3'),
})

/** What a source answers: its own kind's events below the bound, latest first. */
const readKind = (events: TimelineCursor[], kind: string, cursor: TimelineCursor | null, limit: number) => {
  const bound = boundOf(cursor, kind)
  return events
    .filter(each => each.kind === kind && (each.at < bound.at || (each.at === bound.at && each.key < bound.key)))
    .sort(compareEvents)
    .slice(0, limit)
}

test('page after page brings every event once, in one order, whatever happened at the same moment', () => {
  fc.assert(
    fc.property(
      fc.uniqueArray(event, { selector: each => `${each.at} ${each.kind} ${each.key}`, maxLength: 30 }),
      fc.integer({ min: 1, max: 5 }),
      (events, limit) => {
        const kinds = ['engage.visit', 'know.note', 'ledger.document']
        const read: TimelineCursor[] = []
        for (let cursor: TimelineCursor | null = null; ; ) {
          const page = kinds
            .flatMap(kind => readKind(events, kind, cursor, limit))
            .sort(compareEvents)
            .slice(0, limit)
          read.push(...page)
          if (page.length < limit) break
          cursor = page.at(-1)!
        }
        expect(read).toEqual([...events].sort(compareEvents))
      },
    ),
  )
})

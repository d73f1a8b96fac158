import { describe, expect, test } from 'vitest'
import { type Arriving, joinTexts, type Standing, takeDraft } from './visit-report.ts'

const planned: Standing = { visit: { state: 'planned', startsAt: '2026-11-02T06:00:00Z' }, report: null }
const draft: Arriving = { visitStartsAt: '2026-11-02T06:00:00.000Z', resolution: null, seenVersion: null }

describe('a draft that comes back from the phone', () => {
  test('is written where the visit stands as it was', () => {
    expect(takeDraft(planned, draft)).toEqual({ take: 'write' })
  })

  test('is written for a visit meanwhile taken for missed, and for one marked as held', () => {
    for (const state of ['missed', 'held'] as const)
      expect(takeDraft({ ...planned, visit: { ...planned.visit, state } }, draft)).toEqual({ take: 'write' })
  })

  test('waits for its author where the visit was moved meanwhile', () => {
    const moved = { ...planned, visit: { state: 'planned', startsAt: '2026-11-03T06:00:00Z' } } as const
    expect(takeDraft(moved, draft)).toEqual({ conflict: 'report_visit_changed_meanwhile' })
    expect(takeDraft(moved, { ...draft, resolution: 'this visit' })).toEqual({ take: 'write' })
  })

  test('never brings a cancelled visit back, but may become a visit of its own', () => {
    const cancelled = { ...planned, visit: { ...planned.visit, state: 'cancelled' } } as const
    for (const resolution of [null, 'this visit'] as const)
      expect(takeDraft(cancelled, { ...draft, resolution })).toEqual({ conflict: 'report_visit_cancelled' })
    expect(takeDraft(cancelled, { ...draft, resolution: 'own visit' })).toEqual({ take: 'own visit' })
  })

  test('touches another’s report only in the version that its author has seen', () => {
    const written = { ...planned, report: { version: 3 } }
    expect(takeDraft(written, draft)).toEqual({ conflict: 'report_written_already' })
    for (const resolution of ['replace', 'append'] as const) {
      expect(takeDraft(written, { ...draft, resolution, seenVersion: 3 })).toEqual({ take: resolution })
      expect(takeDraft(written, { ...draft, resolution, seenVersion: 2 })).toEqual({
        conflict: 'report_written_already',
      })
    }
  })
})

describe('texts of two authors', () => {
  test('stand one below the other, the later under its author’s name', () => {
    expect(joinTexts('They wait for the tender.', 'Price is fine.', 'Marcus Ong')).toBe(
      'They wait for the tender.\n\n**Marcus Ong**\n\nPrice is fine.',
    )
  })

  test('are one where the other says nothing', () => {
    expect(joinTexts(' ', 'Price is fine.', 'Marcus Ong')).toBe('Price is fine.')
  })
})

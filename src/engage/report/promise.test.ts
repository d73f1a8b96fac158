import { describe, expect, test } from 'vitest'
import { keptRate, mayMove, promiseStates, urgencyOf } from './promise.ts'

describe('what may become of a promise', () => {
  test.each([
    ['open', ['kept', 'broken', 'withdrawn']],
    ['kept', ['open']],
    ['broken', ['open', 'kept']],
    ['withdrawn', ['open']],
  ] as const)('from %s only %j', (from, reached) => {
    expect(promiseStates.filter(to => mayMove(from, to)).sort()).toEqual([...reached].sort())
  })
})

describe('an open promise', () => {
  const on = (due: string | null) => urgencyOf(due, '2026-11-02', '2026-11-09')

  test('is overdue the day after its day, not on it', () => {
    expect(on('2026-11-01')).toBe('overdue')
    expect(on('2026-11-02')).toBe('today')
  })

  test('is soon until the last day of notice', () => {
    expect(on('2026-11-09')).toBe('soon')
    expect(on('2026-11-10')).toBe('later')
  })

  test('without a day is never overdue', () => expect(on(null)).toBe('later'))
})

describe('the rate at which promises are kept', () => {
  const counts = { kept: 0, keptLate: 0, broken: 0, overdue: 0, open: 0 }

  test('is unknown while no promise’s time has come', () => expect(keptRate({ ...counts, open: 4 })).toBeNull())

  test('counts a late one and an overdue one as not kept', () =>
    expect(keptRate({ kept: 6, keptLate: 1, broken: 1, overdue: 2, open: 9 })).toBe(0.6))
})

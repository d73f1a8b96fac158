import { expect, test } from 'vitest'
import { lateArrival } from './arrivals.ts'

// 30 October 2026 is a Friday.
const nightly = ['2026-10-30', '2026-10-29', '2026-10-28', '2026-10-27']

test('a nightly file of Friday is not missed on Monday, and is on Tuesday', () => {
  expect(lateArrival(nightly, '2026-10-31')).toBeNull()
  expect(lateArrival(nightly, '2026-11-02')).toBeNull()
  expect(lateArrival(nightly, '2026-11-03')).toEqual({ last: '2026-10-30', everyDays: 1, expected: '2026-11-02' })
})

test('a weekly file is missed after a week', () => {
  const weekly = ['2026-10-26', '2026-10-19', '2026-10-12']
  expect(lateArrival(weekly, '2026-11-02')).toBeNull()
  expect(lateArrival(weekly, '2026-11-03')).toEqual({ last: '2026-10-26', everyDays: 5, expected: '2026-11-02' })
})

test('what came once or twice is not missed, and what came late today is there', () => {
  expect(lateArrival(nightly.slice(0, 2), '2026-12-31')).toBeNull()
  expect(lateArrival([], '2026-12-31')).toBeNull()
  expect(lateArrival(['2026-11-10', ...nightly], '2026-11-10')).toBeNull()
})

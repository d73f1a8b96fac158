import { expect, test } from 'vitest'
import type { Holiday } from '../../engage/visits/working-days.ts'
import { isReviewDay, nextReview, reviewDueOn } from './review-rhythm.ts'

const mondays = { weekday: 1, intervalWeeks: 1, startsOn: '2026-11-04' }
const calendar = (...days: string[]) => ({
  regions: [new Map(days.map((day): [string, Holiday] => [day, { day, name: 'Holiday', kind: 'holiday' }]))],
  workdays: [1, 2, 3, 4, 5],
})

test('every Monday, or every other one from the week it began in', () => {
  expect(isReviewDay(mondays, '2026-11-02')).toBe(true)
  expect(isReviewDay(mondays, '2026-11-03')).toBe(false)
  const fortnight = { ...mondays, intervalWeeks: 2 }
  expect(isReviewDay(fortnight, '2026-11-02')).toBe(true)
  expect(isReviewDay(fortnight, '2026-11-09')).toBe(false)
  expect(isReviewDay(fortnight, '2026-11-16')).toBe(true)
  expect(nextReview(fortnight, '2026-11-02')).toBe('2026-11-16')
  expect(nextReview(mondays, '2026-11-01')).toBe('2026-11-02')
})

test('a review on a holiday is held on the next working day, once', () => {
  expect(reviewDueOn(mondays, '2026-11-02', calendar())).toBe('2026-11-02')
  expect(reviewDueOn(mondays, '2026-11-03', calendar())).toBeNull()
  const closed = calendar('2026-11-02', '2026-11-03')
  expect(reviewDueOn(mondays, '2026-11-02', closed)).toBeNull()
  expect(reviewDueOn(mondays, '2026-11-03', closed)).toBeNull()
  expect(reviewDueOn(mondays, '2026-11-04', closed)).toBe('2026-11-02')
  expect(reviewDueOn(mondays, '2026-11-05', closed)).toBeNull()
  const saturdays = { ...mondays, weekday: 6 }
  expect(reviewDueOn(saturdays, '2026-11-09', calendar())).toBe('2026-11-07')
})

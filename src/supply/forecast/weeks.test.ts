import { expect, test } from 'vitest'
import { inWeeks, weeksOfMonths } from './weeks.ts'

test('weeks begin on the Monday given and end before the months do', () => {
  const { firsts } = weeksOfMonths('2026-11-02', '2026-11-01', 2)
  expect(firsts).toEqual([
    '2026-11-02',
    '2026-11-09',
    '2026-11-16',
    '2026-11-23',
    '2026-11-30',
    '2026-12-07',
    '2026-12-14',
    '2026-12-21',
  ])
  expect(weeksOfMonths('2026-11-30', '2026-11-01', 13).firsts).toHaveLength(52)
})

test('each day of a month takes the same part of it; a week over two months takes of both', () => {
  const { days } = weeksOfMonths('2026-11-02', '2026-11-01', 2)
  const months = {
    mean: Float64Array.of(300, 620),
    p10: Float64Array.of(240, 620),
    p90: Float64Array.of(360, 620),
  }
  const weeks = inWeeks(months, days)
  expect(weeks.mean[0]).toBeCloseTo(70, 9)
  // 30 November and six days of December.
  expect(weeks.mean[4]).toBeCloseTo(10 + 120, 9)
  expect(weeks.p90[0]! - weeks.mean[0]!).toBeCloseTo(60 * Math.sqrt(7 / 30), 9)
  expect(weeks.p90[5]).toBe(weeks.mean[5])
})

test('days before the first forecast month count as its own', () => {
  const { firsts, days } = weeksOfMonths('2026-11-30', '2026-12-01', 1)
  expect(firsts[0]).toBe('2026-11-30')
  expect(days[0]).toEqual([{ month: 0, share: 7 / 31 }])
})

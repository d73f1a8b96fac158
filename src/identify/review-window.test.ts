import { expect, test } from 'vitest'
import { dayAfter, monthEndAfter, monthsAfter, reviewWindow } from './review-window.ts'

test('a year to the end of a month begins with a month, also around February', () => {
  expect(reviewWindow('2026-06-30', 12)).toEqual({
    months: 12,
    from: '2025-07-01',
    to: '2026-06-30',
    before: { from: '2024-07-01', to: '2025-06-30' },
    year: { from: '2025-07-01', to: '2026-06-30' },
  })
  expect(reviewWindow('2024-02-29', 12).from).toBe('2023-03-01')
  expect(reviewWindow('2023-02-28', 12).from).toBe('2022-03-01')
})

test('a window that ends within a month begins the day after the same day', () => {
  expect(reviewWindow('2014-05-01', 12)).toMatchObject({
    from: '2013-05-02',
    before: { from: '2012-05-02', to: '2013-05-01' },
  })
  expect(reviewWindow('2026-03-30', 1).from).toBe('2026-03-01')
})

test('windows follow each other without a gap and without an overlap', () => {
  for (let day = '2023-12-01'; day < '2024-04-01'; day = dayAfter(day, 1)) {
    const window = reviewWindow(day, 3)
    expect(dayAfter(window.before.to, 1)).toBe(window.from)
    expect(window.before.from < window.before.to).toBe(true)
  }
})

test('the next review after a quarter ends with a quarter', () => {
  expect(monthEndAfter('2026-09-30', 3)).toBe('2026-12-31')
  expect(monthEndAfter('2026-09-29', 3)).toBe('2026-12-29')
})

test('a month without the day ends on its last', () => {
  expect(monthsAfter('2024-01-31', 1)).toBe('2024-02-29')
  expect(monthsAfter('2024-01-15', -13)).toBe('2022-12-15')
})

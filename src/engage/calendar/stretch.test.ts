import { expect, test } from 'vitest'
import { calendarSearch } from './calendar-search.ts'
import { lanesOf, monthAfter, stepped, stretchOf } from './stretch.ts'

test('a month is shown in whole weeks from Monday, across week 53 and 29 February', () => {
  expect(stretchOf('month', '2027-01-15')).toMatchObject({ from: '2026-12-28', to: '2027-01-31' })
  expect(stretchOf('month', '2028-02-29')).toMatchObject({ from: '2028-01-31', to: '2028-03-05' })
  expect(stretchOf('month', '2027-02-01').days).toHaveLength(28)
})

test('a week begins on Monday, an agenda on its day', () => {
  expect(stretchOf('week', '2027-01-03')).toMatchObject({ from: '2026-12-28', to: '2027-01-03' })
  expect(stretchOf('agenda', '2026-11-02')).toMatchObject({ from: '2026-11-02', to: '2026-11-29' })
})

test('a step from the 31st never misses a month', () => {
  expect(stepped('month', '2026-01-31', 1)).toBe('2026-02-01')
  expect(stepped('month', '2026-01-31', -1)).toBe('2025-12-01')
  expect(stepped('week', '2026-12-30', 1)).toBe('2027-01-06')
  expect(monthAfter('2026-12-01', 1)).toBe('2027-01-01')
})

test('what overlaps stands side by side; what only touches has the whole width', () => {
  const span = (start: number, end: number) => ({ start, end })
  expect(lanesOf([span(0, 60), span(60, 120)])).toEqual([
    { lane: 0, lanes: 1 },
    { lane: 0, lanes: 1 },
  ])
  expect(lanesOf([span(0, 60), span(30, 90), span(60, 120), span(200, 210)])).toEqual([
    { lane: 0, lanes: 2 },
    { lane: 1, lanes: 2 },
    { lane: 0, lanes: 2 },
    { lane: 0, lanes: 1 },
  ])
})

test('a damaged address opens with what can be understood', () => {
  expect(calendarSearch({ view: 'year', day: '2026-02-31x', person: '<b>', visit: 'x', entry: 'new' })).toEqual({
    entry: 'new',
  })
  expect(calendarSearch({ view: 'week', day: '2026-11-02', person: 'all', visit: '7', toTime: '25:00' })).toEqual({
    ...{ view: 'week', day: '2026-11-02', person: 'all', visit: 7 },
  })
})

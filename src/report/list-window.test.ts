import { expect, test } from 'vitest'
import { lastTwelveMonths, twelveMonthsTo, windowBefore } from './list-window.ts'

test.each([
  ['2014-05-01', '2013-05-02'],
  ['2025-06-30', '2024-07-01'],
  ['2024-02-29', '2023-03-01'],
  ['2025-02-28', '2024-03-01'],
])('the twelve months that end with %s begin with %s', (last, first) => {
  expect(lastTwelveMonths(last)).toEqual({ from: first, to: last })
})

test('the window before has as many days and ends the day before', () => {
  expect(windowBefore({ from: '2025-03-01', to: '2025-03-31' })).toEqual({ from: '2025-01-29', to: '2025-02-28' })
  expect(windowBefore({ from: '2025-03-01', to: '2025-03-01' })).toEqual({ from: '2025-02-28', to: '2025-02-28' })
})

test('twelve months reach over the turn of the year', () => {
  expect(twelveMonthsTo('2025-02-14').at(0)).toBe('2024-03-01')
  expect(twelveMonthsTo('2025-02-14').at(-1)).toBe('2025-02-01')
})

import { expect, test } from 'vitest'
import { fiscalYearBegin, resolveWindow, windowFromSearch } from './window.ts'

const bounds = { first: '2011-05-31', last: '2014-05-01', fiscalYearStart: 4 }

test('twelve months end with the last day of the ledger', () => {
  expect(resolveWindow({}, bounds)).toEqual({ from: '2013-05-02', to: '2014-05-01' })
  expect(resolveWindow({}, { ...bounds, last: '2014-12-31' })).toEqual({ from: '2014-01-01', to: '2014-12-31' })
  // As a review counts them: what ends with February begins with March, a leap year between or not.
  expect(resolveWindow({}, { ...bounds, last: '2025-02-28' })).toEqual({ from: '2024-03-01', to: '2025-02-28' })
  expect(resolveWindow({}, { ...bounds, last: '2024-02-28' })).toEqual({ from: '2023-03-01', to: '2024-02-28' })
  expect(resolveWindow({}, { ...bounds, last: '2024-02-29' })).toEqual({ from: '2023-03-01', to: '2024-02-29' })
})

test('the fiscal year is the one the last day falls in', () => {
  expect(resolveWindow({ window: 'fiscal' }, bounds).from).toBe('2014-04-01')
  expect(fiscalYearBegin('2014-03-31', 4)).toBe('2013-04-01')
  expect(fiscalYearBegin('2014-03-31', 1)).toBe('2014-01-01')
})

test('all and own days are taken as they are', () => {
  expect(resolveWindow({ window: 'all' }, bounds)).toEqual({ from: '2011-05-31', to: '2014-05-01' })
  const own = windowFromSearch({ window: 'custom', from: '2013-01-01', to: '2013-06-30' })
  expect(resolveWindow(own, bounds)).toEqual({ from: '2013-01-01', to: '2013-06-30' })
})

test('a damaged link opens on the default', () => {
  expect(windowFromSearch({ window: 'custom', from: '2013-13-01', to: 'x' })).toEqual({})
  expect(windowFromSearch({ window: 'custom', from: '2014-01-01', to: '2013-01-01' })).toEqual({})
  expect(windowFromSearch({ window: 7 })).toEqual({})
  expect(windowFromSearch({ window: 'last12' })).toEqual({})
})

import { expect, test } from 'vitest'
import { daysShared, firstMonthAhead, monthsBetween, periodDays, periodsFrom, weekOf } from './periods.ts'

test('the month after the last complete one: over, and in the ledger up to a week before its end', () => {
  expect(firstMonthAhead('2026-10-30', '2026-11-02')).toBe('2026-11-01')
  expect(firstMonthAhead('2026-10-30', '2026-10-31')).toBe('2026-10-01')
  expect(firstMonthAhead('2026-10-24', '2026-11-02')).toBe('2026-11-01')
  expect(firstMonthAhead('2026-10-23', '2026-11-02')).toBe('2026-10-01')
  // A ledger that ended long ago is forecast from its own end.
  expect(firstMonthAhead('2014-05-01', '2026-11-02')).toBe('2014-05-01')
})

test('weeks are named by their Monday, months by their first day', () => {
  expect([weekOf('2026-11-01'), weekOf('2026-11-02'), weekOf('2026-11-08')]).toEqual([
    '2026-10-26',
    '2026-11-02',
    '2026-11-02',
  ])
  expect(periodsFrom('2026-11-01', 'month', 3)).toEqual(['2026-11-01', '2026-12-01', '2027-01-01'])
  expect(periodDays('2028-02-01', 'month')).toEqual({ from: '2028-02-01', to: '2028-02-29' })
  expect(monthsBetween('2026-11-30', '2025-12-01')).toBe(-11)
})

test('stretches that only touch share a day, those apart none', () => {
  const november = { from: '2026-11-01', to: '2026-11-30' }
  expect(daysShared(november, { from: '2026-11-30', to: '2027-01-01' })).toBe(1)
  expect(daysShared(november, { from: '2026-12-01', to: '2027-01-01' })).toBe(0)
})

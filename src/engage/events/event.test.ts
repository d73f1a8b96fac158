import { expect, test } from 'vitest'
import { beginsOn, nextOccurrence, occurrences, timesRound } from './event.ts'

test('a yearly day on 29 February is kept on 28 February in common years', () => {
  const leap = { day: '2024-02-29', yearly: true }
  expect(occurrences(leap, '2024-01-01', '2028-12-31')).toEqual([
    '2024-02-29',
    '2025-02-28',
    '2026-02-28',
    '2027-02-28',
    '2028-02-29',
  ])
  expect(nextOccurrence(leap, '2027-03-01')).toBe('2028-02-29')
  expect(nextOccurrence(leap, '2027-02-28')).toBe('2027-02-28')
  expect(occurrences({ day: '1896-02-29', yearly: true }, '1900-01-01', '1900-12-31')).toEqual(['1900-02-28'])
})

test('on its own day it is still to come, the day after it is next year’s', () => {
  const founding = { day: '2011-11-02', yearly: true }
  expect(nextOccurrence(founding, '2026-11-02')).toBe('2026-11-02')
  expect(nextOccurrence(founding, '2026-11-03')).toBe('2027-11-02')
  expect(timesRound(founding, '2026-11-02')).toBe(15)
})

test('nothing happens before the first time, and what happens once happens once', () => {
  expect(nextOccurrence({ day: '2029-05-01', yearly: true }, '2026-11-02')).toBe('2029-05-01')
  expect(occurrences({ day: '2026-11-20', yearly: true }, '2025-01-01', '2026-11-19')).toEqual([])
  expect(nextOccurrence({ day: '2026-11-02', yearly: false }, '2026-11-02')).toBe('2026-11-02')
  expect(nextOccurrence({ day: '2026-11-01', yearly: false }, '2026-11-02')).toBeNull()
})

test('both ends of a span belong to it', () => {
  const event = { day: '2020-06-15', yearly: true }
  expect(occurrences(event, '2026-06-15', '2026-06-15')).toEqual(['2026-06-15'])
  expect(occurrences(event, '2026-06-16', '2027-06-14')).toEqual([])
})

test('preparing begins so many days before, across months and years', () => {
  expect(beginsOn('2027-01-05', 14)).toBe('2026-12-22')
  expect(beginsOn('2028-03-01', 1)).toBe('2028-02-29')
  expect(beginsOn('2026-11-02', 0)).toBe('2026-11-02')
})

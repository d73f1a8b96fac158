import { expect, test } from 'vitest'
import { mondayOfWeek, monthOfText, weekOfText } from './week-of-text.ts'

const read = (text: string, year?: string) => weekOfText(text, year, { dayOrder: 'dmy' })

test.each([
  '2026-W44',
  '2026W44',
  'W44 2026',
  'KW 44/2026',
  '44/2026',
  '202644',
  '2026 44',
  '2026年第44周',
  '202644.0',
  '2026-10-28',
  '28/10/2026',
])('%s is the week of 26 October', text => expect(read(text)).toBe('2026-10-26'))

test('a week alone needs a year beside it', () => {
  expect(read('44')).toBeNull()
  expect(read('44', '2026')).toBe('2026-10-26')
  expect(read('KW 44', '2026')).toBe('2026-10-26')
  expect(read('第44周', '2026')).toBe('2026-10-26')
})

test('weeks follow ISO 8601: the first has the first Thursday, some years have 53, none has 54', () => {
  expect(mondayOfWeek(2026, 1)).toBe('2025-12-29')
  expect(mondayOfWeek(2026, 53)).toBe('2026-12-28')
  expect(mondayOfWeek(2025, 53)).toBeNull()
  expect(mondayOfWeek(2026, 0)).toBeNull()
  expect(read('2026-W54')).toBeNull()
  expect(read('soon')).toBeNull()
})

test.each([
  ['2026-02', '2026-02-01', '2026-02-28'],
  ['202602', '2026-02-01', '2026-02-28'],
  ['02/2026', '2026-02-01', '2026-02-28'],
  ['Feb 2028', '2028-02-01', '2028-02-29'],
  ['2026年12月', '2026-12-01', '2026-12-31'],
  ['2026-07-15', '2026-07-01', '2026-07-31'],
])('%s is a month from its first to its last day', (text, from, to) =>
  expect(monthOfText(text, undefined)).toEqual({ from, to }),
)

test('a month alone needs a year beside it, and there is no thirteenth', () => {
  expect(monthOfText('7', undefined)).toBeNull()
  expect(monthOfText('7', '2026')).toEqual({ from: '2026-07-01', to: '2026-07-31' })
  expect(monthOfText('2026-13', undefined)).toBeNull()
})

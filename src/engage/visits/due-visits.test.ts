import { expect, test } from 'vitest'
import { dueWindows, openWindows } from './due-visits.ts'

const spans = (...asked: Parameters<typeof dueWindows>) => dueWindows(...asked).map(each => `${each.from} ${each.to}`)
const every = (every: 'week' | 'month', interval: number) => ({ every, interval })

test('a week belongs to the month of its Thursday and is cut to it', () => {
  // 1 October 2026 is a Thursday, 31 October a Saturday.
  expect(spans(every('week', 1), '2026-10')).toEqual([
    '2026-10-01 2026-10-04',
    '2026-10-05 2026-10-11',
    '2026-10-12 2026-10-18',
    '2026-10-19 2026-10-25',
    '2026-10-26 2026-10-31',
  ])
  // 1 January 2027 is a Friday: that week, the 53rd, is December's.
  expect(spans(every('week', 1), '2027-01')[0]).toBe('2027-01-04 2027-01-10')
  expect(spans(every('week', 1), '2026-12').at(-1)).toBe('2026-12-28 2026-12-31')
})

test('fortnights of two months never overlap and leave no gap', () => {
  const all = ['2026-10', '2026-11', '2026-12', '2027-01', '2027-02'].flatMap(month =>
    dueWindows(every('week', 2), month),
  )
  expect(all.length).toBeGreaterThanOrEqual(10)
  expect(all.length).toBeLessThanOrEqual(12)
  for (const window of all) expect(window.from <= window.to).toBe(true)
})

test('February has its 29th in a leap year, and every second month is owed every second month', () => {
  expect(spans(every('month', 1), '2028-02')).toEqual(['2028-02-01 2028-02-29'])
  expect(spans(every('month', 1), '2027-02')).toEqual(['2027-02-01 2027-02-28'])
  expect(spans(every('month', 2), '2026-11')).not.toEqual(spans(every('month', 2), '2026-12'))
})

test('a window with a visit on its first or last day is not open', () => {
  const windows = [
    { from: '2026-10-05', to: '2026-10-11', whole: { from: '2026-10-05', to: '2026-10-11' } },
    { from: '2026-10-12', to: '2026-10-18', whole: { from: '2026-10-12', to: '2026-10-18' } },
  ]
  expect(openWindows(windows, ['2026-10-05'])).toEqual([windows[1]])
  expect(openWindows(windows, ['2026-10-11'])).toEqual([windows[1]])
  expect(openWindows(windows, ['2026-10-19', '2026-10-04'])).toEqual(windows)
})

test('a fortnight that began in the month before is not open when its visit was there', () => {
  const [first] = dueWindows(every('week', 2), '2026-11')
  expect(first).toEqual({ from: '2026-11-01', to: '2026-11-08', whole: { from: '2026-10-26', to: '2026-11-08' } })
  expect(openWindows([first!], ['2026-10-30'])).toEqual([])
  expect(openWindows([first!], ['2026-10-25'])).toEqual([first])
})

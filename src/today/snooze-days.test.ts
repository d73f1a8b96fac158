import { expect, test } from 'vitest'
import { snoozeDays } from './snooze-days.ts'

test('from a Monday: next Monday is a week away', () => {
  expect(snoozeDays('2026-11-02')).toEqual([
    { choice: 'tomorrow', day: '2026-11-03' },
    { choice: 'in three days', day: '2026-11-05' },
    { choice: 'next monday', day: '2026-11-09' },
    { choice: 'in two weeks', day: '2026-11-16' },
    { choice: 'in a month', day: '2026-12-02' },
  ])
})

test('from a Sunday: tomorrow is Monday, and offered once', () => {
  expect(snoozeDays('2026-11-08').map(each => each.choice)).toEqual([
    'tomorrow',
    'in three days',
    'in two weeks',
    'in a month',
  ])
})

import { expect, test } from 'vitest'
import { type SpreadLimits, spreadCadences } from './spread-cadences.ts'

const limits: SpreadLimits = {
  firstWeek: '2026-11-02',
  workdays: [1, 2, 3, 4, 5],
  start: 510,
  end: 1080,
  visitsPerDay: 4,
}
const account = (
  accountId: number,
  every: 'week' | 'month',
  interval: number,
  place: { latitude: number; longitude: number } | null = null,
) => ({
  accountId,
  cadence: { every, interval, minutes: 60 },
  place,
})

test('five weekly accounts get five weekdays', () => {
  const made = spreadCadences(
    [1, 2, 3, 4, 5].map(id => account(id, 'week', 1)),
    [],
    limits,
  )
  expect(made.map(each => each.rule.slice(-2))).toEqual(['MO', 'TU', 'WE', 'TH', 'FR'])
  expect(made.every(each => each.start === 510 && each.startsOn === '2026-11-02')).toBe(true)
})

test('two fortnightly accounts of one town take turns on a day only when the days are full; else they share the trip', () => {
  const town = { latitude: 28, longitude: 120 }
  const other = { latitude: 31, longitude: 121 }
  const busy = [1, 2, 3, 4, 5].map(weekday => ({
    rule: `FREQ=WEEKLY;INTERVAL=1;BYDAY=${['MO', 'TU', 'WE', 'TH', 'FR'][weekday - 1]}`,
    startsOn: '2026-01-05',
    start: 510,
    minutes: 60,
    place: weekday === 3 ? town : other,
  }))
  const made = spreadCadences([account(1, 'week', 2, town)], busy, limits)
  expect(made[0]).toMatchObject({ rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=WE', start: 600 })
})

test('the turn of a fortnight is that of the week in which it starts', () => {
  const first = {
    rule: 'FREQ=WEEKLY;INTERVAL=2;BYDAY=MO',
    startsOn: '2026-11-02',
    start: 510,
    minutes: 300,
    place: null,
  }
  const only = { ...limits, workdays: [1] }
  expect(spreadCadences([account(1, 'week', 2)], [first], only)[0]).toMatchObject({ startsOn: '2026-11-09' })
  const second = { ...first, startsOn: '2026-10-26' }
  expect(spreadCadences([account(1, 'week', 2)], [second], only)[0]).toMatchObject({ startsOn: '2026-11-02' })
})

test('monthly ones fall on the first to fourth such weekday, nobody over lunch, what fits nowhere is left out', () => {
  const made = spreadCadences(
    [1, 2, 3, 4, 5].map(id => account(id, 'month', 1)),
    [],
    {
      ...limits,
      workdays: [2],
      start: 690,
      end: 870,
      visitsPerDay: 1,
    },
  )
  expect(made.map(each => [each.rule, each.start])).toEqual([
    ['FREQ=MONTHLY;INTERVAL=1;BYDAY=1TU', 810],
    ['FREQ=MONTHLY;INTERVAL=1;BYDAY=2TU', 810],
    ['FREQ=MONTHLY;INTERVAL=1;BYDAY=3TU', 810],
    ['FREQ=MONTHLY;INTERVAL=1;BYDAY=4TU', 810],
  ])
})

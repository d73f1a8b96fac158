import { expect, test } from 'vitest'
import { scopesOf } from './scopes.ts'

const guards = 'identify/guards.signals.server.ts'
const gaps = 'know/map/gaps.signals.server.ts'
const visits = 'engage/visits/visits.signals.server.ts'
const paths = [guards, gaps, visits]

test('nothing changed: nothing is read', () => {
  expect(scopesOf(paths, [])).toEqual(new Map())
})

test('a change of an account concerns its room and the rooms above, of that account alone', () => {
  expect(scopesOf(paths, [{ accountId: 7, room: 'know' }])).toEqual(
    new Map([
      [gaps, [7]],
      [visits, [7]],
    ]),
  )
  expect([...scopesOf(paths, [{ accountId: 7, room: 'accounts' }]).keys()]).toEqual(paths)
})

test('a change of nobody in particular concerns everybody there', () => {
  const touched = [
    { accountId: null, room: 'engage' },
    { accountId: 7, room: 'identify' },
  ]
  expect(scopesOf(paths, touched)).toEqual(
    new Map<string, unknown>([
      [guards, [7]],
      [gaps, [7]],
      [visits, 'everything'],
    ]),
  )
})

test('a room that is not placed yet concerns all, and is concerned by all', () => {
  expect([...scopesOf(paths, [{ accountId: 7, room: 'reward' }]).keys()]).toEqual(paths)
  expect([...scopesOf(['reward/rebates.signals.server.ts'], [{ accountId: 7, room: 'know' }]).keys()]).toHaveLength(1)
})

test('2,000 accounts are read by name, more as all', () => {
  const touched = (count: number) => Array.from({ length: count }, (_, at) => ({ accountId: at + 1, room: 'identify' }))
  expect(scopesOf([guards], touched(2_000)).get(guards)).toHaveLength(2_000)
  expect(scopesOf([guards], touched(2_001)).get(guards)).toBe('everything')
})

import { expect, test } from 'vitest'
import { type Keeping, keepingOf, keptFigures, type Promised } from './kept-rate.ts'

const now = '2026-11-02T08:00:00Z'
const held = (heldFrom: string, changed: Partial<Promised> = {}): Promised => ({
  state: 'held',
  promisedAt: '2026-10-27T02:00:00Z',
  endsAt: '2026-10-27T03:00:00Z',
  heldFrom,
  timeZone: 'Asia/Shanghai',
  cancelledBy: null,
  ...changed,
})
const keeping = (visit: Promised) => keepingOf(visit, now, 60)

test.each<[string, string, Keeping]>([
  ['on the minute', '2026-10-27T02:00:00Z', 'kept'],
  ['an hour early', '2026-10-27T01:00:00Z', 'kept'],
  ['an hour late', '2026-10-27T03:00:00Z', 'kept'],
  ['61 minutes late', '2026-10-27T03:01:00Z', 'late'],
  ['61 minutes early', '2026-10-27T00:59:00Z', 'late'],
  ['a day later', '2026-10-28T02:00:00Z', 'late'],
])('a visit begun %s is judged by the promise', (_, from, expected) => {
  expect(keeping(held(from))).toBe(expected)
})

test('the promised day is the one on the account’s wall', () => {
  const midnight = { promisedAt: '2026-10-27T15:30:00Z' }
  expect(keeping(held('2026-10-27T15:50:00Z', midnight))).toBe('kept')
  expect(keeping(held('2026-10-27T16:10:00Z', midnight))).toBe('late')
  expect(keeping(held('2026-10-27T16:10:00Z', { ...midnight, timeZone: 'UTC' }))).toBe('kept')
})

test('missed or called off by us is broken; by them, a holiday or the end of the cadence is excused', () => {
  const open = { ...held(now), heldFrom: null }
  expect(keeping({ ...open, state: 'missed' })).toBe('broken')
  expect(keeping({ ...open, state: 'cancelled', cancelledBy: 'ours' })).toBe('broken')
  for (const cancelledBy of ['theirs', 'holiday', 'cadence'] as const)
    expect(keeping({ ...open, state: 'cancelled', cancelledBy })).toBe('excused')
})

test('what nobody reported is ahead until it ends, then unreported', () => {
  const open = { ...held(now), heldFrom: null, state: 'planned' } as const
  expect(keeping({ ...open, endsAt: '2026-11-02T08:00:01Z' })).toBe('ahead')
  expect(keeping({ ...open, endsAt: now })).toBe('unreported')
})

test('the rate counts kept, late and broken, and nothing else', () => {
  expect(keptFigures(['kept', 'kept', 'late', 'broken', 'excused', 'unreported', 'ahead'])).toEqual({
    kept: 2,
    late: 1,
    broken: 1,
    excused: 1,
    unreported: 1,
    rate: 0.5,
  })
  expect(keptFigures(['excused', 'ahead']).rate).toBeNull()
})

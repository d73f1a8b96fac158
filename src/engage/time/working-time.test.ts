import fc from 'fast-check'
import { expect, test } from 'vitest'
import { weekOf } from '../visits/wall-clock.ts'
import { claim, shareOf, type TimePiece, timeSums } from './working-time.ts'

const hour = (hours: number) => Date.parse('2026-10-26T00:00:00Z') + hours * 3_600_000
const piece = (from: number, to: number, changed: Partial<TimePiece> = {}): TimePiece => ({
  personId: 'chen',
  day: '2026-10-26',
  accountId: 1,
  category: 'visit',
  span: { from: hour(from), to: hour(to) },
  rank: 0,
  ...changed,
})
const sums = (...pieces: TimePiece[]) =>
  Object.fromEntries(
    timeSums(pieces, weekOf).map(sum => [`${sum.personId} ${sum.accountId} ${sum.category}`, sum.minutes]),
  )

test('minutes that a visit and an appointment share are counted once, for the visit', () => {
  const meeting = piece(9, 12, { accountId: null, category: 'meeting', rank: 2 })
  expect(sums(meeting, piece(10, 11))).toEqual({ 'chen 1 visit': 60, 'chen null meeting': 120 })
})

test('what touches at a minute does not overlap', () => {
  expect(sums(piece(9, 10), piece(10, 11, { accountId: 2 }))).toEqual({ 'chen 1 visit': 60, 'chen 2 visit': 60 })
})

test('entries without hours are added; leave is not work; another person’s hours are their own', () => {
  expect(
    sums(
      piece(9, 10),
      piece(9, 10, { personId: 'ong' }),
      piece(0, 0, { category: 'travel', span: { minutes: 45 } }),
      piece(0, 0, { accountId: null, category: 'leave', span: { minutes: 480 } }),
    ),
  ).toEqual({ 'chen 1 visit': 60, 'ong 1 visit': 60, 'chen 1 travel': 45 })
})

test('a week begins on Monday', () => {
  const made = timeSums(
    [piece(0, 1, { day: '2026-11-01' }), piece(0, 1, { day: '2026-11-02', span: { minutes: 5 } })],
    weekOf,
  )
  expect(made.map(sum => [sum.week, sum.minutes])).toEqual([
    ['2026-10-26', 60],
    ['2026-11-02', 5],
  ])
})

test('the share is that of key accounts in everything; of nothing it is unknown', () => {
  const some = [
    { accountId: 1, minutes: 60 },
    { accountId: 2, minutes: 30 },
    { accountId: null, minutes: 30 },
  ]
  expect(shareOf(some, id => id === 1)).toEqual({ all: 120, key: 60, share: 0.5 })
  expect(shareOf([], () => true).share).toBeNull()
})

test('whatever the order, claimed minutes are the minutes covered', () => {
  const span = fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 60 }))
  fc.assert(
    fc.property(fc.array(span, { maxLength: 12 }), spans => {
      const taken: { from: number; to: number }[] = []
      const claimed = spans.reduce((sum, [from, to]) => sum + claim(taken, { from, to }), 0)
      const covered = Array.from({ length: 60 }, (_, at) => spans.some(([from, to]) => at >= from && at < to))
      expect(claimed).toBe(covered.filter(Boolean).length)
    }),
  )
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Signal } from '../platform/signal.ts'
import { daysBetween, distinctSignals, signalScore, typicalValue, urgency } from './rank.ts'

const today = '2026-11-02'
const onDay = (days: number) =>
  new Date(Date.parse(`${today}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
const signal = (given: Partial<Signal> = {}): Signal => ({
  kind: 'identify.losing',
  key: '',
  accountId: 1,
  personId: null,
  role: null,
  due: null,
  value: '1000',
  confidence: 0.5,
  values: {},
  ...given,
})
const weigh = { today, typical: 400 }

describe('urgency', () => {
  test('is one on the day, a half a week before, and grows by a twentieth a day after it, to one and a half', () => {
    const at = (days: number) => urgency(onDay(days), today)
    expect([at(0), at(7), at(1), at(-1), at(-10), at(-11), at(-400)]).toEqual([1, 0.5, 0.875, 1.05, 1.5, 1.5, 1.5])
  })

  test('a kind with a long lead is half as urgent that long before', () => {
    expect(urgency(onDay(90), today, { leadDays: 90 })).toBe(0.5)
    expect(urgency(onDay(91), today, { leadDays: 90 })).toBeLessThan(0.5)
  })

  test('an appointment is as urgent as its kind says on its day alone', () => {
    const at = (days: number) => urgency(onDay(days), today, { onTheDay: 15 })
    expect([at(1), at(0), at(-1)]).toEqual([0.875, 15, 1.05])
  })

  test('what has no day is as urgent as what is due in three weeks', () => {
    expect(urgency(null, today)).toBe(urgency(onDay(21), today))
  })
})

describe('the score', () => {
  test('is the money at stake, times how sure, times how urgent', () => {
    expect(signalScore(signal({ due: onDay(7) }), weigh)).toBe(1000 * 0.5 * 0.5)
  })

  test('an unknown value counts a quarter of the usual, or the share its kind says; nothing at stake is not unknown', () => {
    const unknown = signal({ value: null, due: today, confidence: 1 })
    expect(signalScore(unknown, weigh)).toBe(100)
    expect(signalScore(unknown, { ...weigh, weighing: { unknownShare: 1 } })).toBe(400)
    expect(signalScore({ ...unknown, value: '0' }, weigh)).toBe(0)
  })

  test('never falls with more money, more confidence or an earlier day', () => {
    const part = fc.double({ min: 0, max: 1, noNaN: true })
    const amount = fc.integer({ min: 0, max: 10 ** 9 })
    const days = fc.integer({ min: -700, max: 700 })
    fc.assert(
      fc.property(amount, part, days, amount, part, days, (value, confidence, due, more, surer, earlier) => {
        const least = { value: String(Math.min(value, more)), confidence: Math.min(confidence, surer) }
        const most = { value: String(Math.max(value, more)), confidence: Math.max(confidence, surer) }
        expect(signalScore({ ...most, due: onDay(Math.min(due, earlier)) }, weigh)).toBeGreaterThanOrEqual(
          signalScore({ ...least, due: onDay(Math.max(due, earlier)) }, weigh),
        )
      }),
    )
  })
})

describe('duplicates', () => {
  const some = fc.array(
    fc.record({
      kind: fc.constantFrom('a.one', 'b.two'),
      accountId: fc.constantFrom(null, 1, 2),
      key: fc.constantFrom('', 'x'),
      value: fc.constantFrom(null, '5', '7', '7.0'),
      due: fc.constantFrom(null, onDay(-1), onDay(3)),
    }),
    { maxLength: 30 },
  )
  const score = (one: Signal) => signalScore(one, weigh)
  const nameOf = ({ kind, accountId, key }: Signal) => `${kind} ${accountId} ${key}`

  test('no kind, account and key stands twice, and of several the first in rank stays, whatever the order they came in', () => {
    fc.assert(
      fc.property(some, fc.integer(), (given, turn) => {
        const signals = given.map(signal)
        const shifted = signals.map((_, index) => signals[(index + Math.abs(turn)) % signals.length]!)
        const found = distinctSignals(signals, score)
        const names = found.map(nameOf)
        expect(new Set(names).size).toBe(names.length)
        expect(new Set(names)).toEqual(new Set(signals.map(nameOf)))
        const sorted = (all: Signal[]) => all.map(each => JSON.stringify(each)).sort()
        expect(sorted(distinctSignals(shifted, score))).toEqual(sorted(found))
        expect(sorted(distinctSignals(signals.toReversed(), score))).toEqual(sorted(found))
        for (const each of found)
          expect(score(each)).toBe(Math.max(...signals.filter(one => nameOf(one) === nameOf(each)).map(score)))
      }),
    )
  })
})

test('the usual value is the median of those known and above zero', () => {
  expect(typicalValue([{ value: '9' }, { value: null }, { value: '1' }, { value: '0' }, { value: '4' }])).toBe(4)
  expect(typicalValue([{ value: null }])).toBe(1)
})

test('days are counted across a change of the clocks', () => {
  expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  expect(daysBetween('2026-03-01', '2026-02-28')).toBe(-1)
})

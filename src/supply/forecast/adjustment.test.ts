import { expect, test } from 'vitest'
import { type Effect, effectOn, inScope, shareOfPeriods, spreadOverPeriods, withoutEffect } from './adjustment.ts'

const effect = (more: Partial<Effect> = {}): Effect => ({
  accountId: null,
  productId: null,
  category: null,
  tier: null,
  kind: 'promotion',
  fromDay: '2026-11-01',
  toDay: '2026-11-30',
  quantity: null,
  percent: null,
  actual: null,
  ...more,
})
const months = { firsts: ['2026-10-01', '2026-11-01', '2026-12-01'], grain: 'month' as const }
const course = (...pieces: number[]) => Float64Array.from(pieces)
const listed = (courses: Float64Array[]) => courses.map(each => [...each])

test('a scope holds what all it names have in common', () => {
  const place = { accountId: 1, productId: 2, category: 'Switches', tier: 'gold' as const }
  expect(inScope(effect(), place)).toBe(true)
  expect(inScope(effect({ accountId: 1, tier: 'gold' }), place)).toBe(true)
  expect(inScope(effect({ accountId: 1, tier: 'silver' }), place)).toBe(false)
  expect(inScope(effect({ category: 'Routers' }), place)).toBe(false)
  expect(inScope(effect({ category: 'Switches' }), { ...place, category: null })).toBe(false)
})

test('ten days of November are a third of it; days of two months are spread by their number', () => {
  const days = { fromDay: '2026-11-21', toDay: '2026-12-10' }
  expect(shareOfPeriods(days, months)).toEqual([0, 10 / 30, 10 / 31])
  expect(spreadOverPeriods(days, months)).toEqual([0, 0.5, 0.5])
})

test('weeks begin on Mondays: a promotion from Wednesday to Tuesday touches two', () => {
  const weeks = { firsts: ['2026-11-02', '2026-11-09'], grain: 'week' as const }
  expect(spreadOverPeriods({ fromDay: '2026-11-04', toDay: '2026-11-10' }, weeks)).toEqual([5 / 7, 2 / 7])
})

test('a percentage works on what each would have, in the days it holds', () => {
  expect(listed(effectOn(effect({ percent: 50 }), [course(10, 20, 30), course(0, 4, 0)], months))).toEqual([
    [0, 10, 0],
    [0, 2, 0],
  ])
})

test('a quantity goes to each by what it would have in that time, and nothing of it is lost', () => {
  const parts = effectOn(effect({ quantity: 90 }), [course(99, 20, 0), course(0, 10, 7)], months)
  expect(listed(parts)).toEqual([
    [0, 60, 0],
    [0, 30, 0],
  ])
})

test('a launch goes by weights where nothing is known, evenly where there are none either', () => {
  const empty = [course(0, 0, 0), course(0, 0, 0)]
  expect(effectOn(effect({ quantity: 80 }), empty, months, [3, 1]).map(each => each[1])).toEqual([60, 20])
  expect(effectOn(effect({ quantity: 80 }), empty, months).map(each => each[1])).toEqual([40, 40])
})

test('the part of a quantity that lies before the first period is over and comes no more', () => {
  const [added] = effectOn(
    effect({ quantity: 62, fromDay: '2026-09-01', toDay: '2026-10-31' }),
    [course(5, 5, 5)],
    months,
  )
  expect(added![0]).toBeCloseTo((62 * 31) / 61, 12)
  expect(added![1]).toBe(0)
})

test('the past loses what was expected, or what it really brought once somebody has said so', () => {
  const past = [course(10, 110, 10)]
  expect(listed(withoutEffect(effect({ quantity: 80 }), past, months.firsts))).toEqual([[10, 30, 10]])
  expect(listed(withoutEffect(effect({ quantity: 80, actual: 100 }), past, months.firsts))).toEqual([[10, 10, 10]])
  expect(listed(withoutEffect(effect({ quantity: 500 }), past, months.firsts))).toEqual([[10, 0, 10]])
  expect(listed(withoutEffect(effect({ percent: 1000 }), past, months.firsts))).toEqual([[10, 10, 10]])
})

test('what ended does not come back into the past', () => {
  const past = [course(10, 1, 1)]
  expect(withoutEffect(effect({ kind: 'ending', percent: -90 }), past, months.firsts)).toEqual(past)
  expect(listed(withoutEffect(effect({ percent: -90 }), past, months.firsts)).map(each => each[1])).toEqual([
    expect.closeTo(10, 9),
  ])
})

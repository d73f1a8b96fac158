import { expect, test } from 'vitest'
import { closingWeeks } from './closing-weeks.ts'
import { type ItemFacts, reviewItem } from './review-item.ts'
import { demandFactors, stockOutWithin } from './stock-ahead.ts'
import { usualLimits } from './stock-policy.ts'

const steady = (mean: number, sigma = 0) => ({
  mean: Array<number>(52).fill(mean),
  sigma: Array<number>(52).fill(sigma),
  elapsedDays: 0,
})

const facts = (onHand: number, more: Partial<ItemFacts> = {}): ItemFacts => ({
  ahead: steady(70, 10),
  rhythm: { reviewDays: 7, leadDays: 14, leadSdDays: 0 },
  service: 0.95,
  stock: { onHand, committed: 0, held: 0, arrivals: [] },
  soldLately: 900,
  closing: null,
  isPushed: false,
  ...more,
})

test('stock runs out on the day it is sold, and what is missing is counted up to the horizon', () => {
  // 10 a day: 50 last five days; over 21 days 160 are missing.
  const found = stockOutWithin(steady(70), 50, [], 21)!
  expect(found.inDays).toBeCloseTo(5, 1)
  expect(found.missing).toBeCloseTo(160, 6)
  expect(stockOutWithin(steady(70), 210, [], 21)).toBeNull()
})

test('goods that arrive in time put it off; those that come late do not bring back what was lost', () => {
  const late = stockOutWithin(steady(70), 50, [{ days: 10, quantity: 40 }], 21)!
  expect(late.inDays).toBeCloseTo(5, 1)
  // Lost days 5 to 10 and 14 to 21.
  expect(late.missing).toBeCloseTo(50 + 70, 6)
  expect(stockOutWithin(steady(70), 50, [{ days: 4, quantity: 200 }], 21)).toBeNull()
  expect(stockOutWithin(steady(70), 50, [{ days: 21, quantity: 200 }], 21)!.missing).toBeCloseTo(160, 6)
})

test('the weeks’ errors are independent: the spread over three weeks is √3 of one', () => {
  const { p10, p90 } = demandFactors(steady(70, 10), 21)
  expect(p90 - 1).toBeCloseTo((1.28155 * 10 * Math.sqrt(3)) / 210, 4)
  expect(1 - p10).toBeCloseTo(p90 - 1, 9)
})

test('short is what cannot wait for the next review: at the reorder level yes, one piece above it no', () => {
  const { target } = reviewItem(facts(0), usualLimits)
  expect(target.reorderAt).toBeCloseTo(140 + 1.644854 * 10 * Math.SQRT2, 3)
  expect(reviewItem(facts(target.reorderAt), usualLimits).state).toBe('short')
  expect(reviewItem(facts(target.reorderAt + 1), usualLimits).state).toBe('right')
})

test('what is wanted brings the position, not the shelf, to the target', () => {
  const review = reviewItem(
    facts(0, { stock: { onHand: 100, committed: 20, held: 5, arrivals: [{ days: 3, quantity: 60 }] } }),
    usualLimits,
  )
  expect(review).toMatchObject({ available: 75, position: 135 })
  expect(review.wanted).toBeCloseTo(review.target.orderUpTo - 135, 9)
  expect(review.coverWeeks).toBeCloseTo(75 / 70, 9)
})

test('money at stake lies between that of low and high demand', () => {
  const { missing, missingP10, missingP90 } = reviewItem(facts(150), usualLimits)
  expect(missingP10).toBeLessThan(missing)
  expect(missingP90).toBeGreaterThan(missing)
})

test('more than the limit of cover is excess, and only what lies beyond it', () => {
  const limit = usualLimits.excessWeeks * 70
  expect(reviewItem(facts(limit), usualLimits)).toMatchObject({ state: 'right', surplus: 0, wanted: 0 })
  expect(reviewItem(facts(limit + 30), usualLimits)).toMatchObject({ state: 'excess', surplus: 30 })
})

test('no target lies above the limit of excess, nor below what is sold until the next order arrives', () => {
  const unruly = reviewItem(facts(0, { ahead: steady(1, 12) }), usualLimits).target
  expect(unruly.safety).toBeGreaterThan(20)
  expect(unruly).toMatchObject({ orderUpTo: 20, demand: 3 })
  expect(unruly.reorderAt).toBe(20)
  const tight = { ...usualLimits, excessWeeks: 2 }
  expect(reviewItem(facts(0), tight).target.orderUpTo).toBeCloseTo(210, 9)
})

test('what nobody has bought for a quarter is dead and never ordered; unknown sales do not make it so', () => {
  expect(reviewItem(facts(10, { soldLately: 0 }), usualLimits)).toMatchObject({ state: 'dead', surplus: 10, wanted: 0 })
  expect(reviewItem(facts(10, { soldLately: 1 }), usualLimits).state).toBe('short')
  expect(reviewItem(facts(10, { soldLately: null }), usualLimits).state).toBe('short')
  expect(reviewItem(facts(0, { soldLately: 0 }), usualLimits).state).toBe('short')
})

test('a pushed account is stuffed where far more was shipped than sold and half the limit of cover still stands', () => {
  const closing = { shipped: 200, sold: 100 }
  const half = (usualLimits.excessWeeks / 2) * 70
  expect(reviewItem(facts(half + 1, { closing, isPushed: true }), usualLimits).state).toBe('stuffed')
  expect(reviewItem(facts(half, { closing, isPushed: true }), usualLimits).state).toBe('right')
  expect(reviewItem(facts(half + 1, { closing, isPushed: false }), usualLimits).state).toBe('right')
  const less = { shipped: 199, sold: 100 }
  expect(reviewItem(facts(half + 1, { closing: less, isPushed: true }), usualLimits).state).toBe('right')
})

test('without a report nothing is claimed and nothing ordered', () => {
  expect(reviewItem(facts(0, { stock: null }), usualLimits)).toMatchObject({
    state: 'unknown',
    position: null,
    coverWeeks: null,
    wanted: 0,
  })
})

test('the weeks of a closing count while they run and for half a year after, a quarter’s for a quarter', () => {
  expect(closingWeeks('2026-11-02', 1, 6, 'year')).toBeNull()
  expect(closingWeeks('2026-11-19', 1, 6, 'year')).toBeNull()
  expect(closingWeeks('2026-11-20', 1, 6, 'year')).toEqual({ from: '2026-11-20', to: '2026-11-20' })
  expect(closingWeeks('2026-12-31', 1, 6, 'year')).toEqual({ from: '2026-11-20', to: '2026-12-31' })
  expect(closingWeeks('2027-01-15', 1, 6, 'year')).toEqual({ from: '2026-11-20', to: '2026-12-31' })
  expect(closingWeeks('2026-07-01', 1, 6, 'year')).toEqual({ from: '2025-11-20', to: '2025-12-31' })
  expect(closingWeeks('2026-07-02', 1, 6, 'year')).toBeNull()
  expect(closingWeeks('2026-11-02', 10, 6, 'year')).toEqual({ from: '2026-08-20', to: '2026-09-30' })
  expect(closingWeeks('2026-11-02', 1, 6, 'quarter')).toEqual({ from: '2026-08-20', to: '2026-09-30' })
  expect(closingWeeks('2026-11-25', 1, 6, 'quarter')).toEqual({ from: '2026-11-20', to: '2026-11-25' })
})

import fc from 'fast-check'
import { expect, test } from 'vitest'
import { type DemandAhead, demandWithin, seasonAhead, weeksOfCover } from './demand-ahead.ts'
import { normalNewsvendor, poissonNewsvendor } from './newsvendor.ts'
import { probability, quantileOf } from './normal.ts'
import { orderUpTo } from './order-up-to.ts'
import { valueClassesOf, variabilityClassOf } from './product-class.ts'
import { cheapestReorderPolicy } from './reorder-policy.ts'

const steady = (mean: number, sigma: number, elapsedDays = 0): DemandAhead => ({
  mean: Array<number>(52).fill(mean),
  sigma: Array<number>(52).fill(sigma),
  elapsedDays,
})

test('the order-up-to level is that of numbers.md: 356.98 at 95%, 371.14 at 98%', () => {
  const rhythm = { reviewDays: 7, leadDays: 14, leadSdDays: 0 }
  expect(orderUpTo(steady(100, 20), rhythm, 0.95).orderUpTo).toBeCloseTo(356.98, 2)
  expect(orderUpTo(steady(100, 20), rhythm, 0.98).orderUpTo).toBeCloseTo(371.14, 2)
})

test('a lead time that varies is covered: √(3·20² + (100/7·3.5)²)', () => {
  const { safety, deviation } = orderUpTo(steady(100, 20), { reviewDays: 7, leadDays: 14, leadSdDays: 3.5 }, 0.95)
  expect(deviation).toBeCloseTo(Math.sqrt(1200 + 2500), 9)
  expect(safety).toBeCloseTo(1.644854 * Math.sqrt(3700), 3)
})

test('few pieces are counted singly, many or unruly ones are not', () => {
  const rhythm = { reviewDays: 7, leadDays: 7, leadSdDays: 0 }
  // Mean 6 in two weeks: P(D ≤ 10) = 0.9574, P(D ≤ 9) = 0.9161.
  expect(orderUpTo(steady(3, Math.sqrt(3)), rhythm, 0.95)).toMatchObject({ method: 'poisson', orderUpTo: 10 })
  expect(orderUpTo(steady(3, 6), rhythm, 0.95).method).toBe('normal')
  expect(orderUpTo(steady(5, 1), rhythm, 0.95).method).toBe('normal')
  expect(orderUpTo(steady(0, 0), rhythm, 0.95).orderUpTo).toBe(0)
})

test('the newsvendor is stockpyl’s: normal 56.604 at 1.99761, Poisson 8 at 3.57011', () => {
  const normal = normalNewsvendor(50, 8, { holding: 0.18, shortage: 0.7 })
  expect(normal.orderUpTo).toBeCloseTo(56.604, 3)
  expect(normal.cost).toBeCloseTo(1.99761, 5)
  const poisson = poissonNewsvendor(6, { holding: 1, shortage: 4 })
  expect(poisson.orderUpTo).toBe(8)
  expect(poisson.cost).toBeCloseTo(3.57011, 5)
})

test('the cheapest (s, S) is stockpyl’s: (4, 10) at 8.03411; without a cost an order it is the newsvendor', () => {
  const policy = cheapestReorderPolicy(6, 5, { holding: 1, shortage: 4 })
  expect([policy.reorderAt, policy.orderUpTo]).toEqual([4, 10])
  expect(policy.cost).toBeCloseTo(8.03411, 5)
  const free = cheapestReorderPolicy(6, 0, { holding: 1, shortage: 4 })
  expect([free.reorderAt, free.orderUpTo]).toEqual([7, 8])
  expect(free.cost).toBeCloseTo(3.57011, 5)
})

test('a lead time raises both levels by what is sold in it, and by more of safety', () => {
  const near = cheapestReorderPolicy(6, 5, { holding: 1, shortage: 4 })
  const far = cheapestReorderPolicy(6, 5, { holding: 1, shortage: 4 }, 2)
  expect(far.reorderAt).toBeGreaterThan(near.reorderAt + 12)
  expect(far.orderUpTo).toBeGreaterThan(near.orderUpTo + 12)
  expect(far.cost).toBeGreaterThan(near.cost)
})

test('no (s, S) nearby is cheaper than the one found', () => {
  fc.assert(
    fc.property(
      fc.double({ min: 0.2, max: 12, noNaN: true }),
      fc.double({ min: 0, max: 40, noNaN: true }),
      fc.double({ min: 0.5, max: 30, noNaN: true }),
      (mean, ordering, shortage) => {
        const costs = { holding: 1, shortage }
        const found = cheapestReorderPolicy(mean, ordering, costs)
        expect(found.orderUpTo).toBeGreaterThan(found.reorderAt)
        // A cost that is higher an order can only raise the least cost, and the gap with it.
        const dearer = cheapestReorderPolicy(mean, ordering + 5, costs)
        expect(dearer.cost).toBeGreaterThanOrEqual(found.cost - 1e-9)
        expect(found.cost).toBeGreaterThanOrEqual(poissonNewsvendor(mean, costs).cost - 1e-9)
      },
    ),
    { numRuns: 60 },
  )
})

test('the normal quantile undoes the probability', () => {
  for (const share of [0.001, 0.05, 0.5, 0.8, 0.95, 0.999, 0.999999])
    expect(probability(quantileOf(share))).toBeCloseTo(share, 12)
  expect(quantileOf(0.975)).toBeCloseTo(1.959963984540054, 12)
  expect(() => quantileOf(1)).toThrow(RangeError)
})

test('cover walks the weeks ahead: before the season the same stock lasts longer', () => {
  const season = {
    mean: [5, 5, 20, 20, ...Array<number>(48).fill(5)],
    sigma: Array<number>(52).fill(1),
    elapsedDays: 0,
  }
  expect(weeksOfCover(season, 10)).toBe(2)
  expect(weeksOfCover(season, 20)).toBe(2.5)
  // By the average of about 5.6 a week it would last three and a half weeks.
  expect(weeksOfCover(steady(5, 1, 3), 5)).toBeCloseTo(1, 9)
  expect(weeksOfCover(steady(5, 1), 0)).toBe(0)
  expect(weeksOfCover(steady(0, 1), 3)).toBeNull()
})

test('demand within days takes the rest of this week first', () => {
  const ahead = { mean: [7, 70], sigma: [7, 0], elapsedDays: 5 }
  expect(demandWithin(ahead, 2)).toEqual({ mean: 2, variance: 14 })
  expect(demandWithin(ahead, 3).mean).toBe(12)
})

test('a season is a rise ahead, not the weeks within it', () => {
  const mean = Array.from({ length: 52 }, (_, week) => (week >= 6 && week < 14 ? 30 : 10))
  expect(seasonAhead({ mean, sigma: [], elapsedDays: 0 }, 8)).toBe(6)
  expect(seasonAhead({ mean, sigma: [], elapsedDays: 0 }, 5)).toBeNull()
  expect(seasonAhead({ mean: mean.slice(6), sigma: [], elapsedDays: 0 }, 8)).toBeNull()
  expect(seasonAhead({ mean: mean.slice(0, 20), sigma: [], elapsedDays: 0 }, 8)).toBeNull()
})

test('A are the products that make the first 80% of contribution; what loses money is C', () => {
  const classes = valueClassesOf(
    new Map([
      [1, 60],
      [2, 19],
      [3, 2],
      [4, 15],
      [5, 4],
      [6, -10],
    ]),
    { aShare: 0.8, bShare: 0.95 },
  )
  expect(Object.fromEntries(classes)).toEqual({ 1: 'A', 2: 'A', 3: 'C', 4: 'A', 5: 'B', 6: 'C' })
})

test('X, Y and Z by the coefficient of variation, the limit itself inside', () => {
  const limits = { xLimit: 0.5, yLimit: 1 }
  expect(variabilityClassOf(10, 5, limits)).toBe('X')
  expect(variabilityClassOf(10, 5.01, limits)).toBe('Y')
  expect(variabilityClassOf(10, 10, limits)).toBe('Y')
  expect(variabilityClassOf(10, 10.1, limits)).toBe('Z')
  expect(variabilityClassOf(0, 0, limits)).toBe('Z')
})

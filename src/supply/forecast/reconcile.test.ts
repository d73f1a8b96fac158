import fc from 'fast-check'
import { expect, test } from 'vitest'
import { reconcile } from './reconcile.ts'
import { structureOf, sumCourses } from './structure.ts'

const place = (accountId: number, productId: number) => ({
  accountId,
  productId,
  category: null,
  tier: accountId % 2 === 0 ? ('gold' as const) : ('regular' as const),
})

/** One period ahead. */
function reconciled(
  items: number[],
  sums: number[][],
  variance: number[],
  places = items.map((_, at) => place(at, at)),
) {
  const structure = structureOf(places)
  return {
    structure,
    items: [
      ...reconcile(
        Float64Array.from(items),
        sums.map(rows => Float64Array.from(rows)),
        structure.sums,
        Float64Array.from(variance),
        1,
      ),
    ],
  }
}

test('two items and their whole: the gap is closed in proportion to how unsure each forecast is', () => {
  // Each item is an account, a product and a tier of its own as well: 4(a − 10)/1 = 4(b − 20)/4 = (40 − a − b)·√2/5,
  // so that the gap of 10 becomes g = 10/(1 + √2/4).
  const { items } = reconciled([10, 20], [[10, 20], [10, 20], [10, 20], [40]], [1, 4])
  const gap = 10 / (1 + Math.SQRT2 / 4)
  expect(items[0]).toBeCloseTo(10 + (gap * Math.SQRT2) / 20, 2)
  expect(items[1]).toBeCloseTo(20 + (gap * Math.SQRT2) / 5, 2)
})

test('what agrees already stays', () => {
  const { items } = reconciled([10, 20], [[10, 20], [10, 20], [10, 20], [30]], [1, 4])
  expect(items).toEqual([10, 20])
})

test('an item that would fall below zero is held there, and the others take what it cannot', () => {
  const { items } = reconciled([1, 50], [[1, 50], [1, 50], [1, 50], [20]], [100, 100])
  expect(items[0]).toBe(0)
  expect(items[1]).toBeGreaterThan(20)
  expect(items[1]).toBeLessThan(50)
})

test('an item without any spread does not move', () => {
  const { items } = reconciled([5, 20], [[5, 20], [5, 20], [5, 20], [60]], [0, 4])
  expect(items[0]).toBe(5)
  expect(items[1]).toBeGreaterThan(20)
})

test('whatever is forecast, parts sum to the whole in every direction and nothing is negative', () => {
  const forecast = fc.double({ min: 0, max: 1e6, noNaN: true })
  const item = fc.record({
    account: fc.integer({ min: 1, max: 4 }),
    product: fc.integer({ min: 1, max: 5 }),
    mean: forecast,
    variance: fc.double({ min: 0, max: 1e8, noNaN: true }),
  })
  const many = fc.uniqueArray(item, {
    minLength: 1,
    maxLength: 20,
    selector: each => `${each.account} ${each.product}`,
  })
  fc.assert(
    fc.property(many, fc.infiniteStream(forecast), (given, sumForecasts) => {
      const places = given.map(each => place(each.account, each.product))
      const structure = structureOf(places)
      const sums = structure.sums.map(({ parts }) => Float64Array.from(sumForecasts.take(parts)))
      const items = reconcile(
        Float64Array.from(given, each => each.mean),
        sums,
        structure.sums,
        Float64Array.from(given, each => each.variance),
        1,
      )
      expect(items.every(value => value >= 0)).toBe(true)
      const parts = sumCourses(
        [...items].map(value => Float64Array.of(value)),
        structure,
      ).map(row => row[0]!)
      const byLevel = Map.groupBy(
        structure.parts.map((part, at) => ({ ...part, mean: parts[at]! })),
        part => part.level,
      )
      const total = byLevel.get('total')![0]!.mean
      for (const level of byLevel.values())
        expect(Math.abs(level.reduce((sum, part) => sum + part.mean, 0) - total)).toBeLessThanOrEqual(1e-9)
    }),
    { numRuns: 200 },
  )
})

import { describe, expect, test } from 'vitest'
import { likelyRange, lostSales, type SalesWeek } from './lost-sales.ts'

const weeks = (sold: readonly number[], out: readonly number[] = [], reported: Record<number, number> = {}) =>
  sold.map(
    (each, i): SalesWeek => ({
      week: `week ${i}`,
      sold: each,
      wasOut: out.includes(i),
      reported: reported[i] ?? null,
    }),
  )

describe('sales lost to stock-outs', () => {
  test('a product that was never out lost nothing', () => {
    expect(lostSales(weeks([10, 12, 8, 10]))).toEqual({ units: 0, deviation: 0, weeksOut: 0, reported: 0 })
  })

  test('a week without stock lost what is usual less what was sold all the same', () => {
    const lost = lostSales(weeks([10, 10, 10, 4, 10, 10, 10], [3]))!
    expect(lost.units).toBe(6)
    expect(lost.deviation).toBe(0)
    expect(lost.weeksOut).toBe(1)
  })

  test('the uncertainty is that of a new week around the mean: s·√(1 + 1/n)', () => {
    const lost = lostSales(weeks([8, 12, 8, 0, 12, 8, 12], [3]))!
    expect(lost.units).toBe(10)
    // Six weeks around 10 by ±2: s² = 24 / 5.
    expect(lost.deviation).toBeCloseTo(Math.sqrt((24 / 5) * (1 + 1 / 6)), 12)
  })

  test('weeks out of stock are no usual weeks', () => {
    const lost = lostSales(weeks([10, 10, 0, 0, 0, 10, 10], [2, 3, 4]))!
    expect(lost.units).toBe(30)
  })

  test('usual are the nearest weeks: a season long past says nothing', () => {
    const winter = Array.from({ length: 20 }, () => 100)
    const summer = [10, 10, 10, 10, 0, 10, 10, 10, 10]
    expect(lostSales(weeks([...winter, ...summer], [24]))!.units).toBe(10)
  })

  test('what the account reports itself stands and is certain', () => {
    expect(lostSales(weeks([10, 10, 10, 4, 10, 10], [3], { 3: 25 }))).toEqual({
      units: 25,
      deviation: 0,
      weeksOut: 1,
      reported: 25,
    })
  })

  test('a week that sold more than is usual although it ran out lost nothing', () => {
    expect(lostSales(weeks([10, 10, 10, 14, 10, 10], [3]))).toMatchObject({ units: 0, weeksOut: 1 })
  })

  test('with fewer than three usual weeks nothing can be said; with three it can', () => {
    expect(lostSales(weeks([10, 0, 10], [1]))).toBeNull()
    expect(lostSales(weeks([10, 0, 10, 10], [1]))!.units).toBe(10)
  })

  test('the range is 1.28 deviations wide on each side and never below zero', () => {
    expect(likelyRange(100, 10)).toEqual({ p10: 87.184, p90: 112.816 })
    expect(likelyRange(5, 10).p10).toBe(0)
  })
})

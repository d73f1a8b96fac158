import { describe, expect, test } from 'vitest'
import { adidaLevels } from './adida.ts'
import { autoregress } from './autoregression.ts'
import { combinationWeights, combinePaths } from './combine.ts'
import { countQuantiles, seenCounts, unitOf } from './count-quantiles.ts'
import { crostonLevels } from './croston.ts'
import { smooth, smoothLinear } from './exponential-smoothing.ts'
import { pastOrigins } from './rolling-origin.ts'
import { findSeason, isSeasonal } from './seasonality.ts'
import { dynamicTheta, theta } from './theta.ts'
import { tsbLevels } from './tsb.ts'

const series = (...values: number[]) => Float64Array.from(values)
const line = Float64Array.from({ length: 24 }, (_, t) => 100 + 5 * t)

describe('level and trend', () => {
  test('Theta goes on with half of the slope from the end of a line', () => {
    const path = theta(line, 3)
    expect(path[1]! - path[0]!).toBeCloseTo(2.5, 9)
    expect(path[0]).toBeGreaterThan(215)
    expect(path[0]).toBeLessThan(221)
  })

  test('dynamic Theta and autoregression go on with the whole line, smoothing with a damped one', () => {
    for (const method of [dynamicTheta, autoregress, smoothLinear]) {
      const path = method(line, 4)
      ;[220, 225, 230, 235].forEach((value, step) => {
        expect(Math.abs(path[step]! - value)).toBeLessThan(0.01)
      })
    }
    const damped = smooth(line, 40)
    expect(damped[0]).toBeGreaterThan(218)
    expect(damped[39]! - damped[38]!).toBeLessThan(damped[1]! - damped[0]!)
  })

  test('a series that falls back after every rise is seen to', () => {
    const saw = Float64Array.from({ length: 40 }, (_, t) => 50 + (t % 2 === 0 ? 4 : -4))
    const path = autoregress(saw, 2)
    expect(path[0]).toBeGreaterThan(52)
    expect(path[1]).toBeLessThan(48)
  })
})

describe('intermittent demand', () => {
  test('Croston-SBA smooths sizes and gaps apart: 12 every third month', () => {
    expect(crostonLevels(series(0, 0, 12, 0, 0, 12), 0.1).at(-1)).toBeCloseTo((0.95 * 12) / 3, 12)
    expect([...crostonLevels(series(0, 0))]).toEqual([0, 0, 0])
  })

  test('TSB fades where nothing comes, and lasts where something does', () => {
    const levels = tsbLevels(Float64Array.from({ length: 60 }, (_, t) => (t < 30 ? 6 : 0)))
    expect(levels[30]).toBeCloseTo(6, 9)
    expect(levels[60]).toBeCloseTo(6 * 0.9 ** 30, 9)
  })

  test('ADIDA shares blocks out evenly', () => {
    expect(adidaLevels(series(0, 3, 0, 0, 3, 0), 3).at(-1)).toBeCloseTo(1, 12)
  })
})

describe('quantiles of counts', () => {
  test('the unit is the pack that all demands are multiples of', () => {
    expect(unitOf(series(0, 24, 36, 0, 60))).toBe(12)
    expect(unitOf(series(0.25, 0, 1.5))).toBeCloseTo(0.25, 12)
    expect(unitOf(series(0, 0))).toBe(1)
    expect(unitOf(series(Math.PI, 1_000))).toBeCloseTo(1_000 / 1_024, 9)
  })

  test('are 0 where little is expected, and grow with the mean', () => {
    const seen = seenCounts(series(0, 0, 1, 0, 0, 0, 0, 2, 0, 0), 1)
    expect(countQuantiles(0.05, 0.1, seen, [0.1, 0.5, 0.9])).toEqual([0, 0, 0])
    const [low, middle, high] = countQuantiles(4, 8, seen, [0.1, 0.5, 0.9])
    expect(low).toBeLessThan(middle!)
    expect(middle).toBeLessThan(high!)
    expect(countQuantiles(0, 0, seen, [0.9])).toEqual([0])
  })

  test('of a mean of thousands are still found', () => {
    const seen = seenCounts(series(5_000, 0, 4_000), 1)
    const [low, high] = countQuantiles(3_000, 3_000, seen, [0.1, 0.9])
    expect(low).toBeLessThan(3_000)
    expect(high).toBeGreaterThan(3_000)
  })
})

describe('season', () => {
  const sales = Float64Array.from({ length: 36 }, (_, t) => (100 + t) * (t % 12 === 11 ? 2 : 1))

  test('factors have mean 1 and say when more is sold', () => {
    expect(isSeasonal(sales, 12)).toBe(true)
    const { figures, share } = findSeason(sales, 12, 'multiplicative')!
    expect(figures.reduce((sum, figure) => sum + figure, 0)).toBeCloseTo(12, 9)
    expect(figures[11]! / figures[0]!).toBeGreaterThan(1.9)
    expect(share).toBeGreaterThan(0.99)
  })

  test('chance is no season', () => {
    const chance = Float64Array.from({ length: 60 }, (_, t) => 100 + ((t * 7919) % 101))
    expect(findSeason(chance, 12, 'additive')!.share).toBeLessThan(0.6)
    expect(findSeason(sales.subarray(0, 23), 12, 'additive')).toBeNull()
  })
})

describe('combination', () => {
  test('weights sum to 1; twice the error counts about a third', () => {
    const weights = combinationWeights(series(1, 2), [1, 1])
    expect(weights[0]! + weights[1]!).toBeCloseTo(1, 12)
    expect(weights[0]! / weights[1]!).toBeGreaterThan(2.5)
    expect(weights[0]! / weights[1]!).toBeLessThan(2.9)
    expect([...combinationWeights(null, [3, 1])]).toEqual([0.75, 0.25])
  })

  test('one path that runs away moves nothing', () => {
    const even = series(0.2, 0.2, 0.2, 0.2, 0.2)
    const paths = [10, 11, 12, 13, 1e9].map(value => series(value))
    expect(combinePaths(paths, even)[0]).toBeCloseTo(12, 9)
  })

  test('past origins leave two seasons before them and a point after', () => {
    expect(pastOrigins(36, 12, 12, 3)).toEqual([24, 27, 30])
    expect(pastOrigins(24, 12, 12, 3).every(origin => origin >= 12 && origin < 24)).toBe(true)
    expect(pastOrigins(4, 1, 2, 6)).toEqual([])
  })
})

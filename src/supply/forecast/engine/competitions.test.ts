import { describe, expect, test } from 'vitest'
import { meanMase, meanQuantileLoss, outside, pooledRmse, pooledSmape } from './competition-score.fixture.ts'
import { type CompetitionSeries, readM3, readParts } from './competitions.fixture.ts'
import { forecastSeries } from './forecast-series.ts'
import { naiveTwo, publishedTheta, simpleSmoothing } from './references.fixture.ts'
import { seasonalNaive } from './seasonal-naive.ts'

// Goals and reference results: shared/design/numbers.md (R 4.2, forecast 8.20), Makridakis & Hibon 2000.
const m3 = readM3()
const parts = readParts()

const byMean = (all: CompetitionSeries[], method: (series: CompetitionSeries) => Float64Array) =>
  all.map(series => ({ ...series, mean: method(series) }))

const byEngine = (all: CompetitionSeries[]) =>
  all.map(series => ({ ...series, ...forecastSeries(series.values, series) }))

describe.skipIf(!m3)('the M3 competition (absent here: ../shared/data)', () => {
  test('the measures give the published results of Naive2, the seasonal naive, simple smoothing and Theta', () => {
    expect(m3).toHaveLength(3_003)
    const naive = byMean(m3!, naiveTwo)
    expect(pooledSmape(naive)).toBeCloseTo(15.39, 2)
    expect(meanMase(naive)).toBeCloseTo(1.669, 3)
    const seasonal = byMean(m3!, ({ values, period, horizon }) => seasonalNaive(values, period, horizon))
    expect(pooledSmape(seasonal)).toBeCloseTo(15.88, 2)
    expect(meanMase(seasonal)).toBeCloseTo(1.764, 3)
    const smoothed = byMean(m3!, simpleSmoothing)
    expect(pooledSmape(smoothed)).toBeCloseTo(13.6, 1)
    expect(meanMase(smoothed)).toBeCloseTo(1.612, 2)
    const theta = byMean(m3!, publishedTheta)
    expect(pooledSmape(theta)).toBeCloseTo(13.06, 1)
    expect(meanMase(theta)).toBeCloseTo(1.419, 2)
  })

  test('the engine forecasts better than the best simple combination of published methods', () => {
    const all = byEngine(m3!)
    expect(pooledSmape(all)).toBeLessThan(12.68)
    expect(meanMase(all)).toBeLessThan(1.348)
    const { below, above } = outside(all)
    expect(below + above).toBeGreaterThan(0.15)
    expect(below + above).toBeLessThan(0.25)
  }, 60_000)
})

describe.skipIf(!parts)('spare parts of cars (absent here: ../shared/data)', () => {
  test('intermittent demand is forecast better than by smoothing with a moving average', () => {
    expect(parts).toHaveLength(2_509)
    const zero = byMean(parts!, ({ horizon }) => new Float64Array(horizon))
    expect(pooledRmse(zero)).toBeCloseTo(1.158, 3)
    const all = byEngine(parts!)
    expect(pooledRmse(all)).toBeLessThan(1.042)
    expect(meanQuantileLoss(all)).toBeLessThan(0.296)
  }, 60_000)
})

import type { CompetitionSeries } from './competitions.fixture.ts'
import { isSeasonal, seasonalMean } from './seasonality.ts'

/** Classical multiplicative factors as the competitions used them, nothing shrunk; ones where the test finds no season. */
function plainFactors(values: Float64Array, period: number): Float64Array {
  const factors = new Float64Array(period).fill(1)
  if (!isSeasonal(values, period)) return factors
  const means = seasonalMean(values, period)
  for (let at = 0; at < period; at++) {
    let sum = 0
    let count = 0
    for (let t = at; t < values.length; t += period)
      if (!Number.isNaN(means[t]!)) {
        sum += values[t]! / means[t]!
        count += 1
      }
    factors[at] = sum / count
  }
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / period
  return factors.map(factor => factor / mean)
}

function seasonallyAdjusted(method: (rest: Float64Array, step: number) => number) {
  return ({ values, period, horizon }: CompetitionSeries): Float64Array => {
    const factors = plainFactors(values, period)
    const rest = values.map((value, t) => value / factors[t % period]!)
    return Float64Array.from(
      { length: horizon },
      (_, step) => method(rest, step) * factors[(values.length + step) % period]!,
    )
  }
}

/** Naive2: the last value of the series without season, with the season. */
export const naiveTwo = seasonallyAdjusted(rest => rest.at(-1)!)

/** Simple smoothing by the weight of least squared error in steps of a hundredth, the first level by least squares. */
export const simpleSmoothing = seasonallyAdjusted(rest => smoothed(rest).level)

/** The Theta method as published: that smoothing, with half of the slope of the least squares line as drift. */
export const publishedTheta = seasonallyAdjusted((rest, step) => {
  const { level, alpha } = smoothed(rest)
  const n = rest.length
  let slope = 0
  rest.forEach((value, t) => {
    slope += ((t - (n - 1) / 2) * value) / ((n * (n * n - 1)) / 12)
  })
  return level + (slope / 2) * (step + (1 - (1 - alpha) ** n) / alpha)
})

const known = new WeakMap<Float64Array, { level: number; alpha: number }>()

function smoothed(rest: Float64Array): { level: number; alpha: number } {
  const before = known.get(rest)
  if (before) return before
  let best = { error: Number.POSITIVE_INFINITY, level: 0, alpha: 0 }
  for (let hundredth = 1; hundredth < 100; hundredth++) {
    const alpha = hundredth / 100
    let [level, left, own, both, first] = [0, 1, 0, 0, 0]
    for (const value of rest) {
      const error = value - level
      own += error * error
      both += error * left
      first += left * left
      level += alpha * error
      left *= 1 - alpha
    }
    const error = own - (both * both) / first
    if (error < best.error) best = { error, level: level + left * (both / first), alpha }
  }
  known.set(rest, best)
  return best
}

import { differenceScale, pinball } from './accuracy.ts'
import { amongClosed, type ClosedPlaces, closedPlaces, openAhead, openValues } from './closed-places.ts'
import { forecastSmooth } from './forecast-smooth.ts'
import { forecastSparse } from './forecast-sparse.ts'
import { fillMissing } from './prepare-series.ts'
import { findSeason, isSeasonal } from './seasonality.ts'

/** What is asked of the engine for one series. */
export interface ForecastOptions {
  /** Points of one season: 12 for months, 52 for weeks, 4 for quarters, 1 where there is no season. */
  readonly period: number
  /** Points ahead, from 1. */
  readonly horizon: number
  /**
   * Season of sister series: `period` factors with mean 1, the first for the first value of the series. Used where the
   * own series is shorter than two seasons.
   */
  readonly sister?: readonly number[] | Float64Array
}

/** Arrays are `horizon` long, in the unit of the series. */
export interface SeriesForecast {
  /** Name of the method that has more than half of the weight; “combination” where none has. */
  readonly method: string
  readonly mean: Float64Array
  /** Quantiles: a tenth, a half, nine tenths of what is to be expected lie below. */
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  readonly error: ForecastError
}

/** How the forecast did at past origins of the same series; null where nothing could be measured. */
export interface ForecastError {
  /** Mean absolute error over the in-sample mean absolute difference at one season. */
  readonly mase: number | null
  /** Mean of (forecast − actual) over the mean absolute value; positive is too high. */
  readonly bias: number | null
  /** Mean pinball loss at 0.1, 0.5, 0.9 over the in-sample mean absolute difference at one season. */
  readonly quantileLoss: number | null
}

/** What a branch of the engine answers: the forecast, and forecasts of the past to measure it by. */
export interface Judged {
  readonly method: string
  readonly mean: Float64Array
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  /** Forecasts made at past origins from what was known then; each as long as what is known of it today. */
  readonly past: readonly { origin: number; mean: Float64Array }[]
}

/** Above this share of empty points demand is intermittent: an average interval of 1.32 (Syntetos & Boylan 2005). */
const emptyShare = 1 - 1 / 1.32

/** Above this the empty points are out of season: demand is seasonal, not intermittent. */
const sureSeason = 0.9

/**
 * Forecasts one series. Missing values are NaN. What lies below 0 nowhere is not forecast below 0. Nothing known gives 0.
 * Throws a RangeError where period or horizon is not a whole number from 1.
 */
export function forecastSeries(
  values: readonly number[] | Float64Array,
  { period, horizon, sister }: ForecastOptions,
): SeriesForecast {
  for (const count of [period, horizon])
    if (!(Number.isSafeInteger(count) && count >= 1)) throw new RangeError(`${count} is not a number of points.`)
  const { filled, skipped } = fillMissing(values, period)
  if (filled.length === 0) return known('nothing known', new Float64Array(horizon))
  const scale = powerOfTwo(filled)
  for (let t = 0; t < filled.length; t++) filled[t]! /= scale
  const forecast = forecastKnown(filled, { period, horizon, sister: sister && rotated(sister, period, skipped) })
  const { mean, p10, p50, p90 } = forecast
  for (const path of [mean, p10, p50, p90]) for (let step = 0; step < horizon; step++) path[step]! *= scale
  return forecast
}

/** The same without missing values, at least one. */
function forecastKnown(values: Float64Array, options: ForecastOptions): SeriesForecast {
  const { period, horizon, sister } = options
  let empty = 0
  let negative = false
  let same = true
  for (let t = 0; t < values.length; t++) {
    if (values[t] === 0) empty += 1
    if (values[t]! < 0) negative = true
    if (values[t] !== values[0]) same = false
  }
  if (same) return known('last value', new Float64Array(horizon).fill(values[0]!))
  if (negative) return finish(values, period, forecastSmooth(values, options), negative)
  const closed = empty === 0 ? null : closedPlaces(values, period)
  if (closed) return forecastOpen(values, horizon, closed)
  const waited = empty === 0 ? 0 : beforeLaunch(values)
  const sold = values.subarray(waited)
  const sparse = empty - waited > emptyShare * sold.length && !hasSureSeason(sold, period, empty - waited)
  const judged = sparse
    ? forecastSparse(sold, { period, horizon })
    : forecastSmooth(sold, { period, horizon, sister: sister && rotated(sister, period, waited) })
  return finish(sold, period, judged, negative)
}

/** Forecasts what happens at open places as a series of its own. */
function forecastOpen(values: Float64Array, horizon: number, closed: ClosedPlaces): SeriesForecast {
  const n = values.length
  const open = openValues(values, closed)
  const ahead = openAhead(n, horizon, closed)
  const forecast = forecastKnown(open.values, { period: open.period, horizon: Math.max(1, ahead) })
  const spread = (path: Float64Array) => amongClosed(path, n, horizon, closed)
  const { mean, p10, p50, p90 } = forecast
  return { ...forecast, mean: spread(mean), p10: spread(p10), p50: spread(p50), p90: spread(p90) }
}

/** Keeps the forecast within what can be, and says how it did at past origins. */
function finish(values: Float64Array, period: number, judged: Judged, negative: boolean): SeriesForecast {
  const { method, mean, p10, p50, p90 } = judged
  for (let step = 0; step < mean.length; step++) {
    if (!negative) for (const path of [mean, p10, p50, p90]) path[step] = Math.max(0, path[step]!)
    p10[step] = Math.min(p10[step]!, p50[step]!)
    p90[step] = Math.max(p90[step]!, p50[step]!)
  }
  return { method, mean, p10, p50, p90, error: measure(values, period, judged) }
}

/** The power of two below the largest value: dividing by it changes no digit and keeps squares within numbers. */
function powerOfTwo(values: Float64Array): number {
  let largest = 0
  for (const value of values) largest = Math.max(largest, Math.abs(value))
  return largest > 0 ? 2 ** Math.max(-1_000, Math.floor(Math.log2(largest))) : 1
}

/**
 * Empty points before the first demand that say the product was not there yet: three at least, six points after them, and
 * hardly one of those empty (below a tenth). Else 0: with gaps later on, emptiness before is demand like any other.
 */
function beforeLaunch(values: Float64Array): number {
  let first = 0
  while (first < values.length && values[first] === 0) first += 1
  const after = values.length - first
  let gaps = 0
  for (let t = first; t < values.length; t++) if (values[t] === 0) gaps += 1
  return first >= 3 && after >= 6 && gaps < after / 10 ? first : 0
}

/** Whether the empty points are those out of season: demand in a third of all points, each place much like itself. */
const hasSureSeason = (values: Float64Array, period: number, empty: number): boolean =>
  values.length - empty > values.length / 3 &&
  isSeasonal(values, period) &&
  (findSeason(values, period, 'additive')?.share ?? 0) > sureSeason

const known = (method: string, mean: Float64Array): SeriesForecast => ({
  method,
  mean,
  p10: mean.slice(),
  p50: mean.slice(),
  p90: mean.slice(),
  error: { mase: null, bias: null, quantileLoss: null },
})

/** The sisters' season from the first known value on; undefined where it is not one. */
function rotated(sister: readonly number[] | Float64Array, period: number, by: number): Float64Array | undefined {
  if (sister.length !== period) return undefined
  const season = Float64Array.from(sister, (_, at) => sister[(at + by) % period]!)
  return season.every(factor => factor > 0 && Number.isFinite(factor)) ? season : undefined
}

function measure(values: Float64Array, period: number, { past, mean, p10, p50, p90 }: Judged): ForecastError {
  let absolute = 0
  let signed = 0
  let loss = 0
  let points = 0
  for (const { origin, mean: then } of past)
    for (let step = 0; step < then.length; step++) {
      const actual = values[origin + step]!
      const forecast = then[step]!
      absolute += Math.abs(forecast - actual)
      signed += forecast - actual
      // Today's distances from the mean stand for those of the past.
      const shift = forecast - mean[step]!
      loss += pinball(actual, p10[step]! + shift, 0.1) + pinball(actual, p50[step]! + shift, 0.5)
      loss += pinball(actual, p90[step]! + shift, 0.9)
      points += 1
    }
  if (points === 0) return { mase: null, bias: null, quantileLoss: null }
  const size = values.reduce((sum, value) => sum + Math.abs(value), 0) / values.length
  // Below a billionth of the size a difference is rounding.
  const scales = [differenceScale(values, period), differenceScale(values, 1)]
  const scale = scales.find(each => each !== null && each > 1e-9 * size) ?? null
  return {
    mase: scale === null ? null : absolute / points / scale,
    bias: size === 0 ? null : signed / points / size,
    quantileLoss: scale === null ? null : loss / 3 / points / scale,
  }
}

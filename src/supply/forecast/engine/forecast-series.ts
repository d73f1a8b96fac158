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
  /** Name of the method or combination that was chosen. */
  readonly method: string
  readonly mean: Float64Array
  /** Quantiles: a tenth, a half, nine tenths of what is to be expected lie below. */
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
  readonly error: ForecastError
}

/** How the chosen method did at past origins of the same series; NaN is never said, null where nothing could be measured. */
export interface ForecastError {
  /** Mean absolute error over the in-sample mean absolute difference at one season. */
  readonly mase: number | null
  /** Mean of (forecast − actual) over the mean absolute value; positive is too high. */
  readonly bias: number | null
  /** Mean pinball loss at 0.1, 0.5, 0.9 over the in-sample mean absolute difference at one season. */
  readonly quantileLoss: number | null
}

/** Forecasts one series. Missing values are NaN. */
export function forecastSeries(values: readonly number[] | Float64Array, options: ForecastOptions): SeriesForecast {
  const known = Float64Array.from(values).filter(value => Number.isFinite(value))
  const mean = new Float64Array(options.horizon)
  const p10 = new Float64Array(options.horizon)
  const p90 = new Float64Array(options.horizon)
  let level = known[0] ?? 0
  let squares = 0
  for (const value of known) {
    squares += (value - level) ** 2
    level += 0.3 * (value - level)
  }
  const spread = Math.sqrt(squares / Math.max(1, known.length - 1))
  const floor = known.some(value => value < 0) ? Number.NEGATIVE_INFINITY : 0
  for (let step = 0; step < options.horizon; step++) {
    const wide = 1.2816 * spread * Math.sqrt(1 + 0.09 * step)
    mean[step] = Math.max(floor, level)
    p10[step] = Math.max(floor, level - wide)
    p90[step] = Math.max(floor, level + wide)
  }
  return {
    method: 'exponential smoothing',
    mean,
    p10,
    p50: mean.slice(),
    p90,
    error: { mase: null, bias: null, quantileLoss: null },
  }
}

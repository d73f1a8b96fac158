import type { SeriesForecast } from './forecast-series.ts'

/** Series on their way to a thread: all values in one array, so that nothing is copied. */
export interface Batch {
  readonly period: number
  readonly horizon: number
  readonly values: Float64Array
  /** Where each series begins in `values`; one more than there are series. */
  readonly starts: Int32Array
  /** Seasons of sisters, `period` figures each; NaN where there is none. Empty where no series has one. */
  readonly sisters: Float64Array
}

/** What comes back: for each series mean, p10, p50, p90 of `horizon` points, then its three errors (NaN: not known). */
export interface BatchForecast {
  readonly methods: readonly string[]
  readonly figures: Float64Array
}

const errorsEach = 3

export function packSeries(
  series: readonly {
    readonly values: readonly number[] | Float64Array
    readonly sister?: readonly number[] | Float64Array
  }[],
  { period, horizon }: { period: number; horizon: number },
): Batch {
  const starts = new Int32Array(series.length + 1)
  series.forEach(({ values }, at) => {
    starts[at + 1] = starts[at]! + values.length
  })
  const values = new Float64Array(starts[series.length]!)
  series.forEach((each, at) => {
    values.set(each.values, starts[at]!)
  })
  const sisters = new Float64Array(series.some(each => each.sister) ? series.length * period : 0).fill(Number.NaN)
  series.forEach(({ sister }, at) => {
    if (sister?.length === period) sisters.set(sister, at * period)
  })
  return { period, horizon, values, starts, sisters }
}

/** The series of a batch, one after another, as views. */
export function* seriesOf({ period, values, starts, sisters }: Batch): Generator<{
  values: Float64Array
  sister?: Float64Array
}> {
  for (let at = 0; at + 1 < starts.length; at++) {
    const sister = sisters.subarray(at * period, (at + 1) * period)
    const has = sister.length === period && !Number.isNaN(sister[0]!)
    yield { values: values.subarray(starts[at]!, starts[at + 1]!), sister: has ? sister : undefined }
  }
}

export function packForecasts(forecasts: readonly SeriesForecast[], horizon: number): BatchForecast {
  const each = 4 * horizon + errorsEach
  const figures = new Float64Array(forecasts.length * each)
  forecasts.forEach(({ mean, p10, p50, p90, error }, at) => {
    ;[mean, p10, p50, p90].forEach((path, place) => {
      figures.set(path, at * each + place * horizon)
    })
    figures.set(
      [error.mase, error.bias, error.quantileLoss].map(value => value ?? Number.NaN),
      at * each + 4 * horizon,
    )
  })
  return { methods: forecasts.map(({ method }) => method), figures }
}

export function forecastsOf({ methods, figures }: BatchForecast, horizon: number): SeriesForecast[] {
  const each = 4 * horizon + errorsEach
  return methods.map((method, at) => {
    const path = (place: number) => figures.slice(at * each + place * horizon, at * each + (place + 1) * horizon)
    const error = (place: number) => {
      const value = figures[at * each + 4 * horizon + place]!
      return Number.isNaN(value) ? null : value
    }
    return {
      method,
      mean: path(0),
      p10: path(1),
      p50: path(2),
      p90: path(3),
      error: { mase: error(0), bias: error(1), quantileLoss: error(2) },
    }
  })
}

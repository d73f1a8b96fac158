import { type ForecastOptions, forecastSeries, type SeriesForecast } from './forecast-series.ts'

export interface NamedSeries {
  readonly id: string
  readonly values: readonly number[] | Float64Array
  readonly sister?: readonly number[] | Float64Array
}

export interface ManyOptions extends Omit<ForecastOptions, 'sister'> {
  /** Threads; by default as many as there are processors. */
  readonly threads?: number
}

/** Forecasts many series, in their order. */
export async function* forecastMany(
  series: Iterable<NamedSeries> | AsyncIterable<NamedSeries>,
  { period, horizon }: ManyOptions,
): AsyncGenerator<SeriesForecast & { id: string }> {
  for await (const { id, values, sister } of series)
    yield { id, ...forecastSeries(values, { period, horizon, sister }) }
}

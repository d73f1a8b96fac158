import type { Place } from './adjustment.ts'
import type { SeriesForecast } from './engine/forecast-series.ts'
import type { Band } from './weeks.ts'

/** An item's past by month; from `from` on it is looked at. All courses are of one length. */
export type Past = Place & { course: Float64Array; from: number }

export type BaseForecast = Band &
  Pick<SeriesForecast, 'method' | 'error'> & { sister: 'category and tier' | 'category' | null }

export type BaseForecasts = { items: BaseForecast[]; parts: BaseForecast[] }

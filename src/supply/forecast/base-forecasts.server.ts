import type { BaseForecast, BaseForecasts, Past } from './base-forecast.ts'
import { forecastMany, type NamedSeries } from './engine/forecast-many.server.ts'
import type { SeriesForecast } from './engine/forecast-series.ts'
import { reconcile } from './reconcile.ts'
import { leaning, seasonFrom, seasonOf } from './season.ts'
import { type Structure, sumCourses } from './structure.ts'

const year = 12

type Making = {
  horizon: number
  /** The calendar month of the courses' first value, 0 for January. */
  firstMonth: number
  onProgress?: (done: number, total: number) => Promise<void> | void
}

/**
 * Forecasts of all items and of what they add up to, each by the engine from its own past, then reconciled: the means of
 * items add up exactly to those of the parts. Quantiles keep their distance in proportion to the mean.
 */
export async function baseForecasts(
  pasts: readonly Past[],
  structure: Structure,
  making: Making,
): Promise<BaseForecasts> {
  const { horizon } = making
  const courses = sumCourses(
    pasts.map(past => past.course),
    structure,
  )
  const sisters = sistersOf(pasts, making.firstMonth)
  const seasons = pasts.map(past => sisters(past))
  const total = pasts.length + courses.length
  const made: SeriesForecast[] = []
  for await (const forecast of forecastMany(seriesOf(pasts, seasons, courses, making.firstMonth), {
    period: year,
    horizon,
  })) {
    made.push(forecast)
    if (made.length % 500 === 0) await making.onProgress?.(made.length, total)
  }
  const items = made.slice(0, pasts.length)
  const parts = made.slice(pasts.length)
  const means = reconcile(
    flat(items, horizon),
    sumRows(parts, structure, horizon),
    structure.sums,
    Float64Array.from(items, varianceOf),
    horizon,
  )
  const itemMeans = items.map((_, item) => means.slice(item * horizon, (item + 1) * horizon))
  const partMeans = sumCourses(itemMeans, structure)
  return {
    items: items.map((forecast, item) => ({
      ...movedTo(forecast, itemMeans[item]!),
      sister: seasons[item] ? seasons[item]!.of : null,
    })),
    parts: parts.map((forecast, part) => ({ ...movedTo(forecast, partMeans[part]!), sister: null })),
  }
}

function* seriesOf(
  pasts: readonly Past[],
  seasons: readonly (Sister | null)[],
  courses: readonly Float64Array[],
  firstMonth: number,
): Generator<NamedSeries> {
  for (const [item, { course, from }] of pasts.entries()) {
    const season = seasons[item]
    yield {
      id: String(item),
      values: course.subarray(from),
      sister: season ? seasonFrom(season.factors, (firstMonth + from) % year) : undefined,
    }
  }
  for (const [part, course] of courses.entries()) {
    const first = course.findIndex(value => value > 0)
    yield { id: String(pasts.length + part), values: course.subarray(Math.max(0, first)) }
  }
}

type Sister = { factors: Float64Array; of: 'category and tier' | 'category' }

/** For each item too short for a season of its own that of its category, leaning on the same tier's where there is one. */
function sistersOf(pasts: readonly Past[], firstMonth: number): (past: Past) => Sister | null {
  const groups = (keyOf: (past: Past) => string) =>
    new Map(
      [...Map.groupBy(pasts, keyOf)].map(([key, members]) => [
        key,
        { factors: seasonOf(sumOf(members), firstMonth), count: members.length },
      ]),
    )
  const byCategory = groups(past => past.category ?? '')
  const byBoth = groups(past => `${past.category ?? ''} ${past.tier}`)
  return past => {
    if (past.course.length - past.from >= 2 * year) return null
    const wide = byCategory.get(past.category ?? '')!.factors
    const own = byBoth.get(`${past.category ?? ''} ${past.tier}`)!
    const factors = leaning(own.factors, own.count, wide)
    return factors && { factors, of: own.factors ? 'category and tier' : 'category' }
  }
}

function sumOf(pasts: readonly Past[]): Float64Array {
  const sum = new Float64Array(pasts[0]!.course.length)
  for (const { course } of pasts) for (let at = 0; at < sum.length; at++) sum[at]! += course[at]!
  return sum
}

function flat(forecasts: readonly SeriesForecast[], horizon: number): Float64Array {
  const rows = new Float64Array(forecasts.length * horizon)
  for (const [row, { mean }] of forecasts.entries()) rows.set(mean, row * horizon)
  return rows
}

function sumRows(parts: readonly SeriesForecast[], { sums }: Structure, horizon: number): Float64Array[] {
  let begun = 0
  return sums.map(sum => {
    const rows = flat(parts.slice(begun, begun + sum.parts), horizon)
    begun += sum.parts
    return rows
  })
}

/** Tenths of a normal distribution lie 2.563 standard deviations apart. */
const tenthsApart = 2.563

/** From the distance of the tenths, a mean over the horizon. */
function varianceOf({ p10, p90 }: SeriesForecast): number {
  let sum = 0
  for (let at = 0; at < p10.length; at++) sum += ((p90[at]! - p10[at]!) / tenthsApart) ** 2
  return p10.length > 0 ? sum / p10.length : 0
}

function movedTo(forecast: SeriesForecast, mean: Float64Array): Omit<BaseForecast, 'sister'> {
  const scaled = (quantile: Float64Array) =>
    quantile.map((value, at) => (forecast.mean[at]! > 0 ? (value * mean[at]!) / forecast.mean[at]! : value))
  return {
    method: forecast.method,
    error: forecast.error,
    mean,
    p10: scaled(forecast.p10).map((value, at) => Math.min(value, mean[at]!)),
    p90: scaled(forecast.p90).map((value, at) => Math.max(value, mean[at]!)),
  }
}

import type { BaseForecast, BaseForecasts, Past } from './base-forecast.ts'
import type { Demand } from './demand.ts'
import type { Item, Source } from './items.ts'
import { takenByCategory } from './launches.ts'
import { effectsOf, onTop } from './on-top.ts'
import { naiveAhead, type PastForecast, scaleOf } from './past.ts'
import { type Grain, monthsBetween, periodsFrom, weekOf } from './periods.ts'
import { rounded } from './reconcile.ts'
import { type SeriesKey, type Structure, sumCourses } from './structure.ts'
import { type Band, inWeeks, weeksOfMonths } from './weeks.ts'

/** A year of whole months from any day within the first. */
export const monthsForecast = 13

/** Why the forecast is what it is, in figures; said in words by forecast-words.ts. */
export type Why = {
  /** Months looked at, and in how many of them there was any demand. */
  months: number
  active: number
  /** Whose season was taken where the own past is too short. */
  sister: BaseForecast['sister']
  /** Pieces taken out of the past as out of the ordinary. */
  cleaned: number
}

export type ForecastRow = {
  key: SeriesKey
  grain: Grain
  firstPeriod: string
  method: string
  source: Source | 'both'
  /** By month alone, as the past is. */
  base: Float64Array | null
  band: Band
  past: { from: string; history: Float64Array; cleaned: Float64Array | null } | null
  ahead: number
  error: BaseForecast['error']
  why: Why
  lastYear: number
  pieceValue: number | null
  madeOn: string
}

type Course = {
  whole: Float64Array
  cleaned: Float64Array
  from: number
  source: Source | 'both'
  value: number | null
}

/** All rows to be kept: items and sums, in months and weeks; and what stands now for the month that has begun. */
export function seriesForecasts(
  demand: Demand,
  pasts: readonly Past[],
  structure: Structure,
  base: BaseForecasts,
  horizon: number,
): { rows: ForecastRow[]; standing: PastForecast[] } {
  const { items, firstAhead, today, adjustments } = demand
  const effects = adjustments.filter(each => each.toDay >= firstAhead)
  const firstWeek = weekOf(monthsBetween(firstAhead, today) <= 2 ? today : firstAhead)
  const weeks = weeksOfMonths(firstWeek, firstAhead, horizon)
  const taken = takenByCategory(items)
  const weights = (_: unknown, touched: readonly number[]) =>
    touched.map(at => taken(items[at]!.accountId, items[at]!.category))
  const courses = [...items.map((item, at) => courseOf(item, pasts[at]!)), ...sumsOfCourses(items, pasts, structure)]
  const keys: SeriesKey[] = [
    ...items.map(({ accountId, productId }) => ({ level: 'item' as const, accountId, productId, tier: null })),
    ...structure.parts,
  ]

  const laid = (grain: Grain, firsts: readonly string[], bandOf: (forecast: BaseForecast) => Band) => {
    const itemBands = base.items.map(bandOf)
    const added = effectsOf(
      effects,
      items,
      itemBands.map(band => band.mean),
      { firsts, grain },
      weights,
    )
    const itemsOnTop = itemBands.map((band, at) => onTop(band, added[at]!))
    const baseSums = sumCourses(
      itemBands.map(band => band.mean),
      structure,
    )
    const meanSums = sumCourses(
      itemsOnTop.map(band => band.mean),
      structure,
    )
    const partBands = base.parts.map((forecast, part) => {
      const band = bandOf(forecast)
      const moved = (values: Float64Array) =>
        values.map((value, at) => Math.max(0, value + meanSums[part]![at]! - band.mean[at]!))
      return { mean: meanSums[part]!, p10: moved(band.p10), p90: moved(band.p90) }
    })
    return { base: [...itemBands.map(band => band.mean), ...baseSums], bands: [...itemsOnTop, ...partBands] }
  }
  const months = laid('month', periodsFrom(firstAhead, 'month', horizon), forecast => forecast)
  const inWholeWeeks = laid('week', weeks.firsts, forecast => {
    const band = inWeeks(forecast, weeks.days)
    return { ...band, mean: band.mean.map(rounded) }
  })

  const made = [...base.items, ...base.parts]
  const common = keys.map((key, at) => {
    const { method, error, sister } = made[at]!
    const { whole, cleaned, from, source, value } = courses[at]!
    const seen = whole.subarray(from)
    const lastYear = sumOf(whole.subarray(-12))
    const why: Why = {
      months: seen.length,
      active: seen.reduce((count, pieces) => count + (pieces > 0 ? 1 : 0), 0),
      sister,
      cleaned: Math.round(sumOf(seen) - sumOf(cleaned.subarray(from))),
    }
    return { key, method, source, error, why, lastYear, pieceValue: value, madeOn: today }
  })
  const monthRows = common.map((each, at) => ({
    ...each,
    grain: 'month' as const,
    firstPeriod: firstAhead,
    base: months.base[at]!,
    band: months.bands[at]!,
    past: pastOf(courses[at]!, demand.months),
    ahead: sumOf(months.bands[at]!.mean.subarray(0, 12)),
  }))
  const weekRows = common.map((each, at) => ({
    ...each,
    grain: 'week' as const,
    firstPeriod: firstWeek,
    base: null,
    band: inWholeWeeks.bands[at]!,
    past: null,
    ahead: sumOf(inWholeWeeks.bands[at]!.mean),
  }))
  const standing = common.map(({ key, method }, at) => {
    const { mean, p10, p90 } = months.bands[at]!
    const { whole, from } = courses[at]!
    return {
      key,
      period: firstAhead,
      method,
      base: months.base[at]![0]!,
      mean: mean[0]!,
      p10: p10[0]!,
      p90: p90[0]!,
      naive: naiveAhead(whole),
      scale: scaleOf(whole.subarray(from)),
    }
  })
  return { rows: [...monthRows, ...weekRows], standing }
}

const sumOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0)

function pastOf({ whole, cleaned, from }: Course, months: readonly string[]): ForecastRow['past'] {
  if (from >= months.length) return null
  const same = whole.every((pieces, at) => pieces === cleaned[at])
  return { from: months[from]!, history: whole.subarray(from), cleaned: same ? null : cleaned.subarray(from) }
}

function courseOf({ whole, from, source, pieceValue }: Item, { course }: Past): Course {
  return { whole, cleaned: course, from, source, value: pieceValue }
}

function sumsOfCourses(items: readonly Item[], pasts: readonly Past[], structure: Structure): Course[] {
  const wholes = sumCourses(
    items.map(item => item.whole),
    structure,
  )
  const clean = sumCourses(
    pasts.map(past => past.course),
    structure,
  )
  // One number of each item: pieces of the last year that have a value, their value, and how many sell through.
  const figures = sumCourses(
    items.map(({ whole, pieceValue, source }) => {
      const pieces = pieceValue === null ? 0 : sumOf(whole.subarray(-12))
      return Float64Array.of(pieces, pieces * (pieceValue ?? 0), source === 'sell-through' ? 1 : 0, 1)
    }),
    structure,
  )
  return wholes.map((whole, part) => {
    const [pieces, value, soldThrough, all] = figures[part]! as unknown as [number, number, number, number]
    const first = whole.findIndex(each => each > 0)
    return {
      whole,
      cleaned: clean[part]!,
      from: Math.max(0, first),
      source: soldThrough === 0 ? 'purchases' : soldThrough === all ? 'sell-through' : 'both',
      value: pieces > 0 ? value / pieces : null,
    }
  })
}

import type { SeriesKey } from './structure.ts'

/** What stood when a month began, one month ahead; pieces. */
export type PastForecast = {
  key: SeriesKey
  period: string
  method: string
  base: number
  mean: number
  p10: number
  p90: number
  naive: number
  scale: number
}

const year = 12

/** What costs nothing: the same month a year before, or the last month of a course shorter than a year. */
export function naiveAhead(course: Float64Array): number {
  return course.at(course.length >= year ? -year : -1) ?? 0
}

/** The mean absolute change on the year before, or from month to month of a shorter course; 0 where nothing ever changed. */
export function scaleOf(course: Float64Array): number {
  const lag = course.length > year ? year : 1
  let sum = 0
  for (let at = lag; at < course.length; at++) sum += Math.abs(course[at]! - course[at - lag]!)
  return course.length > lag ? sum / (course.length - lag) : 0
}

/** By how much an adjustment brought the forecast nearer to what came, as a share of what came; negative: it did harm. */
export type AdjustmentWorth = {
  adjustmentId: number
  months: number
  baseMissed: number
  missed: number
  naiveMissed: number
  base: number
  expected: number
  actual: number
}

export type MonthOfScope = { base: number; mean: number; naive: number; actual: number }

/** What an adjustment changed over its months, its scope taken as one. Null where none of them is known. */
export function worthOf(adjustmentId: number, months: readonly MonthOfScope[]): AdjustmentWorth | null {
  if (months.length === 0) return null
  const sum = (of: (month: MonthOfScope) => number) => months.reduce((total, month) => total + of(month), 0)
  return {
    adjustmentId,
    months: months.length,
    baseMissed: sum(month => Math.abs(month.actual - month.base)),
    missed: sum(month => Math.abs(month.actual - month.mean)),
    naiveMissed: sum(month => Math.abs(month.actual - month.naive)),
    base: sum(month => month.base),
    expected: sum(month => month.mean),
    actual: sum(month => month.actual),
  }
}

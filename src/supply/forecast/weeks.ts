import { daysAfter, monthOf, monthsBetween, periodDays, periodsFrom } from './periods.ts'

export type Band = { mean: Float64Array; p10: Float64Array; p90: Float64Array }

/** How many of a week's days fall into which month, counted from the first forecast month; an earlier one counts as it. */
export type WeekDays = readonly { month: number; share: number }[]

/** The weeks from `firstWeek` that the months cover whole, 52 at most; for each the months' shares that fall into it. */
export function weeksOfMonths(
  firstWeek: string,
  firstMonth: string,
  months: number,
): { firsts: string[]; days: WeekDays[] } {
  const firsts: string[] = []
  const days: WeekDays[] = []
  for (const first of periodsFrom(firstWeek, 'week', 52)) {
    const ofWeek = [0, 1, 2, 3, 4, 5, 6].map(day => Math.max(0, monthsBetween(firstMonth, daysAfter(first, day))))
    if (ofWeek[6]! >= months) break
    firsts.push(first)
    days.push(
      [...new Set(ofWeek)].map(month => ({
        month,
        share: ofWeek.filter(each => each === month).length / lengthOf(firstMonth, month),
      })),
    )
  }
  return { firsts, days }
}

function lengthOf(firstMonth: string, month: number): number {
  const first = periodsFrom(monthOf(firstMonth), 'month', month + 1)[month]!
  return Number(periodDays(first, 'month').to.slice(8))
}

/**
 * Weeks of a forecast by months: each day of a month takes the same part of it. What one week may lie above or below is
 * wider than its part of the month's, as the root of the share, since the weeks of a month do not err alike.
 */
export function inWeeks(months: Band, days: readonly WeekDays[]): Band {
  const mean = Float64Array.from(days, week =>
    week.reduce((sum, { month, share }) => sum + months.mean[month]! * share, 0),
  )
  const apart = (quantile: Float64Array) =>
    Float64Array.from(days, week =>
      Math.sqrt(week.reduce((sum, { month, share }) => sum + share * (quantile[month]! - months.mean[month]!) ** 2, 0)),
    )
  const [below, above] = [apart(months.p10), apart(months.p90)]
  return {
    mean,
    p10: mean.map((value, week) => Math.max(0, value - below[week]!)),
    p90: mean.map((value, week) => value + above[week]!),
  }
}

/**
 * What is expected to be sold from today on, by week. The first week is that of today, of which `elapsedDays` (0 to 6) are
 * gone. Sigmas are those of the error of a week's forecast, taken as independent from week to week.
 */
export type DemandAhead = {
  mean: ArrayLike<number>
  sigma: ArrayLike<number>
  elapsedDays: number
}

/** Weeks beyond the forecast repeat the same week of the year before, or without a whole year the mean. */
function weekly(values: ArrayLike<number>, week: number): number {
  if (week < values.length) return values[week]!
  if (values.length >= 52) return values[values.length - 52 + ((week - values.length) % 52)]!
  let sum = 0
  for (let at = 0; at < values.length; at += 1) sum += values[at]!
  return values.length === 0 ? 0 : sum / values.length
}

/** Mean and variance of what is sold within so many days from today (fractions of a day count). */
export function demandWithin(
  { mean, sigma, elapsedDays }: DemandAhead,
  days: number,
): { mean: number; variance: number } {
  let sum = 0
  let variance = 0
  let left = days
  for (let week = 0, inWeek = 7 - elapsedDays; left > 0; week += 1, inWeek = 7) {
    const share = Math.min(left, inWeek) / 7
    sum += share * weekly(mean, week)
    variance += share * weekly(sigma, week) ** 2
    left -= inWeek
  }
  return { mean: sum, variance }
}

/** Further than this no cover is counted: two years. */
const furthestWeek = 104

/**
 * Weeks until the quantity is sold, walking the weeks ahead as they are forecast, not by their average: ten pieces last
 * longer before the season than in it. Null: it lasts beyond two years, or nothing is sold.
 */
export function weeksOfCover({ mean, elapsedDays }: DemandAhead, quantity: number): number | null {
  if (quantity <= 0) return 0
  let left = quantity
  let weeks = 0
  for (let week = 0, inWeek = (7 - elapsedDays) / 7; weeks < furthestWeek; week += 1, inWeek = 1) {
    const sold = weekly(mean, week) * inWeek
    if (sold >= left) return weeks + (left / sold) * inWeek
    left -= sold
    weeks += inWeek
  }
  return null
}

/**
 * The first week, counted from this one, that begins a season: at least `factor` times the mean of the year ahead, after
 * a week that was not. Null where none begins within the weeks.
 */
export function seasonAhead({ mean }: DemandAhead, within: number, factor = 1.25): number | null {
  const year = Math.min(52, mean.length)
  // Less than half a year tells nothing of a season.
  if (year < 26) return null
  let sum = 0
  for (let week = 0; week < year; week += 1) sum += mean[week]!
  const high = (factor * sum) / year
  for (let week = 1; week <= Math.min(within, year - 1); week += 1) {
    if (high > 0 && mean[week]! >= high && mean[week - 1]! < high) return week
  }
  return null
}

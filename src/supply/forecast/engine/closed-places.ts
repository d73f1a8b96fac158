import { outerPeriod } from './nested-season.ts'

/** Places of a season where nothing ever happens: nights, Saturdays, the months without an order. */
export interface ClosedPlaces {
  /** Length of the season that was looked at: the longer one where a season lies in another. */
  readonly period: number
  /** For each place, whether it is open. */
  readonly open: readonly boolean[]
}

/** How likely it may be that an open place was empty every time by chance. */
const chance = 0.001

/**
 * Places that were empty each time, three times at least, and more often than the empty points elsewhere explain. Null
 * where there is none, or where hardly anything is empty. Values are not below 0.
 */
export function closedPlaces(values: Float64Array, period: number): ClosedPlaces | null {
  const outer = outerPeriod(period, values.length)
  return (outer === null ? null : closedAt(values, outer)) ?? closedAt(values, period)
}

function closedAt(values: Float64Array, period: number): ClosedPlaces | null {
  const n = values.length
  if (period < 4 || n < 3 * period) return null
  const times = new Float64Array(period)
  const empty = new Float64Array(period)
  for (let t = 0; t < n; t++) {
    times[t % period]! += 1
    if (values[t] === 0) empty[t % period]! += 1
  }
  let openTimes = 0
  let openEmpty = 0
  for (let at = 0; at < period; at++) {
    if (empty[at] === times[at]) continue
    openTimes += times[at]!
    openEmpty += empty[at]!
  }
  // One empty point more, so that a series without any does not make three enough for everything.
  const share = (openEmpty + 1) / (openTimes + 1)
  const open = Array.from(times, (count, at) => empty[at] !== count || share ** count > chance)
  return open.includes(false) && open.includes(true) ? { period, open } : null
}

/** The values at open places, one after another, and how many a season then has. */
export function openValues(
  values: Float64Array,
  { period, open }: ClosedPlaces,
): { values: Float64Array; period: number } {
  return { values: values.filter((_, t) => open[t % period]), period: open.filter(Boolean).length }
}

/** How many of the points after `start` are open. */
export const openAhead = (start: number, horizon: number, { period, open }: ClosedPlaces): number =>
  Array.from({ length: horizon }, (_, step) => open[(start + step) % period]).filter(Boolean).length

/** Puts what comes at open places back among the closed ones, which get 0. */
export function amongClosed(
  path: Float64Array,
  start: number,
  horizon: number,
  { period, open }: ClosedPlaces,
): Float64Array {
  let next = 0
  return Float64Array.from({ length: horizon }, (_, step) => (open[(start + step) % period] ? path[next++]! : 0))
}

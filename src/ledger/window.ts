/** A stretch of days, both ends inside. Null has no bound on that side. */
export type Window = { from?: string | null; to?: string | null }

type Stretch = { from: string; to: string }

/**
 * The parts of a window by what the ledger keeps sums of: whole years, whole months outside them, and the days that
 * are left at the ends. Years and months are given by their first days, both ends inside.
 */
export type WindowParts = { years: Stretch | null; months: Stretch[]; days: Stretch[] }

/** Earliest and latest days that PostgreSQL and a four-digit year both know. */
const beginning = '0001-01-01'
const end = '9999-12-31'

const yearOf = (day: string) => Number(day.slice(0, 4))
const firstOfYear = (year: number) => `${String(year).padStart(4, '0')}-01-01`

/** A day some days later (or earlier). */
export function daysAfter(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The first day of the month some months later (or earlier). */
function monthsAfter(day: string, months: number): string {
  const moved = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  return moved.toISOString().slice(0, 10)
}

export function windowParts(window: Window): WindowParts {
  const from = window.from ?? beginning
  const to = window.to ?? end
  if (from > to) return { years: null, months: [], days: [] }
  const firstMonth = from.endsWith('-01') ? from : monthsAfter(from, 1)
  // The first day that is in no whole month: the day after the window's end, or the first of the month it lies in.
  const afterMonths = to === end ? null : `${daysAfter(to, 1).slice(0, 7)}-01`
  const lastMonth = afterMonths === null ? `${end.slice(0, 7)}-01` : monthsAfter(afterMonths, -1)
  if (firstMonth > lastMonth) return { years: null, months: [], days: mergedEdges(from, to, firstMonth) }

  const firstYear = firstMonth.endsWith('-01-01') ? yearOf(firstMonth) : yearOf(firstMonth) + 1
  const lastYear = lastMonth.slice(5, 7) === '12' ? yearOf(lastMonth) : yearOf(lastMonth) - 1
  const days: Stretch[] = []
  if (from < firstMonth) days.push({ from, to: daysAfter(firstMonth, -1) })
  if (afterMonths !== null && afterMonths <= to) days.push({ from: afterMonths, to })
  if (firstYear > lastYear) return { years: null, months: [{ from: firstMonth, to: lastMonth }], days }
  const months: Stretch[] = []
  if (firstMonth < firstOfYear(firstYear))
    months.push({ from: firstMonth, to: `${firstOfYear(firstYear - 1).slice(0, 4)}-12-01` })
  if (lastMonth.slice(0, 4) > firstOfYear(lastYear).slice(0, 4))
    months.push({ from: firstOfYear(lastYear + 1), to: lastMonth })
  return { years: { from: firstOfYear(firstYear), to: firstOfYear(lastYear) }, months, days }
}

/** A window without a whole month in it: one stretch, or two where it crosses a month's end (each lies in one month). */
function mergedEdges(from: string, to: string, firstMonth: string): Stretch[] {
  if (firstMonth > to || from === firstMonth) return [{ from, to }]
  return [
    { from, to: daysAfter(firstMonth, -1) },
    { from: firstMonth, to },
  ]
}

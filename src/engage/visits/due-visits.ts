import { addDays, weekOf } from './wall-clock.ts'

/** How often somebody should be visited. */
export type Pace = { every: 'week' | 'month'; interval: number }

/** `whole`: before it was cut to the month; a visit anywhere in it will do. */
export type DueWindow = { from: string; to: string; whole: { from: string; to: string } }

/** The Monday from which blocks of weeks are counted, so that a block never depends on the month one looks at. */
const firstMonday = '1970-01-05'

const weeksBetween = (from: string, to: string): number =>
  Math.round((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000))

/**
 * The stretches of a month in each of which a visit is owed, cut to the days of the month. A week (or block of weeks)
 * belongs to the month in which its middle lies, as ISO weeks belong to the year of their Thursday.
 * @param month 'YYYY-MM'
 */
export function dueWindows(pace: Pace, month: string): DueWindow[] {
  const first = `${month}-01`
  const last = addDays(nextMonth(month), -1)
  if (pace.every === 'month')
    return monthsSince(month) % pace.interval === 0 ? [{ from: first, to: last, whole: { from: first, to: last } }] : []
  const length = pace.interval * 7
  const windows: DueWindow[] = []
  const weeks = weeksBetween(firstMonday, weekOf(first))
  let start = addDays(weekOf(first), -(weeks % pace.interval) * 7)
  for (; start <= last; start = addDays(start, length)) {
    const end = addDays(start, length - 1)
    const middle = addDays(start, Math.floor(length / 2))
    if (middle < first || middle > last) continue
    windows.push({ from: start > first ? start : first, to: end < last ? end : last, whole: { from: start, to: end } })
  }
  return windows
}

const nextMonth = (month: string): string => {
  const [year, number] = month.split('-').map(Number) as [number, number]
  return number === 12 ? `${year + 1}-01-01` : `${year}-${String(number + 1).padStart(2, '0')}-01`
}

const monthsSince = (month: string): number => (Number(month.slice(0, 4)) - 1970) * 12 + Number(month.slice(5)) - 1

/** Those windows in which none of these days lies. */
export function openWindows(windows: readonly DueWindow[], days: readonly string[]): DueWindow[] {
  return windows.filter(({ whole }) => !days.some(day => day >= whole.from && day <= whole.to))
}

import { weekOf } from '../engage/visits/wall-clock.ts'
import { dayAfter } from '../identify/review-window.ts'
import { dayOf, readDay } from './day-format.ts'
import type { Shape } from './shape.ts'

/** The Monday of a week of ISO 8601: week 1 has the year's first Thursday. Null where the year has no such week. */
export function mondayOfWeek(year: number, week: number): string | null {
  if (!Number.isInteger(year) || year < 1950 || year > 2099 || week < 1 || week > 53) return null
  const monday = dayAfter(weekOf(`${year}-01-04`), (week - 1) * 7)
  return dayAfter(monday, 3).startsWith(String(year)) ? monday : null
}

/** Year and week as people and systems write them: 2026-W44, W44/2026, KW 44 2026, 202644, 2026年第44周. */
const yearFirst = /^(\d{4})\s*[-/.年]?\s*(?:w|wk|week|kw|cw|s|sem|第)?\.?\s*(\d{1,2})\s*周?$/i
const weekFirst = /^(?:w|wk|week|kw|cw|s|sem|第)?\.?\s*(\d{1,2})\s*周?\s*[-/. ]\s*(\d{4})$/i
const alone = /^(?:w|wk|week|kw|cw|s|sem|第)?\.?\s*(\d{1,2})\s*周?$/i

/** The Monday of the week that a cell names; `year` is that of a column of its own. A day names its week. Null: none. */
export function weekOfText(cell: string, year: string | undefined, shape: Pick<Shape, 'dayOrder'>): string | null {
  const text = cell.trim().replace(/\.0+$/, '')
  const parts = yearFirst.exec(text)
  if (parts) return mondayOfWeek(Number(parts[1]), Number(parts[2]))
  const turned = weekFirst.exec(text)
  if (turned) return mondayOfWeek(Number(turned[2]), Number(turned[1]))
  const bare = alone.exec(text)
  if (bare) return year === undefined ? null : mondayOfWeek(Number(year), Number(bare[1]))
  const day = readDay(text, { order: shape.dayOrder, serial: true })
  return day && weekOf(day)
}

const yearMonth = /^(\d{4})\s*[-/.年]?\s*(\d{1,2})\s*月?$/
const monthYear = /^(\d{1,2})\s*[-/. ]\s*(\d{4})$/
const monthAlone = /^(\d{1,2})\s*月?$/

/** First and last day of the month that a cell names (2026-10, 10/2026, 202610, Oct 2026, 2026年10月). Null: none. */
export function monthOfText(cell: string, year: string | undefined): { from: string; to: string } | null {
  const text = cell.trim().replace(/\.0+$/, '')
  const parts = yearMonth.exec(text)
  const turned = monthYear.exec(text)
  const bare = monthAlone.exec(text)
  const from = parts
    ? dayOf(Number(parts[1]), Number(parts[2]), 1)
    : turned
      ? dayOf(Number(turned[2]), Number(turned[1]), 1)
      : bare && year !== undefined
        ? dayOf(Number(year), Number(bare[1]), 1)
        : firstOfMonth(text)
  return from === null ? null : { from, to: lastOf(from) }
}

/** "Oct 2026" is read as its first day; a day as the first of its month. */
function firstOfMonth(text: string): string | null {
  const day = readDay(`1 ${text}`, { order: 'ymd', serial: false }) ?? readDay(text, { order: 'ymd', serial: false })
  return day && `${day.slice(0, 7)}-01`
}

function lastOf(first: string): string {
  return dayAfter(`${dayAfter(first, 31).slice(0, 7)}-01`, -1)
}

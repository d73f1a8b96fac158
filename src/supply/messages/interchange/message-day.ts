/** A span of days, both included. */
export type DaySpan = { from: string; to: string }

/**
 * The day of a date in a message by its format qualifier (EDIFACT 2379): 101 YYMMDD, 102 CCYYMMDD, 203 CCYYMMDDHHMM and
 * the like; X12 writes 101 and 102. Years of two digits below 70 are of this century. Null where it is no day.
 */
export function dayOf(text: string, format: string): string | null {
  const digits = text.trim()
  if (!/^\d+$/.test(digits)) return null
  const short = format === '101' || format === '201' || format === '301'
  const length = short ? 6 : 8
  if (digits.length < length) return null
  const date = digits.slice(0, length)
  const whole = short ? `${Number(date.slice(0, 2)) < 70 ? '20' : '19'}${date}` : date
  const day = `${whole.slice(0, 4)}-${whole.slice(4, 6)}-${whole.slice(6, 8)}`
  return isDay(day) ? day : null
}

function isDay(day: string): boolean {
  const at = Date.parse(`${day}T00:00:00Z`)
  return !Number.isNaN(at) && new Date(at).toISOString().slice(0, 10) === day
}

/** YYMMDD or CCYYMMDD, told by the length; X12 changed from one to the other with 4010. */
export function dayOfDigits(text: string): string | null {
  const digits = text.trim()
  return digits.length === 6 ? dayOf(digits, '101') : digits.length === 8 ? dayOf(digits, '102') : null
}

function lastOfMonth(year: number, month: number): string {
  return new Date(Date.UTC(year, month, 0)).toISOString().slice(0, 10)
}

/** The seven days of an ISO week. */
function weekSpan(year: number, week: number): DaySpan | null {
  if (week < 1 || week > 53) return null
  // The fourth of January lies in the first week.
  const fourth = Date.UTC(year, 0, 4)
  const monday = fourth - ((new Date(fourth).getUTCDay() + 6) % 7) * 86_400_000 + (week - 1) * 7 * 86_400_000
  const day = (at: number) => new Date(at).toISOString().slice(0, 10)
  return { from: day(monday), to: day(monday + 6 * 86_400_000) }
}

/** The days that a date or period of EDIFACT (DTM) covers, by its format qualifier; null where it cannot be read. */
export function spanOf(text: string, format: string): DaySpan | null {
  const value = text.trim()
  const periods: Record<string, [RegExp, number]> = {
    713: [/^(\d{10})-?(\d{10})$/, 6],
    717: [/^(\d{6})-?(\d{6})$/, 6],
    718: [/^(\d{8})-?(\d{8})$/, 8],
    719: [/^(\d{12})-?(\d{12})$/, 8],
  }
  const period = periods[format]
  if (period) {
    const found = period[0].exec(value)
    const [from, to] = [1, 2].map(at => dayOfDigits((found?.[at] ?? '').slice(0, period[1])))
    return from && to && from <= to ? { from, to } : null
  }
  if (format === '610' && /^\d{6}$/.test(value)) {
    const [year, month] = [Number(value.slice(0, 4)), Number(value.slice(4))]
    if (month < 1 || month > 12) return null
    return { from: `${value.slice(0, 4)}-${value.slice(4)}-01`, to: lastOfMonth(year, month) }
  }
  if (format === '616' && /^\d{6}$/.test(value)) return weekSpan(Number(value.slice(0, 4)), Number(value.slice(4)))
  const day = format === '' ? dayOfDigits(value) : dayOf(value, format)
  return day ? { from: day, to: day } : null
}

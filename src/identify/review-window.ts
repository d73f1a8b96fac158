/** The stretch of days that a review looks at, and those it compares with. Days are plain, both ends inside. */
export interface ReviewWindow {
  readonly months: number
  readonly from: string
  readonly to: string
  /** The window of the same length before it. */
  readonly before: { readonly from: string; readonly to: string }
  /** The twelve months that end on the same day. */
  readonly year: { readonly from: string; readonly to: string }
}

export function reviewWindow(asOf: string, months: number): ReviewWindow {
  const from = dayAfterMonthsBefore(asOf, months)
  const beforeTo = dayAfter(from, -1)
  return {
    months,
    from,
    to: asOf,
    before: { from: dayAfterMonthsBefore(beforeTo, months), to: beforeTo },
    year: { from: dayAfterMonthsBefore(asOf, 12), to: asOf },
  }
}

export function dayAfter(day: string, days: number): string {
  const moved = new Date(`${day}T00:00:00Z`)
  moved.setUTCDate(moved.getUTCDate() + days)
  return moved.toISOString().slice(0, 10)
}

/** The same day of another month, or that month's last day where it has no such day. */
export function monthsAfter(day: string, months: number): string {
  const year = Number(day.slice(0, 4))
  const month = Number(day.slice(5, 7)) - 1 + months
  const last = new Date(Date.UTC(year, month + 1, 0)).getUTCDate()
  return new Date(Date.UTC(year, month, Math.min(last, Number(day.slice(8, 10))))).toISOString().slice(0, 10)
}

/** The day some months later; the end of a month leads to the end of a month. */
export function monthEndAfter(day: string, months: number): string {
  const next = dayAfter(day, 1)
  return next.endsWith('-01') ? dayAfter(monthsAfter(next, months), -1) : monthsAfter(day, months)
}

/** A window that ends with a month begins with one: twelve months to 28 February 2023 begin on 1 March 2022. */
function dayAfterMonthsBefore(to: string, months: number): string {
  const next = dayAfter(to, 1)
  return next.endsWith('-01') ? monthsAfter(next, -months) : dayAfter(monthsAfter(to, -months), 1)
}

/** Forecasts are made for months; weeks are for what is ordered and shipped. */
export const grains = ['week', 'month'] as const
export type Grain = (typeof grains)[number]

const dayLength = 86_400_000
const instant = (day: string) => Date.parse(`${day}T00:00:00Z`)
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10)

export const daysAfter = (day: string, days: number): string => dayOf(instant(day) + days * dayLength)

/** The first of the day's month. */
export const monthOf = (day: string): string => `${day.slice(0, 7)}-01`

export function monthsAfter(day: string, months: number): string {
  const moved = new Date(`${day.slice(0, 7)}-01T00:00:00Z`)
  moved.setUTCMonth(moved.getUTCMonth() + months)
  return moved.toISOString().slice(0, 10)
}

/** How many months later `to` is than `from`; negative where it is earlier. */
export function monthsBetween(from: string, to: string): number {
  const count = (day: string) => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7))
  return count(to) - count(from)
}

/** The Monday of the day's week. */
export const weekOf = (day: string): string =>
  dayOf(instant(day) - ((new Date(instant(day)).getUTCDay() + 6) % 7) * dayLength)

/** How many days both stretches have in common; all ends inside. */
export function daysShared(a: { from: string; to: string }, b: { from: string; to: string }): number {
  const from = a.from > b.from ? a.from : b.from
  const to = a.to < b.to ? a.to : b.to
  return to < from ? 0 : Math.round((instant(to) - instant(from)) / dayLength) + 1
}

/** First and last day of the period that begins on this day. */
export function periodDays(first: string, grain: Grain): { from: string; to: string } {
  return { from: first, to: grain === 'week' ? daysAfter(first, 6) : daysAfter(monthsAfter(first, 1), -1) }
}

/** First days of `count` periods. */
export function periodsFrom(first: string, grain: Grain, count: number): string[] {
  return Array.from({ length: count }, (_, index) =>
    grain === 'week' ? daysAfter(first, 7 * index) : monthsAfter(first, index),
  )
}

/** Days that a ledger may lag behind without its last month being taken for incomplete. */
const lag = 7

/** The month after the last complete one: one is complete when it is over and the ledger ends at most a week before its end. */
export function firstMonthAhead(ledgerEnds: string, today: string): string {
  const known = daysAfter(ledgerEnds, lag + 1)
  return monthOf(known < today ? known : today)
}

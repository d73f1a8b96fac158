/** A window of days, both included, as 'YYYY-MM-DD'. */
export type Window = { from: string; to: string }

const millisecondsOfDay = 86_400_000

const instantOf = (day: string) => Date.parse(`${day}T00:00:00Z`)

function addDays(day: string, days: number): string {
  return new Date(instantOf(day) + days * millisecondsOfDay).toISOString().slice(0, 10)
}

export function daysBetween(earlier: string, later: string): number {
  return (instantOf(later) - instantOf(earlier)) / millisecondsOfDay
}

/** The twelve months that end with the ledger's last day; a ledger loaded last quarter still shows a full year. */
export function lastTwelveMonths(lastDay: string): Window {
  const [year, month, date] = lastDay.split('-').map(Number) as [number, number, number]
  const begin = new Date(Date.UTC(year, month - 1, date + 1))
  begin.setUTCFullYear(begin.getUTCFullYear() - 1)
  return { from: begin.toISOString().slice(0, 10), to: lastDay }
}

/** The window of the same number of days just before. */
export function windowBefore({ from, to }: Window): Window {
  return { from: addDays(from, -daysBetween(from, to) - 1), to: addDays(from, -1) }
}

/** First days of the 12 months that end with the one that `day` lies in. */
export function twelveMonthsTo(day: string): string[] {
  const [year, month] = day.split('-').map(Number) as [number, number]
  return Array.from({ length: 12 }, (_, at) => new Date(Date.UTC(year, month - 12 + at, 1)).toISOString().slice(0, 10))
}

/** The days a view looks at. The URL holds the choice; from and to are stated only where the person chose them. */
export type WindowKind = 'last12' | 'fiscal' | 'all' | 'custom'
export type WindowChoice = { window?: WindowKind; from?: string; to?: string }
export type Days = { from: string; to: string }

/** What the ledger holds, and when the company's year begins (month 1 to 12). */
export type WindowBounds = { first: string; last: string; fiscalYearStart: number }

export const defaultWindow: WindowKind = 'last12'
const kinds: readonly WindowKind[] = ['last12', 'fiscal', 'all', 'custom']
const dayPattern = /^\d{4}-\d{2}-\d{2}$/

/** Reads the window from search params; anything unreadable falls back to the default, so a bad link still opens. */
export function windowFromSearch(search: Record<string, unknown>): WindowChoice {
  const kind = kinds.find(candidate => candidate === search.window)
  if (kind !== 'custom') return kind && kind !== defaultWindow ? { window: kind } : {}
  const from = isDay(search.from) ? search.from : undefined
  const to = isDay(search.to) ? search.to : undefined
  return from && to && from <= to ? { window: 'custom', from, to } : {}
}

function isDay(value: unknown): value is string {
  return typeof value === 'string' && dayPattern.test(value) && !Number.isNaN(Date.parse(`${value}T00:00:00Z`))
}

/**
 * First and last day of the choice, both included. "Last 12 months" ends with the ledger's last day, not today:
 * a ledger loaded last quarter still shows a full year.
 */
export function resolveWindow(choice: WindowChoice, bounds: WindowBounds): Days {
  const kind = choice.window ?? defaultWindow
  if (kind === 'custom' && choice.from && choice.to) return { from: choice.from, to: choice.to }
  if (kind === 'all') return { from: bounds.first, to: bounds.last }
  if (kind === 'fiscal') return { from: fiscalYearBegin(bounds.last, bounds.fiscalYearStart), to: bounds.last }
  return { from: dayAfterYearBefore(bounds.last), to: bounds.last }
}

/** The fiscal year's first day for the year that `day` falls in. */
export function fiscalYearBegin(day: string, startMonth: number): string {
  const year = Number(day.slice(0, 4)) - (Number(day.slice(5, 7)) < startMonth ? 1 : 0)
  return `${year}-${String(startMonth).padStart(2, '0')}-01`
}

function dayAfterYearBefore(day: string): string {
  const [year, month, date] = day.split('-').map(Number) as [number, number, number]
  const next = new Date(Date.UTC(year, month - 1, date + 1))
  next.setUTCFullYear(next.getUTCFullYear() - 1)
  return next.toISOString().slice(0, 10)
}

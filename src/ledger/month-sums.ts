import { ExactSum } from './exact-sum.ts'

/** What is summed of a month; amounts are exact decimal strings in base currency. */
export type MonthFigures = {
  lines: number
  documents: number
  linesWithCost: number
  revenue: string
  /** Revenue of the lines whose cost is known. */
  costedRevenue: string
  cost: string
  costToServe: string
}

export type PeriodFigures = {
  lines: number
  documents: number
  revenue: string
  /** Null where no line of the period has a cost. */
  margin: string | null
  costToServe: string
  /** Margin less cost to serve; null where the margin is. */
  contribution: string | null
  /** Margin as a share of the revenue whose cost is known; null where there is none. */
  marginRate: number | null
}

/** What months add up to, exactly. */
export function sumMonths(months: readonly MonthFigures[]): PeriodFigures {
  const sum = (...parts: ((month: MonthFigures) => string)[]) => {
    const total = new ExactSum()
    for (const month of months) for (const part of parts) total.add(part(month))
    return total.toString()
  }
  const count = (part: (month: MonthFigures) => number) => months.reduce((total, month) => total + part(month), 0)
  const costed = sum(month => month.costedRevenue)
  const margin = sum(
    month => month.costedRevenue,
    month => opposite(month.cost),
  )
  const contribution = sum(
    month => month.costedRevenue,
    month => opposite(month.cost),
    month => opposite(month.costToServe),
  )
  const known = count(month => month.linesWithCost) > 0
  return {
    lines: count(month => month.lines),
    documents: count(month => month.documents),
    revenue: sum(month => month.revenue),
    margin: known ? margin : null,
    costToServe: sum(month => month.costToServe),
    contribution: known ? contribution : null,
    marginRate: known && Number(costed) > 0 ? Number(margin) / Number(costed) : null,
  }
}

function opposite(amount: string): string {
  return amount.startsWith('-') ? amount.slice(1) : `-${amount}`
}

/** Change against an earlier period as a share; null where there was nothing to grow from. */
export function growthOf(now: string, before: string): number | null {
  const base = Number(before)
  return base > 0 ? Number(now) / base - 1 : null
}

/**
 * The months that a window touches, as 'YYYY-MM', those without sales included. A year of days that begins within a
 * month touches thirteen: the first, which belongs to the year before, is left out.
 */
export function monthsOf(window: { from: string; to: string }): string[] {
  const months: string[] = []
  let [year, month] = window.from.split('-').map(Number) as [number, number]
  for (;;) {
    const name = `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}`
    if (name > window.to.slice(0, 7)) break
    months.push(name)
    month += 1
    if (month > 12) {
      month = 1
      year += 1
    }
  }
  return months.length === 13 && !window.from.endsWith('-01') ? months.slice(1) : months
}

/** The window of the same number of days just before. Days are 'YYYY-MM-DD', both ends included. */
export function windowBefore({ from, to }: { from: string; to: string }): { from: string; to: string } {
  const day = 86_400_000
  const first = Date.parse(`${from}T00:00:00Z`)
  const length = Date.parse(`${to}T00:00:00Z`) - first + day
  const text = (instant: number) => new Date(instant).toISOString().slice(0, 10)
  return { from: text(first - length), to: text(first - day) }
}

/** Days 'YYYY-MM-DD', both inside. */
export type Stretch = { from: string; to: string }

/** After which periods sales people are counted out: then goods are pushed into the trade. */
export const closings = ['year', 'quarter'] as const
export type Closing = (typeof closings)[number]

/** Days after a closing during which it explains a full warehouse. */
const remembered = { year: 26 * 7, quarter: 13 * 7 }

/**
 * The last weeks of the fiscal year (or quarter) that matter today: of the one that ends soon, once they have begun (up to
 * today), else of the newest that has ended and is not too long ago; null in between.
 */
export function closingWeeks(today: string, firstMonth: number, weeks: number, closing: Closing): Stretch | null {
  const step = closing === 'year' ? 12 : 3
  // Months are counted from year 0: the first of a closing's next period is `firstMonth` plus a multiple of the step.
  const thisMonth = Number(today.slice(0, 4)) * 12 + Number(today.slice(5, 7)) - 1
  const next = thisMonth + 1 + ((((firstMonth - 1 - thisMonth - 1) % step) + step) % step)
  for (const month of [next, next - step]) {
    const end = daysBefore(`${Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}-01`, 1)
    const from = daysBefore(end, weeks * 7 - 1)
    if (from <= today && daysBefore(today, remembered[closing]) <= end) return { from, to: end < today ? end : today }
  }
  return null
}

function daysBefore(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
}

export const eventKinds = ['anniversary', 'opening', 'honour', 'promotion', 'birthday', 'festival', 'other'] as const
export type EventKind = (typeof eventKinds)[number]

export type Recurring = { /** The first time. */ day: string; yearly: boolean }

/** An occurrence in another year: 29 February is kept on 28 February where there is no such day. */
function inYear(day: string, year: number): string {
  const [, month, date] = day.split('-')
  const isLeap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0
  const kept = month === '02' && date === '29' && !isLeap ? '28' : date
  return `${String(year).padStart(4, '0')}-${month}-${kept}`
}

/** The days on which it happens from `from` to `to`, both included, the earliest first. */
export function occurrences({ day, yearly }: Recurring, from: string, to: string): string[] {
  if (!yearly) return day >= from && day <= to ? [day] : []
  const begin = Math.max(Number(day.slice(0, 4)), Number(from.slice(0, 4)))
  const end = Number(to.slice(0, 4))
  return Array.from({ length: Math.max(0, end - begin + 1) }, (_, index) => inYear(day, begin + index)).filter(
    found => found >= from && found <= to && found >= day,
  )
}

/** The first occurrence on that day or later; null where there is none any more. */
export function nextOccurrence(event: Recurring, today: string): string | null {
  const year = Number(today.slice(0, 4))
  return occurrences(event, today, `${Math.max(year + 1, Number(event.day.slice(0, 4)))}-12-31`)[0] ?? null
}

/** How many times it has come round: the tenth anniversary ten years after the first time. */
export function timesRound({ day }: Recurring, occurrence: string): number {
  return Number(occurrence.slice(0, 4)) - Number(day.slice(0, 4))
}

/** From when on something must be prepared for an occurrence. */
export function beginsOn(occurrence: string, leadDays: number): string {
  return new Date(Date.parse(`${occurrence}T00:00:00Z`) - leadDays * 86_400_000).toISOString().slice(0, 10)
}

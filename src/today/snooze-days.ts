/** The quick choices of putting off: their days. */
export type SnoozeChoice = 'tomorrow' | 'in three days' | 'next monday' | 'in two weeks' | 'in a month'

/** Days on which a signal may come back, each once, the earliest first. `today` is a plain day. */
export function snoozeDays(today: string): { choice: SnoozeChoice; day: string }[] {
  const weekday = new Date(`${today}T00:00:00Z`).getUTCDay()
  const choices: [SnoozeChoice, number][] = [
    ['tomorrow', 1],
    ['in three days', 3],
    ['next monday', (8 - weekday) % 7 || 7],
    ['in two weeks', 14],
    ['in a month', 30],
  ]
  const days = choices.map(([choice, days]) => ({ choice, day: dayAfter(today, days) }))
  return days
    .filter(({ day }, index) => days.findIndex(each => each.day === day) === index)
    .sort((one, other) => one.day.localeCompare(other.day))
}

export const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)

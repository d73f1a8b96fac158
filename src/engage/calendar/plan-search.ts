/** What the addresses of the month's plan and the day's route hold. */
export type PlanSearch = { person?: string; month?: string }
export type DaySearch = { person?: string; day?: string }

const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined
const person = (value: unknown) => matching(value, /^[\w-]{1,100}$/)

export function planSearch(search: Record<string, unknown>): PlanSearch {
  return { person: person(search.person), month: matching(search.month, /^\d{4}-(0[1-9]|1[0-2])$/) }
}

export function daySearch(search: Record<string, unknown>): DaySearch {
  const day = matching(search.day, /^\d{4}-\d{2}-\d{2}$/)
  return {
    person: person(search.person),
    day: day && !Number.isNaN(Date.parse(`${day}T00:00:00Z`)) ? day : undefined,
  }
}

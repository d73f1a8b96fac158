export const calendarViews = ['month', 'week', 'agenda'] as const
export type CalendarView = (typeof calendarViews)[number]

/** What the calendar's address holds. Left out: the default (agenda on a phone, else week; today; one's own). */
export type CalendarSearch = {
  view?: CalendarView
  /** Any day of the stretch that is shown. */
  day?: string
  /** Id of a person, or “all”. */
  person?: string
  visit?: number
  entry?: number | 'new'
  /** The drawer that plans a visit is open. */
  plan?: 1
  /** Where a visit was dropped. */
  toDay?: string
  toTime?: string
  feed?: 1
}

const id = (value: unknown): number | undefined =>
  Number.isSafeInteger(Number(value)) && Number(value) > 0 ? Number(value) : undefined
const matching = (value: unknown, pattern: RegExp): string | undefined =>
  typeof value === 'string' && pattern.test(value) ? value : undefined
const isDay = (text: string | undefined): text is string =>
  text !== undefined && !Number.isNaN(Date.parse(`${text}T00:00:00Z`))
const flag = (value: unknown): 1 | undefined => (value === 1 || value === '1' || value === true ? 1 : undefined)

/** Read forgivingly: a damaged link opens with what can be understood of it. */
export function calendarSearch(search: Record<string, unknown>): CalendarSearch {
  const day = matching(search.day, /^\d{4}-\d{2}-\d{2}$/)
  const toDay = matching(search.toDay, /^\d{4}-\d{2}-\d{2}$/)
  return {
    view: calendarViews.find(view => view === search.view),
    day: isDay(day) ? day : undefined,
    person: matching(search.person, /^[\w-]{1,100}$/),
    visit: id(search.visit),
    entry: search.entry === 'new' ? 'new' : id(search.entry),
    plan: flag(search.plan),
    toDay: isDay(toDay) ? toDay : undefined,
    toTime: matching(search.toTime, /^([01]\d|2[0-3]):[0-5]\d$/),
    feed: flag(search.feed),
  }
}

import { addDays, weekdayOf } from './wall-clock.ts'

/** A day that a region's calendar speaks of. A `working day` opens a weekend, as China does around its long holidays. */
export type Holiday = { day: string; name: string; kind: 'holiday' | 'working day' }

/** What the calendars of one region say, by day. */
export type RegionCalendar = ReadonlyMap<string, Holiday>

/** The calendars that a visit must respect: ours, and the account's where it is another. */
export type WorkCalendar = {
  regions: readonly RegionCalendar[]
  /** Usual working days of the week, ISO: 1 is Monday. */
  workdays: readonly number[]
}

export type HolidayRule = 'next' | 'previous' | 'skip'

/** The public holiday of a day in any of the regions, if there is one. */
export function holidayOn(day: string, { regions }: WorkCalendar): string | null {
  const found = regions.map(region => region.get(day)).find(each => each?.kind === 'holiday')
  return found?.name ?? null
}

/** Whether people work on that day in all of the regions: no holiday anywhere, and a weekend only where all have opened it. */
export function isWorkingDay(day: string, { regions, workdays }: WorkCalendar): boolean {
  const usual = workdays.includes(weekdayOf(day))
  if (regions.length === 0) return usual
  return regions.every(region => {
    const said = region.get(day)
    return said ? said.kind === 'working day' : usual
  })
}

/** No holiday of the world is longer than two weeks with its weekends. */
const furthest = 15

/** The nearest working day after (or before) a day; null where there is none within two weeks. */
export function nearestWorkingDay(day: string, rule: 'next' | 'previous', calendar: WorkCalendar): string | null {
  for (let step = 1; step <= furthest; step += 1) {
    const candidate = addDays(day, rule === 'next' ? step : -step)
    if (isWorkingDay(candidate, calendar)) return candidate
  }
  return null
}

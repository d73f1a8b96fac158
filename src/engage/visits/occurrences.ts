import { occurrenceDays, type Recurrence } from './recurrence.ts'
import { addDays, addMinutes, instantAt } from './wall-clock.ts'
import { type HolidayRule, holidayOn, nearestWorkingDay, type WorkCalendar } from './working-days.ts'

/** What of a cadence decides when its visits are. */
export type CadenceTimes = {
  rule: Recurrence
  startsOn: string
  until: string | null
  /** 'HH:MM' by the clock of `timeZone`, in summer as in winter. */
  localTime: string
  timeZone: string
  durationMinutes: number
  onHoliday: HolidayRule
}

/** One visit of a cadence. `occurrenceDay` is the day that the rule gives and names it for good. */
export type Occurrence = {
  occurrenceDay: string
  day: string
  startsAt: string
  endsAt: string
  /** The holiday that the rule's day falls on. */
  holiday: string | null
  /** `skipped`: the cadence says so, or the day it would move to is the next visit's (or lies outside the cadence). */
  outcome: 'on its day' | 'moved' | 'skipped'
}

/**
 * The visits whose rule's day lies from `from` to `to`. A day that is a holiday in any of the calendars is moved to the
 * next or previous working day, as the cadence says; where that would reach the neighbouring visit, pass the cadence's
 * own ends, or be further than two weeks, it is skipped. None vanishes silently: a skipped one is returned as skipped.
 * A weekday agreed on is kept even if it is a Saturday: only holidays close it.
 */
export function plannedOccurrences(
  cadence: CadenceTimes,
  calendar: WorkCalendar,
  from: string,
  to: string,
): Occurrence[] {
  const last = cadence.until !== null && cadence.until < to ? cadence.until : to
  const days = occurrenceDays(cadence.rule, cadence.startsOn, from, last)
  return days.map(occurrenceDay => {
    const holiday = holidayOn(occurrenceDay, calendar)
    const moved = holiday === null ? occurrenceDay : movedDay(cadence, calendar, occurrenceDay)
    const day = moved ?? occurrenceDay
    const startsAt = instantAt({ day, time: cadence.localTime }, cadence.timeZone)
    const outcome = holiday === null ? 'on its day' : moved === null ? 'skipped' : 'moved'
    return { occurrenceDay, day, startsAt, endsAt: addMinutes(startsAt, cadence.durationMinutes), holiday, outcome }
  })
}

function movedDay(cadence: CadenceTimes, calendar: WorkCalendar, day: string): string | null {
  if (cadence.onHoliday === 'skip') return null
  const moved = nearestWorkingDay(day, cadence.onHoliday, calendar)
  if (moved === null || moved < cadence.startsOn || (cadence.until !== null && moved > cadence.until)) return null
  const [first, last] = cadence.onHoliday === 'next' ? [addDays(day, 1), moved] : [moved, addDays(day, -1)]
  return occurrenceDays(cadence.rule, cadence.startsOn, first, last).length > 0 ? null : moved
}

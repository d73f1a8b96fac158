import { isWorkingDay, nearestWorkingDay, type WorkCalendar } from '../../engage/visits/working-days.ts'

/** ISO weekday, every so many weeks counted from the week of `startsOn`. */
export type Rhythm = { weekday: number; intervalWeeks: number; startsOn: string }

const dayLength = 86_400_000
const instant = (day: string): number => Date.parse(`${day}T00:00:00Z`)
const mondayNumber = (day: string): number => Math.floor((instant(day) / dayLength + 3) / 7)

/** Whether the rhythm has a review on this day, before holidays are asked. */
export function isReviewDay({ weekday, intervalWeeks, startsOn }: Rhythm, day: string): boolean {
  const ofWeek = new Date(instant(day)).getUTCDay() || 7
  return ofWeek === weekday && (mondayNumber(day) - mondayNumber(startsOn)) % intervalWeeks === 0
}

/** The first review after a day, holidays aside. */
export function nextReview(rhythm: Rhythm, after: string): string {
  for (let days = 1; ; days += 1) {
    const day = new Date(instant(after) + days * dayLength).toISOString().slice(0, 10)
    if (isReviewDay(rhythm, day)) return day
  }
}

/** A review that falls on a holiday is held on the next working day; none is put off longer than that. */
const furthest = 15

/**
 * The day of the review that is to be held today: today itself, or a day before it on which nobody worked since. Null where
 * there is none.
 */
export function reviewDueOn(rhythm: Rhythm, today: string, calendar: WorkCalendar): string | null {
  if (!isWorkingDay(today, calendar)) return null
  for (let back = 0; back <= furthest; back += 1) {
    const day = new Date(instant(today) - back * dayLength).toISOString().slice(0, 10)
    if (back > 0 && isWorkingDay(day, calendar)) return null
    if (isReviewDay(rhythm, day) && (back === 0 || nearestWorkingDay(day, 'next', calendar) === today)) return day
  }
  return null
}

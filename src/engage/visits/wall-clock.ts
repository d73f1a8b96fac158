import { Temporal } from 'temporal-polyfill'

/** A moment as the clock on a wall of that zone shows it. */
export type WallClock = { day: string; time: string }

/**
 * The instant (UTC ISO) at which the clocks of the zone show this. A time that daylight saving skips is taken as much
 * later as the clocks are put forward (02:30 → 03:30), one that comes twice the first time, as RFC 5545 reads it.
 */
export function instantAt({ day, time }: WallClock, timeZone: string): string {
  const instant = Temporal.PlainDateTime.from(`${day}T${time}`).toZonedDateTime(timeZone).toInstant()
  return instant.toString({ smallestUnit: 'second' })
}

const clocks = new Map<string, Intl.DateTimeFormat>()

/** What the clocks of the zone show at an instant, to the minute. */
export function wallClockAt(instant: string, timeZone: string): WallClock {
  let clock = clocks.get(timeZone)
  if (!clock) {
    clock = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' })
    clocks.set(timeZone, clock)
  }
  const [day, time] = clock.format(Date.parse(instant)).split(' ')
  return { day: day!, time: time! }
}

/** Temporal alone would also take a whole timestamp for the zone in it, which the clocks that show it do not know. */
export function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }) !== null && /^[A-Z]/i.test(name)
  } catch {
    return false
  }
}

export function addMinutes(instant: string, minutes: number): string {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString().replace('.000Z', 'Z')
}

export function minutesBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 60_000
}

export function addDays(day: string, days: number): string {
  return new Date(Date.parse(`${day}T00:00:00Z`) + days * 86_400_000).toISOString().slice(0, 10)
}

/** ISO: 1 is Monday, 7 Sunday. */
export function weekdayOf(day: string): number {
  return new Date(`${day}T00:00:00Z`).getUTCDay() || 7
}

/** The Monday of the day's week. */
export function weekOf(day: string): string {
  return addDays(day, 1 - weekdayOf(day))
}

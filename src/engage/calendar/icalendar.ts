import ical, { type ICalCalendarMethod, ICalEventStatus } from 'ical-generator'
import { Temporal } from 'temporal-polyfill'
import { addDays } from '../visits/wall-clock.ts'
import { vtimezone } from './vtimezone.ts'

/** What a calendar program is told of. */
export type IcalendarEvent = {
  /** Stable for good: the same event has the same one in feed and invitation. */
  uid: string
  sequence: number
  summary: string
  description: string | null
  location: string | null
  url: string | null
  status: 'CONFIRMED' | 'TENTATIVE' | 'CANCELLED'
  /** Last change, UTC ISO. */
  stamp: string
} & ({ startsAt: string; endsAt: string; timeZone: string } | { day: string; timeZone: null })

export type IcalendarPerson = { name: string; email: string }

export type IcalendarOptions = {
  name: string
  method: 'PUBLISH' | 'REQUEST' | 'CANCEL'
  organizer?: IcalendarPerson
  attendees?: readonly IcalendarPerson[]
}

/**
 * An iCalendar file (RFC 5545). Times stand on the clock of their zone, with a VTIMEZONE that is right for all of them,
 * so that a calendar which knows no zones shows the right hour on both sides of a change of clocks.
 */
export function icalendarFile(events: readonly IcalendarEvent[], options: IcalendarOptions): string {
  const times = events.flatMap(event => (event.timeZone === null ? [] : [event.startsAt, event.endsAt])).sort()
  const generator = (zone: string) => (times.length > 0 ? vtimezone(zone, times[0]!, times.at(-1)!) : null)
  const calendar = ical({
    name: options.name,
    method: options.method as ICalCalendarMethod,
    prodId: { company: 'Vitalfew', product: 'Calendar', language: 'EN' },
    timezone: { name: null, generator },
  })
  for (const event of events) {
    const made = calendar.createEvent({
      id: event.uid,
      sequence: event.sequence,
      summary: event.summary,
      description: event.description,
      location: event.location,
      url: event.url,
      status: ICalEventStatus[event.status],
      stamp: new Date(event.stamp),
      ...span(event),
    })
    if (options.organizer) made.organizer(options.organizer)
    for (const { name, email } of options.attendees ?? []) made.createAttendee({ name, email, rsvp: true })
  }
  return calendar.toString()
}

function span(event: IcalendarEvent) {
  if (event.timeZone === null)
    return {
      allDay: true,
      start: Temporal.PlainDate.from(event.day),
      end: Temporal.PlainDate.from(addDays(event.day, 1)),
    }
  const zoned = (instant: string) => Temporal.Instant.from(instant).toZonedDateTimeISO(event.timeZone)
  return { start: zoned(event.startsAt), end: zoned(event.endsAt), timezone: event.timeZone }
}

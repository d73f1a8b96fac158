import { Temporal } from 'temporal-polyfill'

/**
 * The VTIMEZONE of a zone (RFC 5545, 3.6.5), valid for instants from `from` to `to`: every change of its clocks in that
 * span, and the one in force at its beginning, as an observance of its own. Nothing is guessed from a rule.
 */
export function vtimezone(timeZone: string, from: string, to: string): string {
  const start = Temporal.Instant.from(from).toZonedDateTimeISO(timeZone)
  const end = Temporal.Instant.from(to)
  const changes: Temporal.ZonedDateTime[] = []
  let change = start.add({ seconds: 1 }).getTimeZoneTransition('previous') ?? start.getTimeZoneTransition('next')
  while (change && (changes.length === 0 || Temporal.Instant.compare(change.toInstant(), end) <= 0)) {
    changes.push(change)
    change = change.getTimeZoneTransition('next')
  }
  const observances = changes.length > 0 ? changes.map(observanceOf) : [steady(start)]
  return ['BEGIN:VTIMEZONE', `TZID:${timeZone}`, ...observances.flat(), 'END:VTIMEZONE'].join('\r\n')
}

function observanceOf(change: Temporal.ZonedDateTime): string[] {
  const before = change.subtract({ seconds: 1 })
  const isForward = change.offsetNanoseconds > before.offsetNanoseconds
  // The local time at which it happens is read on the clock that is about to be changed.
  const local = change.toInstant().toZonedDateTimeISO(before.offset)
  return observance(isForward ? 'DAYLIGHT' : 'STANDARD', stamp(local), before.offset, change.offset)
}

const steady = (at: Temporal.ZonedDateTime): string[] => observance('STANDARD', '19700101T000000', at.offset, at.offset)

function observance(name: string, start: string, from: string, to: string): string[] {
  return [
    `BEGIN:${name}`,
    `DTSTART:${start}`,
    `TZOFFSETFROM:${from.replaceAll(':', '')}`,
    `TZOFFSETTO:${to.replaceAll(':', '')}`,
    `END:${name}`,
  ]
}

const stamp = (at: Temporal.ZonedDateTime): string =>
  at.toPlainDateTime().toString({ smallestUnit: 'second' }).replace(/[-:]/g, '')

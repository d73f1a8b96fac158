import ical from 'ical.js'
import { RRuleTemporal } from 'rrule-temporal'
import { Temporal } from 'temporal-polyfill'
import type { Holiday } from './working-days.ts'

export type HolidaysRead = {
  days: Holiday[]
  /** Entries that are no day off: “observances”, as some publishers mark them. */
  observances: number
}

/** 班 is how Chinese calendars mark a weekend that is worked (调休补班). */
const workingWords = /班|working[ -]?day|work[ -]?day|make-?up (work|day)/i
/** Some publishers forget to say that a day without a time is a date. */
const bareDay = /^(DTSTART|DTEND|EXDATE)(?:;VALUE=DATE)?:(\d{8})(?=\r?$)/gim
const observance = /^\s*observance\b|不放假/i
/** Rules without an end are followed for so many years around the one asked for. */
const yearsAround = 2
const mostDays = 60
/** Far more than any region has; a file beyond is made to keep us busy, not to tell holidays. */
const mostRepeating = 100
const mostFound = 5_000
/** Of all names of one day together. */
const longestName = 300

/**
 * Public holidays of an iCalendar file (RFC 5545). Events of several days give each of their days, repeated ones those
 * within two years of `year`. On a day with two names both are kept; a holiday outweighs a working day. Null where the
 * text is no iCalendar.
 */
export function readHolidays(text: string, year: number): HolidaysRead | null {
  const root = parsed(text)
  try {
    return root && daysOf(root, year)
  } catch {
    // ical.js reads a value when it is asked for: a damaged one shows here.
    return null
  }
}

function daysOf(root: ical.Component, year: number): HolidaysRead {
  const days = new Map<string, Holiday>()
  let observances = 0
  let repeating = 0
  let found = 0
  for (const component of root.getAllSubcomponents('vevent')) {
    const event = new ical.Event(component)
    if (!event.startDate || String(component.getFirstPropertyValue('status')).toUpperCase() === 'CANCELLED') continue
    const name = event.summary?.trim() || '–'
    if (observance.test(event.description ?? '')) {
      observances += 1
      continue
    }
    const kind = workingWords.test(name) ? 'working day' : 'holiday'
    const length = lengthInDays(event)
    if (component.hasProperty('rrule')) repeating += 1
    const firsts = repeating > mostRepeating ? [] : firstDays(event, year)
    found += firsts.length
    if (repeating > mostRepeating || found > mostFound) throw new RangeError('more than a region has')
    for (const first of firsts)
      for (let step = 0; step < length; step += 1) add(days, { day: dayAfter(first, step), name, kind })
  }
  return { days: [...days.values()].sort((one, other) => (one.day < other.day ? -1 : 1)), observances }
}

function parsed(text: string): ical.Component | null {
  try {
    const root = new ical.Component(ical.parse(text.replace(bareDay, '$1;VALUE=DATE:$2')))
    return root.name === 'vcalendar' ? root : null
  } catch {
    return null
  }
}

/** DTEND is the first day after; an event at midnight ends the day before as well. */
function lengthInDays(event: ical.Event): number {
  const last = event.endDate ?? event.startDate
  const days = (Date.parse(dayOf(last)) - Date.parse(dayOf(event.startDate))) / 86_400_000
  const partly = !last.isDate && last.hour + last.minute > 0 ? 1 : 0
  return Math.min(mostDays, Math.max(1, days + partly))
}

function firstDays(event: ical.Event, year: number): string[] {
  const first = dayOf(event.startDate)
  const rule = event.component.getFirstPropertyValue('rrule')
  if (!rule) return [first]
  // A holiday is a day: rules within the day only multiply it.
  if (/BY(HOUR|MINUTE|SECOND)|FREQ=(HOUR|MINUTE|SECOND)LY/i.test(String(rule))) throw new RangeError('not by days')
  // Not by ical.js itself: it takes 29 February for 1 March where there is none, which RFC 5545 forbids.
  const series = new RRuleTemporal({
    rruleString: `DTSTART;TZID=UTC:${first.replaceAll('-', '')}T000000\nRRULE:${rule}`,
    temporal: Temporal as never,
  })
  const around = [Date.UTC(year - yearsAround, 0, 1), Date.UTC(year + yearsAround, 11, 31)] as const
  const except = event.component.getAllProperties('exdate').map(each => String(each.getFirstValue()).slice(0, 10))
  return series
    .between(new Date(around[0]), new Date(around[1]), true)
    .map(day => String(day).slice(0, 10))
    .filter(day => !except.includes(day))
}

const dayOf = (time: ical.Time): string =>
  `${String(time.year).padStart(4, '0')}-${String(time.month).padStart(2, '0')}-${String(time.day).padStart(2, '0')}`

const dayAfter = (day: string, step: number): string =>
  new Date(Date.parse(day) + step * 86_400_000).toISOString().slice(0, 10)

function add(days: Map<string, Holiday>, said: Holiday): void {
  if (said.day < '1900-01-01' || said.day > '2199-12-31') return
  const known = days.get(said.day)
  if (!known) days.set(said.day, said)
  else if (known.kind === said.kind && !known.name.split(' / ').includes(said.name)) {
    const name = `${known.name} / ${said.name}`
    if (name.length <= longestName) days.set(said.day, { ...known, name })
  } else if (said.kind === 'holiday' && known.kind === 'working day') days.set(said.day, said)
}

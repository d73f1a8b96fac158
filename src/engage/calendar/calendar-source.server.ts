import type { Kysely } from 'kysely'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import { type Discovered, discovered } from '../../platform/discovered.server.ts'
import type { Language } from '../../platform/language.ts'
import type { Actor } from '../../platform/roles.ts'

/** Something that stands in a calendar. */
export type CalendarItem = {
  /** Unique within its kind. */
  key: string
  /** One of the source's kinds. */
  kind: string
  title: string
  accountId: number | null
  /** Whose calendar it stands in; null: everybody's. */
  personId: string | null
  /** Day of the company's calendar on which it begins. */
  day: string
  /** Null: all day. */
  startsAt: string | null
  endsAt: string | null
  /** The clock on the wall of where it is; null: the company's. */
  timeZone: string | null
  state: 'open' | 'done' | 'off'
  /** Where it opens in the web app. */
  path: string | null
  place: string | null
  note: string | null
  /** A visit that may be moved by dragging. */
  move: { visitId: number; version: number } | null
  /** Stable name and version for calendar programs. */
  uid: string
  sequence: number
}

export type CalendarReading = {
  db: Kysely<DB>
  clock: Clock
  /** Who looks; what only its owner may see is left out for others. */
  actor: Actor
  language: Language
  /** The company's zone. */
  timeZone: string
  /** Days of the company, both inside. */
  from: string
  to: string
  /** Null: everybody's. */
  personIds: readonly string[] | null
}

/**
 * What a room puts into the calendar: the default export of a file `….calendar.server.ts`, found by its name. `kinds`
 * are called as the page shows them; `read` is set-based.
 */
export type CalendarSource = {
  kinds: Record<string, (language: Language) => string>
  read: (reading: CalendarReading) => Promise<CalendarItem[]>
}

const calendarSources = (): Promise<Discovered<CalendarSource>[]> =>
  discovered<CalendarSource>('.calendar.server.ts', source => Object.keys(source.kinds))

/** Everything that stands in these calendars, by its beginning. */
export async function readCalendar(reading: CalendarReading): Promise<CalendarItem[]> {
  const sources = await calendarSources()
  const items = (await Promise.all(sources.map(({ part }) => part.read(reading)))).flat()
  const begin = (item: CalendarItem) => `${item.day} ${item.startsAt ?? ''}`
  return items.sort((one, other) => (begin(one) < begin(other) ? -1 : begin(one) > begin(other) ? 1 : 0))
}

/** The names of all kinds. */
export async function calendarKinds(language: Language): Promise<{ kind: string; name: string }[]> {
  const sources = await calendarSources()
  return sources.flatMap(({ part }) =>
    Object.entries(part.kinds).map(([kind, name]) => ({ kind, name: name(language) })),
  )
}

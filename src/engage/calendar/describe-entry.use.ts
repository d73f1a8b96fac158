import { accountNames } from '../../accounts/account-names.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { addMinutes, instantAt, minutesBetween, wallClockAt } from '../visits/wall-clock.ts'
import { maySeeEntries } from './calendar-rights.ts'
import { lockEntry } from './entries.store.ts'
import type { CalendarEntry, EntryFields } from './entry.ts'

/** An entry as pages show it: hours on the company's clock, the account by its name. */
export async function describeEntry(db: Db, entry: CalendarEntry) {
  const { startsAt, endsAt, ...fields } = entry
  const [accounts, { timeZone }] = await Promise.all([
    accountNames(db, entry.accountId === null ? [] : [entry.accountId]),
    readSettings(db),
  ])
  return {
    ...fields,
    account: accounts.get(entry.accountId ?? 0) ?? null,
    time: startsAt && wallClockAt(startsAt, timeZone).time,
    minutes: startsAt && endsAt ? minutesBetween(startsAt, endsAt) : entry.minutes,
  }
}

/** Refused as `entry_unknown` or `calendar_not_yours`. */
export async function readEntry({ db, actor }: { db: Db; actor: Actor }, id: number): Promise<CalendarEntry> {
  const entry = await lockEntry(db, id)
  if (!entry) throw new Refusal('entry_unknown', { id })
  if (!maySeeEntries(actor, entry.personId)) throw new Refusal('calendar_not_yours', { id })
  return entry
}

type Hours = { day: string; time: string | null; minutes: number | null }

/** With an hour an appointment (an hour long unless said), without one a task. */
export async function hoursOf(
  db: Db,
  { day, time, minutes }: Hours,
): Promise<Pick<EntryFields, 'kind' | 'day' | 'startsAt' | 'endsAt' | 'minutes'>> {
  if (time === null) return { kind: 'task', day, startsAt: null, endsAt: null, minutes: null }
  const startsAt = instantAt({ day, time }, (await readSettings(db)).timeZone)
  return { kind: 'appointment', day, startsAt, endsAt: addMinutes(startsAt, minutes ?? 60), minutes: null }
}

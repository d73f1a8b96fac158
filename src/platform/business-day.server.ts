import { Temporal } from 'temporal-polyfill'
import { type Clock, dayIn } from './clock.ts'
import type { Db } from './database.server.ts'
import { readSettings } from './settings.server.ts'

/** The company's today, a plain day in its time zone. */
export async function businessDay({ db, clock }: { db: Db; clock: Clock }): Promise<string> {
  return dayIn((await readSettings(db)).timeZone, clock.now())
}

/** The machine's clock, or in a demo the one that stands on the demo's day. */
export async function companyClock(db: Db, machine: Clock = { now: () => new Date() }): Promise<Clock> {
  const { demoDay, timeZone } = await readSettings(db)
  return demoDay === null ? machine : clockOfDay(demoDay, timeZone, machine)
}

/** A clock that stands on one day, in that zone, and goes on with the time of day: the demo's. */
function clockOfDay(day: string, timeZone: string, machine: Clock): Clock {
  const standing = Temporal.PlainDate.from(day)
  return {
    now: () => {
      const time = Temporal.Instant.fromEpochMilliseconds(machine.now().getTime()).toZonedDateTimeISO(timeZone)
      return new Date(standing.toZonedDateTime({ timeZone, plainTime: time.toPlainTime() }).epochMilliseconds)
    },
  }
}

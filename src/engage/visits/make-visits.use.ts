import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { type CadencesAsked, listCadences } from './cadences.store.ts'
import { readCalendars } from './holidays.store.ts'
import { syncVisits } from './sync-visits.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { dropVisits, followCadences, insertVisits, visitsOfCadences } from './visits.store.ts'
import { addDays } from './wall-clock.ts'
import { workCalendarOf } from './work-calendars.ts'

export type MadeVisits = { added: number; changed: number; gone: number }

/**
 * Makes the visits ahead those of their cadences, as far as the horizon of the rules: after a change of a cadence, of
 * the rules or of holidays, and every night. In the caller's transaction; run twice it changes nothing the second time.
 * The trail has the change that caused it, not every visit.
 */
export async function makeVisits(
  context: { db: Db; clock: Clock },
  asked: Pick<CadencesAsked, 'ids'> = {},
): Promise<MadeVisits> {
  const { db, clock } = context
  const today = await businessDay(context)
  const [cadences, calendars, { rules }] = await Promise.all([
    listCadences(db, asked),
    readCalendars(db),
    readVisitRules(db),
  ])
  const horizon = addDays(today, rules.horizonWeeks * 7)
  const made = await visitsOfCadences(
    db,
    cadences.map(cadence => cadence.id),
    today,
  )
  const byCadence = Map.groupBy(made, visit => visit.cadenceId)
  const syncs = cadences.map(cadence => {
    const calendar = workCalendarOf(calendars, rules, cadence.holidayRegion)
    return syncVisits(cadence, calendar, byCadence.get(cadence.id) ?? [], today, horizon)
  })
  const added = syncs.flatMap(sync => sync.added)
  const changed = syncs.flatMap(sync => sync.changed)
  const gone = syncs.flatMap(sync => sync.gone)
  await insertVisits(db, added, clock.now())
  await followCadences(db, changed)
  await dropVisits(
    db,
    gone.map(visit => visit.id),
  )
  return { added: added.length, changed: changed.length, gone: gone.length }
}

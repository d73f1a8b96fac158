import { accountOwners } from '../../accounts/account-owners.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { readVisit, type ShownVisit } from './describe-visits.use.ts'
import { scheduleVisit, type VisitSaid } from './schedule-visit.use.ts'
import { checkWhereAndWhom } from './visit-access.use.ts'
import { addMinutes, instantAt, isTimeZone } from './wall-clock.ts'
import { zoneOfCountry } from './zone-of-country.ts'

export type VisitPlanned = Omit<VisitSaid, 'startsAt' | 'endsAt' | 'timeZone'> & {
  day: string
  time: string
  minutes: number
  timeZone?: string
}

/** Plans a visit by the clock on the account's wall. */
export async function planVisit(context: ActorContext, planned: VisitPlanned): Promise<ShownVisit> {
  const { day, time, minutes, ...said } = planned
  const [accounts, settings] = await Promise.all([
    accountOwners(context.db, [planned.accountId]),
    readSettings(context.db),
  ])
  const country = accounts.get(planned.accountId)?.country ?? null
  const timeZone = planned.timeZone ?? zoneOfCountry(country, settings.timeZone)
  if (!isTimeZone(timeZone)) throw new Refusal('time_zone_invalid', { timeZone })
  const startsAt = instantAt({ day, time }, timeZone)
  const visit = { ...said, startsAt, endsAt: addMinutes(startsAt, minutes), timeZone }
  const { id } = await context.db.transaction().execute(async db => {
    const scheduled = await scheduleVisit(db, context.actor, visit, context.clock.now())
    await checkWhereAndWhom(db, visit.accountId, visit)
    return scheduled
  })
  return readVisit(context, id)
}

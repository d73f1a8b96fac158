import { accountOwners } from '../../accounts/account-owners.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { readCalendars } from '../visits/holidays.store.ts'
import { readVisitRules } from '../visits/visit-rules.store.ts'
import { addDays } from '../visits/wall-clock.ts'
import { calendarKinds, readCalendar } from './calendar-source.server.ts'

const longest = 100

/** A stretch of somebody's (or everybody's) calendar, with the holidays of our region and of the accounts in it. */
export async function readCalendarPage(
  { db, clock, actor, language }: ActorContext,
  asked: { from: string; to: string; personId?: string },
) {
  const to = asked.to < addDays(asked.from, longest) ? asked.to : addDays(asked.from, longest)
  const [{ timeZone }, { rules }, calendars] = await Promise.all([
    readSettings(db),
    readVisitRules(db),
    readCalendars(db),
  ])
  const personIds = asked.personId === 'all' ? null : [asked.personId ?? actor.id ?? '']
  const reading = { db, clock, actor, language, timeZone, from: asked.from, to, personIds }
  const [items, kinds] = await Promise.all([readCalendar(reading), calendarKinds(language)])
  const accounts = await accountOwners(db, [...new Set(items.flatMap(item => item.accountId ?? []))])
  const regions = new Set([rules.ourRegion, ...[...accounts.values()].map(account => account.country)])
  const holidays = [...calendars].flatMap(([region, days]) =>
    regions.has(region) ? [...days.values()].map(day => ({ ...day, region, ours: region === rules.ourRegion })) : [],
  )
  return {
    items,
    kinds,
    holidays: holidays.filter(({ day }) => day >= asked.from && day <= to),
    workdays: rules.workdays,
    timeZone,
  }
}

import { accountOwners, accountsOwnedBy } from '../../accounts/account-owners.server.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import { type Tier, tierCode } from '../../identify/tier.ts'
import { absencesWithin } from '../../platform/absences.store.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { regionOf } from '../visits/agree-cadence.use.ts'
import { listCadences } from '../visits/cadences.store.ts'
import { dueWindows, openWindows, type Pace } from '../visits/due-visits.ts'
import { readCalendars } from '../visits/holidays.store.ts'
import { type DueVisit, type NotKept, planMonth, type Taken } from '../visits/month-plan.ts'
import { placesOf } from '../visits/places.server.ts'
import { readRule } from '../visits/recurrence.ts'
import type { Visit } from '../visits/visit.ts'
import { readVisitRules } from '../visits/visit-rules.store.ts'
import { visitsOf } from '../visits/visits.store.ts'
import { addDays, instantAt, minutesBetween, wallClockAt, weekOf } from '../visits/wall-clock.ts'
import { workCalendarOf } from '../visits/work-calendars.ts'
import { holidayOn, isWorkingDay } from '../visits/working-days.ts'
import { listEntries } from './entries.store.ts'
import type { PlanReason } from './plan-reason.ts'

type Reading = Pick<ActorContext, 'db' | 'pool' | 'clock'>

export type Proposed = {
  key: string
  accountId: number
  tier: Tier | null
  reason: PlanReason
  /** The visit to be moved; null: a new one. */
  visit: Visit | null
  from: string
  to: string
  minutes: number
  /** Where the plan puts it; null where it found no place. */
  slot: { day: string; startsAt: string; endsAt: string } | null
  why: NotKept['why'] | null
}

export const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** What a person's month needs so that every cadence holds and days balance; nothing is written. @param month 'YYYY-MM' */
export async function readMonthPlan(reading: Reading, personId: string, month: string) {
  const facts = await factsOf(reading, personId, month)
  const { visits, entries, rules, timeZone, placeOf, days, away, today } = facts
  const asTaken = (each: { startsAt: string; endsAt: string }, place: Taken['place'], isVisit: boolean): Taken => {
    const { day, time } = wallClockAt(each.startsAt, timeZone)
    return {
      day,
      start: minuteOf(time),
      end: minuteOf(time) + minutesBetween(each.startsAt, each.endsAt),
      place,
      isVisit,
    }
  }
  const appointments = entries.map(entry => asTaken({ startsAt: entry.startsAt!, endsAt: entry.endsAt! }, null, false))
  const kept: Taken[] = [...appointments]
  const wrong: { visit: Visit; reason: PlanReason }[] = []
  const byWeight = [...visits].sort((one, other) => facts.weight(other) - facts.weight(one) || one.id - other.id)
  for (const visit of byWeight) {
    const own = asTaken(visit, placeOf(visit), true)
    const reason = visit.state === 'planned' && own.day >= today ? trouble(own, kept, facts) : null
    if (reason) wrong.push({ visit, reason })
    else kept.push(own)
  }
  const due = [...facts.due, ...wrong.map(({ visit }) => facts.dueAgain(visit))]
  const plan = planMonth(due, kept, {
    days: days.filter(day => day.works && day.day > today && !away.has(day.day)).map(day => day.day),
    start: minuteOf(rules.dayStart),
    end: minuteOf(rules.dayEnd),
    visitsPerDay: rules.visitsPerDay,
    buffer: 30,
  })
  const slots = new Map(plan.slots.map(slot => [slot.key, slot]))
  const whys = new Map(plan.notKept.map(({ key, why }) => [key, why]))
  const troubles = new Map(wrong.map(({ visit, reason }) => [`visit ${visit.id}`, { visit, reason }]))
  const proposals: Proposed[] = due.map(each => {
    const slot = slots.get(each.key)
    const known = troubles.get(each.key)
    const at = (minutes: number) => instantAt({ day: slot!.day, time: clockOf(minutes) }, timeZone)
    return {
      ...{ key: each.key, accountId: each.accountId, tier: facts.tiers.get(each.accountId) ?? null },
      ...{ reason: known?.reason ?? 'none planned', visit: known?.visit ?? null },
      ...{ from: each.from, to: each.to, minutes: each.minutes },
      slot: slot ? { day: slot.day, startsAt: at(slot.start), endsAt: at(slot.end) } : null,
      why: whys.get(each.key) ?? null,
    }
  })
  const load = (some: readonly { day: string; start: number; end: number }[], day: string) =>
    some.filter(each => each.day === day).reduce((sum, { start, end }) => sum + end - start, 0)
  const before = visits.map(visit => asTaken(visit, null, true))
  const after = [...kept.filter(each => each.isVisit), ...plan.slots]
  return {
    proposals,
    days: days.map(({ day, works, holiday }) => ({
      ...{ day, works, holiday, away: away.has(day) },
      before: load(before, day),
      after: load(after, day),
    })),
    names: await accountOwners(reading.db, [...new Set(due.map(each => each.accountId))]),
  }
}

type Facts = Awaited<ReturnType<typeof factsOf>>

function trouble(visit: Taken, kept: readonly Taken[], facts: Facts): PlanReason | null {
  if (facts.away.has(visit.day)) return 'away'
  if (facts.days.some(day => day.day === visit.day && day.holiday !== null)) return 'closed'
  const same = kept.filter(each => each.day === visit.day)
  if (same.some(each => visit.start < each.end && each.start < visit.end)) return 'overlaps'
  return same.filter(each => each.isVisit).length >= facts.rules.visitsPerDay ? 'day full' : null
}

async function factsOf(reading: Reading, personId: string, month: string) {
  const { db } = reading
  const first = `${month}-01`
  const last = addDays(`${addDays(first, 31).slice(0, 8)}01`, -1)
  const accounts = await accountsOwnedBy(db, personId)
  const ids = accounts.map(account => account.id)
  const [{ rules }, { timeZone }, today] = await Promise.all([
    readVisitRules(db),
    readSettings(db),
    businessDay(reading),
  ])
  const midnight = (day: string) => instantAt({ day, time: '00:00' }, timeZone)
  const span = { from: midnight(first), to: midnight(addDays(last, 1)) }
  // A stretch may begin before the month and end after it.
  const around = { from: midnight(addDays(first, -92)), to: midnight(addDays(last, 92)) }
  const states = ['planned', 'held'] as const
  const [tiers, cadences, calendars, visits, visited, entries, absences] = await Promise.all([
    keyAccounts(reading, ids),
    listCadences(db, { accountIds: ids, activeOn: first }),
    readCalendars(db),
    visitsOf(db, { personId, ...span, states }),
    visitsOf(db, { accountIds: ids, ...around, states }),
    listEntries(db, { from: first, to: last, personIds: [personId], kinds: ['appointment'] }),
    absencesWithin(db, { personId, from: first, to: last }),
  ])
  const placeOf = await placesOf(db, [...visits, ...ids.map(accountId => ({ accountId, siteId: null }))])
  const days: { day: string; works: boolean; holiday: string | null }[] = []
  const ours = workCalendarOf(calendars, rules, null)
  for (let day = first; day <= last; day = addDays(day, 1))
    days.push({ day, works: isWorkingDay(day, ours), holiday: holidayOn(day, ours) })
  const away = new Set(
    days.filter(({ day }) => absences.some(({ from, to }) => day >= from && day <= to)).map(({ day }) => day),
  )
  const closedFor = (country: string | null): ReadonlySet<string> => {
    const theirs = workCalendarOf(calendars, { ...rules, ourRegion: null }, regionOf(country))
    // A weekend is ours to work or not; what closes the account is its own holidays.
    return new Set(days.filter(({ day }) => holidayOn(day, theirs) !== null).map(({ day }) => day))
  }
  const cadenceOf = new Map(cadences.map(cadence => [cadence.accountId, cadence]))
  const daysOf = Map.groupBy(visited, visit => visit.accountId)
  const weightOf = (accountId: number) => tierWeight(tiers.get(accountId))
  const due = accounts.flatMap((account): DueVisit[] => {
    const cadence = cadenceOf.get(account.id)
    const rule = cadence && readRule(cadence.rule)
    const tier = tiers.get(account.id)
    const byTier = tier ? rules.byTier[tier] : null
    const pace: Pace | null = rule ?? byTier
    if (!pace) return []
    const seen = (daysOf.get(account.id) ?? []).map(visit => wallClockAt(visit.startsAt, timeZone).day)
    return openWindows(dueWindows(pace, month), seen)
      .filter(({ to }) => to > today)
      .map(({ from, to }) => ({
        key: `account ${account.id} ${from}`,
        accountId: account.id,
        ...{ from, to, minutes: cadence?.durationMinutes ?? byTier?.minutes ?? 60 },
        place: placeOf({ accountId: account.id, siteId: null }),
        weight: weightOf(account.id),
        closed: closedFor(account.country),
        preferred: cadence ? minuteOf(cadence.localTime) : null,
      }))
  })
  const countries = new Map(accounts.map(account => [account.id, account.country]))
  const dueAgain = (visit: Visit): DueVisit => {
    const { day, time } = wallClockAt(visit.startsAt, timeZone)
    const week = weekOf(day)
    return {
      key: `visit ${visit.id}`,
      accountId: visit.accountId,
      from: week > first ? week : first,
      to: addDays(week, 6) < last ? addDays(week, 6) : last,
      minutes: minutesBetween(visit.startsAt, visit.endsAt),
      place: placeOf(visit),
      weight: weightOf(visit.accountId),
      closed: closedFor(countries.get(visit.accountId) ?? null),
      preferred: minuteOf(time),
    }
  }
  const weight = (visit: Visit) => weightOf(visit.accountId) + (visit.state === 'held' ? 100 : 0)
  return { visits, entries, rules, timeZone, today, placeOf, days, away, tiers, due, dueAgain, weight }
}

/** Platinum before gold before silver; special stands with gold. */
const tierWeight = (tier: Tier | undefined): number =>
  tier === undefined ? 0 : tier === 'special' ? tierCode('gold') : tierCode(tier)

import { accountNames } from '../../accounts/account-names.server.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import { absencesFrom } from '../../platform/absences.store.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { listPeople } from '../../platform/people.store.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { openPromises } from '../report/promises.server.ts'
import { timeShares } from '../time/time.server.ts'
import { visitsOf } from '../visits/visits.server.ts'
import { addDays, instantAt, wallClockAt } from '../visits/wall-clock.ts'
import { type Sponsor, sponsorsOn } from './sponsors.store.ts'
import { sponsorshipState } from './sponsorship.ts'

type Reading = Pick<ActorContext, 'db' | 'pool' | 'clock'>

/** Twelve weeks: a quarter without the noise of single trips. */
const weeksOfTime = 12

/** Every executive: for whom they stand, their visits, promises and share of time; and platinum accounts without one. */
export async function readExecutives(reading: Reading) {
  const { db } = reading
  const today = await businessDay(reading)
  const from = addDays(today, -7 * weeksOfTime)
  const executives = (await listPeople(db)).filter(person => person.role === 'executive' && !person.disabled)
  const ids = executives.map(person => person.id)
  const [sponsors, absences, time, keys, promises, names] = await Promise.all([
    sponsorsOn(db, today),
    absencesFrom(db, today),
    timeShares(reading, { from, to: today, personIds: ids }),
    keyAccounts(reading, null),
    Promise.all(ids.map(ownerId => openPromises(db, { ownerId }))),
    peopleNames(reading),
  ])
  const described = await describeSponsors(reading, sponsors, today)
  const sponsored = new Set(sponsors.map(sponsor => sponsor.accountId))
  const without = [...keys].flatMap(([id, tier]) => (tier === 'platinum' && !sponsored.has(id) ? [id] : []))
  const accounts = await accountNames(db, without)
  return {
    from,
    people: executives.map(({ id, name, title }, place) => {
      const away = absences.find(absence => absence.personId === id && absence.from <= today)
      const share = time.people.get(id)
      return {
        person: { id, name, title },
        away: away ? { deputy: names.get(away.deputyId) ?? '', to: away.to } : null,
        sponsors: described.filter(sponsor => sponsor.person.id === id),
        promisesOpen: promises[place]!.length,
        promisesOverdue: promises[place]!.filter(promise => promise.due !== null && promise.due < today).length,
        minutes: share?.all ?? 0,
        keyMinutes: share?.key ?? 0,
        share: share?.share ?? null,
      }
    }),
    without: without.map(id => {
      const { code, name } = accounts.get(id)!
      return { id, code, name, tier: 'platinum' }
    }),
  }
}

export async function readSponsors(reading: Reading, accountId: number) {
  const today = await businessDay(reading)
  return describeSponsors(reading, await sponsorsOn(reading.db, today, { accountId }), today)
}

async function describeSponsors(reading: Reading, sponsors: readonly Sponsor[], today: string) {
  const { db } = reading
  const { timeZone } = await readSettings(db)
  const midnight = (day: string) => instantAt({ day, time: '00:00' }, timeZone)
  const people = [...new Set(sponsors.map(sponsor => sponsor.personId))]
  const [accounts, names, visits] = await Promise.all([
    accountNames(
      db,
      sponsors.map(sponsor => sponsor.accountId),
    ),
    peopleNames(reading),
    visitsOf(db, {
      personIds: people,
      accountIds: sponsors.map(sponsor => sponsor.accountId),
      from: midnight(addDays(today, -365)),
      to: midnight(addDays(today, 366)),
      states: ['held', 'planned'],
    }),
  ])
  return sponsors.map(({ accountId, personId, until: _, ...sponsor }) => {
    const own = visits.filter(visit => visit.accountId === accountId && visit.personId === personId)
    const held = own.filter(visit => visit.state === 'held')
    const planned = own.filter(visit => visit.state === 'planned' && visit.startsAt >= midnight(today))
    const [next] = planned
    const { id, code, name } = accounts.get(accountId)!
    const counts = { held: held.length, planned: planned.length }
    return {
      ...sponsor,
      ...counts,
      account: { id, code, name },
      person: { id: personId, name: names.get(personId) ?? personId },
      state: sponsorshipState({ visitsAYear: sponsor.visitsAYear, ...counts }),
      lastHeld: held.length > 0 ? wallClockAt(held.at(-1)!.startsAt, held.at(-1)!.timeZone).day : null,
      next: next ? { visitId: next.id, ...wallClockAt(next.startsAt, next.timeZone) } : null,
    }
  })
}

async function peopleNames({ db }: Reading): Promise<Map<string, string>> {
  return new Map((await listPeople(db)).map(person => [person.id, person.name]))
}

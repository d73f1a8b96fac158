import { accountsOwnedBy } from '../../accounts/account-owners.server.ts'
import { mayEditAccount } from '../../accounts/account-rights.ts'
import { lockEditable } from '../../accounts/edit-account.use.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import type { Tier } from '../../identify/tier.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { regionOf } from './agree-cadence.use.ts'
import { insertCadences, listCadences } from './cadences.store.ts'
import { type MadeVisits, makeVisits } from './make-visits.use.ts'
import { placesOf } from './places.server.ts'
import { spreadCadences } from './spread-cadences.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { addDays, instantAt, wallClockAt, weekOf } from './wall-clock.ts'
import { zoneOfCountry } from './zone-of-country.ts'

type Reading = Pick<ActorContext, 'db' | 'pool' | 'clock'>

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`

/** An hour of one clock as another shows it that day: a person's day is planned on one clock, an account has its own. */
const onClock = (day: string, time: string, from: string, to: string): string =>
  wallClockAt(instantAt({ day, time }, from), to).time

/** For the key accounts of a person that have no cadence: what their tier is due, spread over the person's weeks. */
export async function proposeCadences(reading: Reading, personId: string) {
  const { db } = reading
  const accounts = await accountsOwnedBy(db, personId)
  const [{ rules }, { timeZone }, today, tiers, cadences] = await Promise.all([
    readVisitRules(db),
    readSettings(db),
    businessDay(reading),
    keyAccounts(
      reading,
      accounts.map(account => account.id),
    ),
    listCadences(db),
  ])
  const tierOf = (id: number): Tier => tiers.get(id) ?? 'regular'
  const active = cadences.filter(cadence => cadence.until === null || cadence.until >= today)
  const visited = new Set(active.map(cadence => cadence.accountId))
  const key = accounts.filter(account => tiers.has(account.id) && !visited.has(account.id))
  const own = active.filter(cadence => cadence.personId === personId)
  const wanted = [...key.map(({ id }) => ({ accountId: id, siteId: null })), ...own]
  const placeOf = await placesOf(db, wanted)
  const spread = spreadCadences(
    key.flatMap(({ id }) => {
      const cadence = rules.byTier[tierOf(id)]
      return cadence ? [{ accountId: id, cadence, place: placeOf({ accountId: id, siteId: null }) }] : []
    }),
    own.map(cadence => ({
      ...{ rule: cadence.rule, startsOn: cadence.startsOn },
      start: minuteOf(onClock(cadence.startsOn, cadence.localTime, cadence.timeZone, timeZone)),
      minutes: cadence.durationMinutes,
      place: placeOf(cadence),
    })),
    {
      firstWeek: addDays(weekOf(today), 7),
      workdays: rules.workdays,
      start: minuteOf(rules.dayStart),
      end: minuteOf(rules.dayEnd),
      visitsPerDay: rules.visitsPerDay,
    },
  )
  const byId = new Map(key.map(account => [account.id, account]))
  return spread.map(({ accountId, rule, startsOn, start, minutes }) => {
    const { id, code, name, country, ownerId } = byId.get(accountId)!
    const theirs = zoneOfCountry(country, timeZone)
    return {
      account: { id, code, name },
      ownerId,
      tier: tierOf(id),
      rule,
      startsOn,
      localTime: onClock(startsOn, clockOf(start), timeZone, theirs),
      timeZone: theirs,
      durationMinutes: minutes,
      holidayRegion: regionOf(country),
    }
  })
}

/** Makes those of the proposed cadences whose accounts are named, and their visits. */
export async function acceptCadences(
  context: Reading & Pick<ActorContext, 'actor'>,
  personId: string,
  accountIds: readonly number[],
): Promise<{ cadences: number; visits: MadeVisits }> {
  const { actor, clock } = context
  const { rules } = await readVisitRules(context.db)
  const agreed = async (db: Db) => (await listCadences(db, { accountIds })).map(each => each.id).join()
  const before = await agreed(context.db)
  const chosen = (await proposeCadences(context, personId)).filter(each => accountIds.includes(each.account.id))
  const foreign = chosen.find(each => !mayEditAccount(actor, each))
  if (foreign) throw new Refusal('account_not_yours', { id: foreign.account.id, name: foreign.account.name })
  if (chosen.length === 0) throw new Refusal('cadence_proposals_gone')
  return context.db.transaction().execute(async db => {
    // In one order for everybody; who comes second finds the cadences of the first.
    for (const { account } of chosen.toSorted((a, b) => a.account.id - b.account.id))
      await lockEditable(db, actor, account.id)
    if ((await agreed(db)) !== before) throw new Refusal('cadence_proposals_gone')
    const made = await insertCadences(
      db,
      chosen.map(({ account, ownerId: _, tier: __, ...fields }) => ({
        ...fields,
        ...{ accountId: account.id, personId, siteId: null, contactIds: [], until: null, purpose: null },
        kind: 'manager' as const,
        onHoliday: rules.onHoliday,
      })),
    )
    await recordChanges(
      db,
      actor,
      made.map(({ id, accountId, rule, localTime }) => ({
        ...{ room: 'engage', subject: 'cadence', subjectId: id, accountId, operation: 'agree' },
        after: { rule, localTime },
      })),
    )
    return { cadences: made.length, visits: await makeVisits({ db, clock }, { ids: made.map(({ id }) => id) }) }
  })
}

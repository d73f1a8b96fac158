import type { Kysely } from 'kysely'
import type pg from 'pg'
import { contactsOfAccounts } from '../../accounts/contacts.server.ts'
import { insertEntries } from '../../engage/calendar/entries.store.ts'
import { timesOf } from '../../engage/visits/cadence.ts'
import { insertCadences } from '../../engage/visits/cadences.store.ts'
import { changeVisitRules } from '../../engage/visits/change-visit-rules.use.ts'
import { readCalendars } from '../../engage/visits/holidays.store.ts'
import { importHolidays } from '../../engage/visits/import-holidays.use.ts'
import { makeVisits } from '../../engage/visits/make-visits.use.ts'
import { plannedOccurrences } from '../../engage/visits/occurrences.ts'
import { proposeCadences } from '../../engage/visits/propose-cadences.use.ts'
import type { NewVisit } from '../../engage/visits/visit.ts'
import { defaultVisitRules } from '../../engage/visits/visit-rules.ts'
import { insertVisits } from '../../engage/visits/visits.store.ts'
import { addDays, weekOf } from '../../engage/visits/wall-clock.ts'
import { workCalendarOf } from '../../engage/visits/work-calendars.ts'
import { keyAccounts } from '../../identify/identify.server.ts'
import { recordChanges } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import type { DemoAccount } from '../accounts.ts'
import { demoDay } from '../company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { Random } from '../random.ts'
import { holidayFiles } from './holidays.ts'
import { outcomeOf } from './outcomes.ts'
import { demoEntries } from './time.ts'

type Loading = { db: Kysely<DB>; pool: pg.Pool; clock: Clock }
type Contacts = ReadonlyMap<number, readonly { id: number }[]>

/** The first week in which anybody kept a cadence. */
const firstWeek = '2026-05-04'
/** Not everybody has one yet: the rest is what the month's plan and the proposals are for. */
const shareWithCadence = 0.88

/** Holidays, cadences of the key accounts, half a year of visits and eight weeks ahead, and the managers' time. */
export async function loadVisits(
  loading: Loading,
  seed: string,
  actors: DemoActors,
  accounts: readonly DemoAccount[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const { db, clock } = loading
  const head = actorOf(actors, 'lin.zhiyuan')
  for (const { region, name, icalendar } of holidayFiles)
    await importHolidays({ db, clock, actor: actorOf(actors, 'tang.li') }, region, name, icalendar)
  await changeVisitRules({ db, clock, actor: head }, 0, { ourRegion: 'CN' })
  const keys = await keyAccounts(loading, null)
  const contacts = Map.groupBy(await contactsOfAccounts(db, [...keys.keys()]), contact => contact.accountId)
  const portfolios = Map.groupBy(
    accounts.filter(account => account.ownerKey !== null),
    account => account.ownerKey!,
  )
  for (const ownerKey of portfolios.keys()) {
    const discipline = new Random(seed, 'visits', 'discipline', ownerKey).next()
    await agree({ ...loading, seed, actor: actorOf(actors, ownerKey), discipline }, contacts)
  }
  await makeVisits({ db, clock })
  const spendings = [...portfolios].map(([ownerKey, owned]) => {
    const own = owned.flatMap(account => ids.get(account.code) ?? [])
    return {
      personId: actorOf(actors, ownerKey).id,
      key: own.filter(id => keys.has(id)),
      other: own.filter(id => !keys.has(id)).slice(0, 12),
      focus: new Random(seed, 'visits', 'focus', ownerKey).next(),
    }
  })
  await insertEntries(db, demoEntries(seed, spendings, weekOf(demoDay)))
}

type Agreeing = Loading & { seed: string; actor: ReturnType<typeof actorOf>; discipline: number }

async function agree(loading: Agreeing, contacts: Contacts): Promise<void> {
  const { db, clock, seed, actor, discipline } = loading
  const random = new Random(seed, 'visits', 'cadences', actor.id)
  const proposals = (await proposeCadences(loading, actor.id)).filter(() => random.chance(shareWithCadence))
  const made = await insertCadences(
    db,
    proposals.map(({ account, ownerId: _, tier: __, startsOn, ...fields }) => ({
      ...fields,
      // The turn of a fortnight stays: an even number of weeks back.
      startsOn: addDays(
        startsOn,
        -7 * Math.ceil((Date.parse(startsOn) - Date.parse(firstWeek)) / (14 * 86_400_000)) * 2,
      ),
      ...{ accountId: account.id, personId: actor.id, siteId: null, until: null, purpose: null },
      contactIds: (contacts.get(account.id) ?? []).slice(0, random.integer(1, 2)).map(contact => contact.id),
      ...{ kind: 'manager' as const, onHoliday: 'next' as const },
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
  const calendars = await readCalendars(db)
  const rules = { ...defaultVisitRules, ourRegion: 'CN' }
  const visits = made.flatMap(cadence => {
    const calendar = workCalendarOf(calendars, rules, cadence.holidayRegion)
    const { accountId, siteId, kind, personId, contactIds, timeZone, purpose } = cadence
    return plannedOccurrences(timesOf(cadence), calendar, firstWeek, addDays(demoDay, -1)).map(
      (occurrence): NewVisit => {
        const daysAgo = (Date.parse(demoDay) - Date.parse(occurrence.day)) / 86_400_000
        return {
          ...{ accountId, siteId, kind, personId, contactIds, timeZone, purpose },
          ...{ cadenceId: cadence.id, occurrenceDay: occurrence.occurrenceDay },
          ...outcomeOf(random, occurrence, discipline, daysAgo),
        }
      },
    )
  })
  await insertVisits(db, visits, clock.now())
}

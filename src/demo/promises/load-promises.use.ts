import { createHash } from 'node:crypto'
import type { Kysely } from 'kysely'
import { enterPromises } from '../../engage/report/promises.server.ts'
import { enterReports } from '../../engage/report/reports.server.ts'
import { visitsOf } from '../../engage/visits/visits.server.ts'
import { peopleOf } from '../../know/know.server.ts'
import { dayIn } from '../../platform/clock.ts'
import type { DB } from '../../platform/database-types.ts'
import type { DemoAccount } from '../accounts.ts'
import { dayNumber, dayText } from '../calendar.ts'
import { demoDay } from '../company.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import { people } from '../people.ts'
import { Random } from '../random.ts'
import { settleDemoPromise } from './promises.ts'
import { demoPromise, demoSaid } from './said.ts'

/** Accounts below this rank have promises of their own beside those of visits. */
const promisingRank = 70
/** So many of the latest held visits have a report; those of the last days are still to be written. */
const mostReports = 120

type Loading = { db: Kysely<DB>; seed: string; actors: DemoActors; ids: ReadonlyMap<string, number> }

/** Reports of held visits with their promises, and promises made on the phone in between. */
export async function loadPromises(
  { db, seed, actors, ids }: Loading,
  accounts: readonly DemoAccount[],
): Promise<void> {
  const owned = accounts.filter(account => account.ownerKey !== null)
  const known = await peopleOf(
    db,
    owned.map(account => ids.get(account.code)!),
  )
  const contactsOf = Map.groupBy(known, person => person.accountId)
  const languageOf = (ownerId: string) =>
    people.find(person => actors.get(person.key)?.id === ownerId)?.language ?? 'zh-Hans'

  const promise = (
    random: Random,
    about: { accountId: number; ownerId: string; madeOn: string; visitId: number | null },
  ) => {
    const { days, ...said } = demoPromise(random, languageOf(about.ownerId))
    const contacts = contactsOf.get(about.accountId) ?? []
    return {
      accountId: about.accountId,
      visitId: about.visitId,
      ...said,
      ownerId: said.side === 'ours' ? about.ownerId : null,
      contactId: contacts.length > 0 && random.chance(0.7) ? random.pick(contacts).contactId : null,
      ...settleDemoPromise(random, about.madeOn, days),
      madeOn: about.madeOn,
      madeBy: about.ownerId,
      outcome: null,
    }
  }

  const until = `${dayText(dayNumber(demoDay) - 2)}T00:00:00Z`
  const visits = await visitsOf(db, { from: '2026-06-01T00:00:00Z', to: until, states: ['held'] })
  const reported = visits.filter(visit => visit.heldFrom !== null).slice(-mostReports)
  const reports = reported.map(visit => {
    const random = new Random(seed, 'promises', 'report', visit.startsAt, visit.accountId)
    const draft = createHash('sha256').update(`${seed} report ${visit.id}`).digest('hex')
    const contacts = (contactsOf.get(visit.accountId) ?? []).map(person => person.contactId)
    return {
      visitId: visit.id,
      accountId: visit.accountId,
      draftKey: draft.replace(/^(.{8})(.{4}).(.{3}).(.{3})(.{12}).*$/, '$1-$2-4$3-8$4-$5'),
      authorId: visit.personId,
      startedAt: visit.heldFrom!,
      endedAt: visit.heldUntil!,
      colleagueIds: [],
      contactIds: visit.contactIds.length > 0 ? visit.contactIds : contacts.slice(0, random.integer(1, 2)),
      sentAt: visit.heldUntil!,
      ...demoSaid(random, languageOf(visit.personId)),
    }
  })
  const atVisits = reported.flatMap(({ id, accountId, personId, startsAt, timeZone }) => {
    const random = new Random(seed, 'promises', 'visit', startsAt, accountId)
    const count = random.integer(0, 2)
    const about = { accountId, ownerId: personId, madeOn: dayIn(timeZone, new Date(startsAt)), visitId: id }
    return Array.from({ length: count }, () => promise(random, about))
  })
  const onThePhone = owned
    .filter(account => account.rank < promisingRank)
    .flatMap(account => {
      const random = new Random(seed, 'promises', 'account', account.rank)
      const about = { accountId: ids.get(account.code)!, ownerId: actorOf(actors, account.ownerKey!).id, visitId: null }
      return Array.from({ length: random.integer(0, 2) }, () =>
        promise(random, { ...about, madeOn: dayText(dayNumber(demoDay) - random.integer(2, 150)) }),
      )
    })
  await db.transaction().execute(async transaction => {
    const head = actorOf(actors, 'lin.zhiyuan')
    await enterReports(transaction, head, reports)
    await enterPromises(transaction, head, [...atVisits, ...onThePhone])
  })
}

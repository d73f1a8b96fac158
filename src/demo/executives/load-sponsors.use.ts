import type { Kysely } from 'kysely'
import { appointSponsor } from '../../engage/executives/appoint-sponsor.use.ts'
import { markHeld, scheduleVisit } from '../../engage/visits/visits.server.ts'
import type { DB } from '../../platform/database-types.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import type { DemoSponsor } from './sponsors.ts'

/** Appointed by the head a year and a half ago; the visits that were made since, and those to come. */
export async function loadSponsors(
  db: Kysely<DB>,
  actors: DemoActors,
  sponsors: readonly DemoSponsor[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const actor = actorOf(actors, 'lin.zhiyuan')
  const clock = { now: () => new Date('2025-05-06T02:00:00Z') }
  for (const { account, executiveKey, visitsAYear, held, planned } of sponsors) {
    const accountId = ids.get(account)!
    const personId = actorOf(actors, executiveKey).id!
    await appointSponsor({ db, actor, clock }, { accountId, personId, visitsAYear })
    await db.transaction().execute(async transaction => {
      for (const day of [...held, ...planned]) {
        const hours = { startsAt: `${day}T02:00:00Z`, endsAt: `${day}T04:00:00Z` }
        const said = { accountId, personId, kind: 'executive' as const, ...hours, timeZone: 'Asia/Shanghai' }
        const visit = await scheduleVisit(transaction, actor, said, new Date(`${day}T00:00:00Z`))
        if (held.includes(day))
          await markHeld(transaction, actor, visit.id, { startedAt: hours.startsAt, endedAt: hours.endsAt })
      }
    })
  }
}

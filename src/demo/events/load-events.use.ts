import type { Kysely } from 'kysely'
import { addEvent, settleEvent } from '../../engage/events/keep-event.use.ts'
import type { DB } from '../../platform/database-types.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import type { DemoEvent } from './events.ts'

/** Entered by the head a year ago; what was done is said by whoever did it. */
export async function loadEvents(
  db: Kysely<DB>,
  actors: DemoActors,
  events: readonly DemoEvent[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  const clock = { now: () => new Date('2025-10-20T02:00:00Z') }
  for (const { account, settled, ...fields } of events) {
    const entering = { db, actor: actorOf(actors, 'lin.zhiyuan'), clock }
    const id = await addEvent(entering, ids.get(account)!, { ...fields, contactId: null, ownerId: null })
    for (const { day, byKey, ...said } of settled) {
      const doing = { db, actor: actorOf(actors, byKey), clock: { now: () => new Date(`${day}T02:00:00Z`) } }
      await settleEvent(doing, id, day, said)
    }
  }
}

import type { Kysely } from 'kysely'
import { askRequest } from '../../engage/requests/ask-request.use.ts'
import { decideRequest, settleRequest } from '../../engage/requests/decide-request.use.ts'
import type { DB } from '../../platform/database-types.ts'
import { actorOf, type DemoActors } from '../load-people.use.ts'
import type { DemoRequest } from './requests.ts'

/** Each as it was asked, decided and settled at the time. */
export async function loadRequests(
  db: Kysely<DB>,
  actors: DemoActors,
  requests: readonly DemoRequest[],
  ids: ReadonlyMap<string, number>,
): Promise<void> {
  for (const { account, authorKey, executiveKey, askedOn, answers, outcome, ...said } of requests) {
    const as = (key: string, day: string) => ({
      db,
      actor: actorOf(actors, key),
      clock: { now: () => new Date(`${day}T02:00:00Z`) },
    })
    const { kind, what, reason, wantedOn, worth, cost } = said
    const executiveId = executiveKey === null ? null : actorOf(actors, executiveKey).id
    const fields = { kind, what, reason, wantedOn, worth, cost, executiveId, contactId: null }
    const id = await askRequest(as(authorKey, askedOn), ids.get(account)!, fields)
    let version = 1
    for (const { key, ...decision } of answers) {
      await decideRequest(as(key, askedOn), id, version, decision)
      version += 1
    }
    if (!outcome) continue
    const act = outcome.good ? 'succeed' : 'fail'
    await settleRequest(as(authorKey, wantedOn), id, version, { act, outcome: outcome.words, cost: outcome.cost })
  }
}

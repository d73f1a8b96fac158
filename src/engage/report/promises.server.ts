import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import type { PromiseSide } from './promise.ts'
import { insertPromises, listPromises, type PromiseRow } from './promises.store.ts'

/** What other rooms' server code may call of promises. */

export type NewPromise = {
  accountId: number
  side: PromiseSide
  what: string
  /** Ours: who of ours must keep it. */
  ownerId: string | null
  /** Theirs: who of the account promised; ours: to whom. */
  contactId: number | null
  due: string | null
  /** Exact decimal in base currency. */
  value: string | null
  visitId: number | null
}

/** Open promises of these accounts, or of one person of ours, the longest overdue first. */
export async function openPromises(
  db: Db,
  of: { accountIds: readonly number[] } | { ownerId: string },
): Promise<PromiseRow[]> {
  return listPromises(db, { ...of, open: true })
}

/**
 * Enters promises within the caller's transaction and leaves their trail; the caller has seen to the right. `today` is
 * the day they were made. Ids in the order given.
 */
export async function makePromises(
  db: Db,
  actor: Actor,
  today: string,
  promises: readonly NewPromise[],
): Promise<number[]> {
  const entries = promises.map(promise => ({
    ...promise,
    state: 'open' as const,
    madeOn: today,
    madeBy: actor.id,
    closedOn: null,
    outcome: null,
  }))
  const ids = await insertPromises(db, entries)
  await recordChanges(
    db,
    actor,
    ids.map((id, place) => ({
      room: 'engage',
      subject: 'promise',
      subjectId: id,
      accountId: promises[place]!.accountId,
      operation: 'make',
      after: promises[place],
    })),
  )
  return ids
}

/** One promise; see `makePromises`. */
export async function makePromise(db: Db, actor: Actor, today: string, promise: NewPromise): Promise<number> {
  const [id] = await makePromises(db, actor, today, [promise])
  return id!
}

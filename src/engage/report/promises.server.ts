import { recordChanges } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import type { PromiseSide } from './promise.ts'
import { insertPromises, listPromises, type PromiseEntry, type PromiseRow } from './promises.store.ts'

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
 * Enters new promises within the caller's transaction and leaves their trail; the caller has seen to the right. `today`
 * is the day they were made. Ids in the order given.
 */
export async function makePromises(
  db: Db,
  actor: Actor,
  today: string,
  promises: readonly NewPromise[],
): Promise<number[]> {
  const begun = { state: 'open' as const, madeOn: today, madeBy: actor.id, closedOn: null, outcome: null }
  return enterPromises(
    db,
    actor,
    promises.map(promise => ({ ...promise, ...begun })),
  )
}

/** Enters promises in whichever state they are by now, as a take-over from elsewhere brings them; otherwise as `makePromises`. */
export async function enterPromises(db: Db, actor: Actor, entries: readonly PromiseEntry[]): Promise<number[]> {
  const ids = await insertPromises(db, entries)
  const changes = ids.map((subjectId, place) => {
    const entry = entries[place]!
    return {
      room: 'engage',
      subject: 'promise',
      subjectId,
      accountId: entry.accountId,
      operation: 'make',
      after: entry,
    }
  })
  await recordChanges(db, actor, changes)
  return ids
}

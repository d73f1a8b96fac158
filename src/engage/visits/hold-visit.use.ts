import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import type { Visit } from './visit.ts'
import { lockOwnVisit, recordVisit } from './visit-access.use.ts'
import { updateVisit } from './visits.store.ts'

/** When a visit really began and ended, UTC ISO. */
export type Held = { startedAt: string; endedAt: string }

/**
 * Says that a visit was held, in the caller's transaction; said again it corrects the hours. One that was taken for
 * missed may turn out to have been held; a cancelled one may not (`visit_not_open`).
 */
export async function markHeld(db: Db, actor: Actor, id: number, held: Held): Promise<Visit> {
  const visit = await lockOwnVisit(db, actor, id)
  if (visit.state === 'cancelled') throw new Refusal('visit_not_open', { state: visit.state })
  if (held.endedAt < held.startedAt) throw new Refusal('visit_ends_before_it_starts')
  const after = { state: 'held', heldFrom: held.startedAt, heldUntil: held.endedAt } as const
  if (visit.state === 'held' && same(visit.heldFrom, held.startedAt) && same(visit.heldUntil, held.endedAt))
    return visit
  const { state, heldFrom, heldUntil } = visit
  await recordVisit(db, actor, visit, 'hold', { state, heldFrom, heldUntil }, after)
  return updateVisit(db, id, after)
}

const same = (one: string | null, other: string) => one !== null && Date.parse(one) === Date.parse(other)

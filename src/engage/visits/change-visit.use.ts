import { changedFields } from '../../accounts/changed-fields.ts'
import { listChanges } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { tellInvited } from '../calendar/invite.use.ts'
import { type Held, markHeld } from './hold-visit.use.ts'
import type { Visit } from './visit.ts'
import { checkWhereAndWhom, lockOwnVisit, recordVisit } from './visit-access.use.ts'
import { updateVisit, type VisitChange } from './visits.store.ts'
import { addMinutes, instantAt, minutesBetween } from './wall-clock.ts'

export type Acting = Pick<ActorContext, 'db' | 'actor' | 'baseUrl'> & { clock: Clock }

export type VisitMove = { day: string; time: string; minutes?: number; by: 'ours' | 'theirs'; reason: string }

/**
 * Moves an open visit to another hour on the account's wall. Where the account asked for it, before the promised hour,
 * the promise moves along. Who was invited is invited anew.
 */
export async function moveVisit(context: Acting, id: number, version: number, move: VisitMove): Promise<void> {
  await change(context, id, version, 'move', visit => {
    const startsAt = instantAt(move, visit.timeZone)
    const endsAt = addMinutes(startsAt, move.minutes ?? minutesBetween(visit.startsAt, visit.endsAt))
    const renewed = move.by === 'theirs' && context.clock.now().getTime() < Date.parse(visit.promisedAt)
    const promisedAt = renewed ? startsAt : visit.promisedAt
    return { startsAt, endsAt, promisedAt, movedBy: move.by, moveReason: move.reason, sequence: visit.sequence + 1 }
  })
}

/** Calls an open visit off; who was invited is told. */
export async function cancelVisit(
  context: Acting,
  id: number,
  version: number,
  { by, reason }: { by: 'ours' | 'theirs'; reason: string },
): Promise<void> {
  await change(context, id, version, 'cancel', visit => ({
    ...({ state: 'cancelled', cancelledBy: by, cancelReason: reason } as const),
    sequence: visit.sequence + 1,
  }))
}

/** Says that an open visit did not happen. Refused as `visit_still_ahead` before its hour: that is called off instead. */
export async function missVisit(context: Acting, id: number, version: number, reason: string): Promise<void> {
  await change(context, id, version, 'miss', visit => {
    if (Date.parse(visit.startsAt) > context.clock.now().getTime()) throw new Refusal('visit_still_ahead')
    return { state: 'missed', cancelReason: reason }
  })
}

/** Says when it was held, as its report does. */
export async function holdVisit(context: Acting, id: number, version: number, held: Held): Promise<void> {
  await context.db.transaction().execute(async db => {
    await lockOwnVisit(db, context.actor, id, version)
    if (Date.parse(held.startedAt) > context.clock.now().getTime()) throw new Refusal('visit_still_ahead')
    await markHeld(db, context.actor, id, held)
  })
}

export type VisitEdit = Partial<Pick<Visit, 'purpose' | 'siteId' | 'contactIds' | 'flexible'>>

/** What it is for, where and with whom; of a visit that is over too. An edit that changes nothing leaves no trace. */
export async function editVisit(context: Acting, id: number, version: number, edit: VisitEdit): Promise<void> {
  await context.db.transaction().execute(async db => {
    const visit = await lockOwnVisit(db, context.actor, id, version)
    const { contactIds, ...rest } = edit
    const { before, after } = changedFields<VisitEdit>(visit, rest)
    if (contactIds && contactIds.join() !== visit.contactIds.join()) {
      before.contactIds = visit.contactIds
      after.contactIds = contactIds
    }
    if (Object.keys(after).length === 0) return
    // Who stood there before may have moved to another account since.
    const added = after.contactIds?.filter(each => !visit.contactIds.includes(each))
    await checkWhereAndWhom(db, visit.accountId, { siteId: after.siteId, contactIds: added })
    await recordVisit(db, context.actor, visit, 'edit', before, after)
    await updateVisit(db, id, after)
  })
}

const takenBack = ['move', 'cancel', 'miss', 'hold']

/** Takes back the last change, by what the trail kept of it. Refused as `visit_nothing_to_take_back`. */
export async function takeBackVisit(context: Acting, id: number, version: number): Promise<void> {
  await context.db.transaction().execute(async db => {
    const visit = await lockOwnVisit(db, context.actor, id, version)
    const [last] = await listChanges(db, { room: 'engage', subject: 'visit', subjectId: String(id), limit: 1 })
    if (!last || !takenBack.includes(last.operation)) throw new Refusal('visit_nothing_to_take_back')
    const back = { ...(last.before as VisitChange), sequence: visit.sequence + 1 }
    await recordVisit(db, context.actor, visit, 'take back', last.after, last.before)
    const restored = await updateVisit(db, id, back)
    await tellInvited(context, db, restored)
  })
}

async function change(
  context: Acting,
  id: number,
  version: number,
  operation: string,
  decide: (visit: Visit) => VisitChange,
): Promise<void> {
  await context.db.transaction().execute(async (db: Db) => {
    const visit = await lockOwnVisit(db, context.actor, id, version)
    if (visit.state !== 'planned') throw new Refusal('visit_not_open', { state: visit.state })
    const after = decide(visit)
    const before = Object.fromEntries(Object.keys(after).map(field => [field, visit[field as keyof Visit]]))
    await recordVisit(db, context.actor, visit, operation, before, after)
    await tellInvited(context, db, await updateVisit(db, id, after))
  })
}

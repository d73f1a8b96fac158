import { accountOwners } from '../../accounts/account-owners.server.ts'
import { mayEditAccount } from '../../accounts/account-rights.ts'
import { recordChange, recordChanges } from '../../platform/audit.server.ts'
import type { ActorContext } from '../../platform/operation.server.ts'
import { findPerson } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { recordVisit } from '../visits/visit-access.use.ts'
import { dropVisits, findVisit, insertVisits, updateVisit } from '../visits/visits.store.ts'
import { zoneOfCountry } from '../visits/zone-of-country.ts'
import { insertPlan, lockPlan, lockPlans, markUndone, type PlanChange, standingPlan } from './accepted-plans.store.ts'
import { tellInvited } from './invite.use.ts'
import { readMonthPlan } from './plan-month.use.ts'

/** Does what the plan proposes, all or the chosen keys; whole or not at all. Refused as `plan_stale` where nothing of it is left. */
export async function acceptPlan(context: ActorContext, personId: string, month: string, keys: readonly string[]) {
  const { actor, clock } = context
  const before = await standingPlan(context.db, personId, month)
  const plan = await readMonthPlan(context, personId, month)
  const chosen = plan.proposals.filter(each => each.slot !== null && keys.includes(each.key))
  if (chosen.length === 0) throw new Refusal('plan_stale')
  const person = await findPerson(context.db, personId)
  if (!person || person.disabled) throw new Refusal('visit_person_unknown', { id: personId })
  const kind = person.role === 'executive' ? ('executive' as const) : ('manager' as const)
  return context.db.transaction().execute(async db => {
    // What was read before the lock is stale where another has been accepted since.
    await lockPlans(db, personId, month)
    if ((await standingPlan(db, personId, month))?.id !== before?.id) throw new Refusal('plan_stale')
    const [accounts, settings] = await Promise.all([
      accountOwners(
        db,
        chosen.map(each => each.accountId),
      ),
      readSettings(db),
    ])
    const foreign = chosen.map(each => accounts.get(each.accountId)!).find(account => !mayEditAccount(actor, account))
    if (foreign) throw new Refusal('account_not_yours', { id: foreign.id, name: foreign.name })
    const fresh = chosen.filter(each => each.visit === null)
    const ids = await insertVisits(
      db,
      fresh.map(({ accountId, slot }) => ({
        ...{ accountId, siteId: null, kind, personId, contactIds: [], purpose: null },
        ...{ startsAt: slot!.startsAt, endsAt: slot!.endsAt },
        timeZone: zoneOfCountry(accounts.get(accountId)!.country, settings.timeZone),
      })),
      clock.now(),
    )
    const made = await Promise.all(ids.map(id => findVisit(db, id)))
    await recordChanges(
      db,
      actor,
      made.map(visit => ({
        ...{ room: 'engage', subject: 'visit', subjectId: visit!.id, accountId: visit!.accountId, operation: 'plan' },
        after: { startsAt: visit!.startsAt, endsAt: visit!.endsAt, personId },
      })),
    )
    const changes: PlanChange[] = made.map(visit => ({ visitId: visit!.id, version: visit!.version, before: null }))
    for (const { visit, slot, reason } of chosen) {
      if (!visit) continue
      const { startsAt, endsAt, movedBy, moveReason } = visit
      const before = { startsAt, endsAt, movedBy, moveReason }
      const after = {
        ...{ startsAt: slot!.startsAt, endsAt: slot!.endsAt, movedBy: 'plan' as const, moveReason: reason },
        sequence: visit.sequence + 1,
      }
      await recordVisit(db, actor, visit, 'move', before, after)
      const moved = await updateVisit(db, visit.id, after)
      await tellInvited(context, db, moved)
      changes.push({ visitId: visit.id, version: moved.version, before })
    }
    const id = await insertPlan(db, { personId, month, changes, acceptedBy: actor.name, now: clock.now() })
    return { id, planned: fresh.length, moved: chosen.length - fresh.length }
  })
}

/** Takes an accepted plan back, except for visits that somebody has touched since. */
export async function undoPlan(context: ActorContext, id: number): Promise<{ undone: number; left: number }> {
  const { actor, clock } = context
  return context.db.transaction().execute(async db => {
    const plan = await lockPlan(db, id)
    if (!plan) throw new Refusal('plan_unknown', { id })
    if (plan.undone) throw new Refusal('plan_undone')
    if (actor.role === 'manager' && plan.personId !== actor.id) throw new Refusal('entry_not_yours', { id })
    let undone = 0
    const dropped: number[] = []
    for (const { visitId, version, before } of plan.changes) {
      const visit = await findVisit(db, visitId)
      if (!visit || visit.version !== version || visit.state !== 'planned') continue
      undone += 1
      if (before === null) {
        dropped.push(visitId)
        await recordVisit(db, actor, visit, 'take back', { startsAt: visit.startsAt })
      } else {
        await recordVisit(db, actor, visit, 'take back', { startsAt: visit.startsAt }, before)
        const back = { ...before, movedBy: before.movedBy as typeof visit.movedBy, sequence: visit.sequence + 1 }
        await tellInvited(context, db, await updateVisit(db, visitId, back))
      }
    }
    await dropVisits(db, dropped)
    await markUndone(db, id, clock.now())
    await recordChange(db, actor, { room: 'engage', subject: 'month plan', subjectId: id, operation: 'undo' })
    return { undone, left: plan.changes.length - undone }
  })
}

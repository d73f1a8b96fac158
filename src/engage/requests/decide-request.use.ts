import { accountOwners } from '../../accounts/account-owners.server.ts'
import { standsInFor } from '../../platform/absences.store.ts'
import { recordChange } from '../../platform/audit.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Db } from '../../platform/database.server.ts'
import { listPeople, type Person } from '../../platform/people.store.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { Actor } from '../../platform/roles.ts'
import { readSettings } from '../../platform/settings.server.ts'
import { cancelVisit } from '../visits/change-visit.use.ts'
import { scheduleVisit, visit } from '../visits/visits.server.ts'
import { instantAt } from '../visits/wall-clock.ts'
import { zoneOfCountry } from '../visits/zone-of-country.ts'
import { currentStep, mayDecide } from './approval-path.ts'
import type { Acting } from './ask-request.use.ts'
import { nextState, type RequestAct, type RequestState } from './request.ts'
import { decideStep, lockRequest, moveRequest, type SpecialRequest, stepsOf } from './requests.store.ts'

/** Whom the actor stands in for on that day, with the role of each. */
export async function stoodInFor(db: Db, actor: Actor, today: string): Promise<Person[]> {
  const ids = actor.id === null ? [] : await standsInFor(db, actor.id, today)
  return ids.length === 0 ? [] : (await listPeople(db)).filter(person => ids.includes(person.id))
}

/**
 * Approves or declines the step whose turn it is. The last approval approves the request; where an executive's presence
 * was asked for, their visit is planned with it. One "no" ends it.
 * Refused as request_not_found, request_decided_already, request_not_yours, request_changed_meanwhile.
 */
export async function decideRequest(
  context: Acting,
  id: number,
  version: number,
  decision: { approve: boolean; note: string | null },
): Promise<void> {
  const { actor, clock } = context
  const today = await businessDay(context)
  await context.db.transaction().execute(async db => {
    const request = await locked(db, id, version)
    const steps = await stepsOf(db, [id])
    const step = request.state === 'waiting' ? currentStep(steps) : null
    if (!step) throw new Refusal('request_decided_already', { id })
    const decider = { id: actor.id, role: actor.role, standsInFor: await stoodInFor(db, actor, today) }
    const decidedAs = mayDecide(step, decider, today)
    if (!decidedAs) throw new Refusal('request_not_yours')
    await decideStep(db, {
      requestId: id,
      place: step.place,
      state: decision.approve ? 'approved' : 'declined',
      decidedBy: actor.id,
      decidedByName: actor.name,
      decidedAs,
      decidedOn: today,
      note: decision.note,
    })
    const isLast = steps.filter(each => each.state === 'waiting').length === 1
    const state: RequestState = !decision.approve ? 'declined' : isLast ? 'approved' : 'waiting'
    const visitId =
      state === 'approved' && request.executiveId !== null
        ? await planVisit(db, actor, request, clock.now())
        : undefined
    await moveRequest(db, id, { state, visitId })
    await record(db, actor, request, decision.approve ? 'approve' : 'decline', {
      state,
      step: step.place,
      decidedAs,
      note: decision.note,
    })
  })
}

/** The asker's, and of those who answer for all. */
export function mayHandle(actor: Pick<Actor, 'id' | 'role'>, request: Pick<SpecialRequest, 'askedBy'>): boolean {
  return actor.role === 'administrator' || actor.role === 'head' || (actor.id !== null && actor.id === request.askedBy)
}

/** The visit that was planned with it is called off, as long as it has not been held. */
export async function withdrawRequest(
  context: Acting & { baseUrl: string },
  id: number,
  version: number,
): Promise<void> {
  const { visitId, what } = await handle(context, id, version, 'withdraw', () => ({}))
  const planned = visitId === null ? undefined : await visit(context.db, visitId)
  if (planned?.state !== 'planned') return
  const acting = { ...context, actor: { ...context.actor, role: 'administrator' as const } }
  await cancelVisit(acting, planned.id, planned.version, { by: 'ours', reason: what })
}

/** What came of it; `reopen` takes that back. */
export async function settleRequest(
  context: Acting,
  id: number,
  version: number,
  said: { act: 'succeed' | 'fail' | 'reopen'; outcome: string | null; cost: string | null },
): Promise<void> {
  const today = await businessDay(context)
  await handle(context, id, version, said.act, () =>
    said.act === 'reopen'
      ? { outcome: null, outcomeOn: null, costInTheEnd: null }
      : { outcome: said.outcome, outcomeOn: today, costInTheEnd: said.cost },
  )
}

async function handle(
  { db: outer, actor }: Acting,
  id: number,
  version: number,
  act: RequestAct,
  change: () => Omit<Parameters<typeof moveRequest>[2], 'state'>,
): Promise<SpecialRequest> {
  return outer.transaction().execute(async db => {
    const request = await locked(db, id, version)
    if (!mayHandle(actor, request)) throw new Refusal('request_not_yours')
    const state = nextState(request.state, act)
    if (!state) throw new Refusal('request_state_past', { state: request.state })
    const changed = { state, ...change() }
    await moveRequest(db, id, changed)
    await record(db, actor, request, act, changed)
    return request
  })
}

async function locked(db: Db, id: number, version: number): Promise<SpecialRequest> {
  const request = await lockRequest(db, id)
  if (!request) throw new Refusal('request_not_found', { id })
  if (request.version !== version) throw new Refusal('request_changed_meanwhile', { id })
  return request
}

/** At ten in the morning there, for two hours, until somebody says better; whoever decides it has the right to. */
async function planVisit(db: Db, actor: Actor, request: SpecialRequest, now: Date): Promise<number> {
  const account = (await accountOwners(db, [request.accountId])).get(request.accountId)!
  const timeZone = zoneOfCountry(account.country, (await readSettings(db)).timeZone)
  const planned = await scheduleVisit(
    db,
    { ...actor, role: 'administrator' },
    {
      accountId: request.accountId,
      personId: request.executiveId!,
      kind: 'executive',
      contactIds: request.contactId === null ? [] : [request.contactId],
      startsAt: instantAt({ day: request.wantedOn, time: '10:00' }, timeZone),
      endsAt: instantAt({ day: request.wantedOn, time: '12:00' }, timeZone),
      timeZone,
      purpose: request.what,
    },
    now,
  )
  return planned.id
}

async function record(db: Db, actor: Actor, request: SpecialRequest, operation: string, after: object): Promise<void> {
  await recordChange(db, actor, {
    room: 'engage',
    subject: 'request',
    subjectId: request.id,
    accountId: request.accountId,
    operation,
    before: { state: request.state },
    after,
  })
}

import { accountOwners } from '../../accounts/account-owners.server.ts'
import { mayEditAccount } from '../../accounts/account-rights.ts'
import { recordChange } from '../../platform/audit.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import type { AnyActor } from '../../platform/roles.ts'
import type { Order } from './order.ts'
import { mayAct, nextOrderState, type OrderAct, type OrderState, type Party, partyOf } from './order-state.ts'
import { insertOrderStep, lockOrder, signaturesOf } from './orders.store.ts'

/** Somebody of the department, a job, or a person of the account. `db` may be a transaction that has begun. */
export type OrderActing = { db: Db; actor: AnyActor; clock: Clock }

/** `accountIds`: whose orders are seen at all (null: all that there are); `version`: that which was read. */
export type OrderNamed = { publicId: string; accountIds?: readonly number[] | null; version?: number }

export const inTransactionOf = <T>(db: Db, work: (db: Db) => Promise<T>): Promise<T> =>
  db.isTransaction ? work(db) : db.transaction().execute(work)

export const sideOf = (party: Party) =>
  party === 'buyer' || party === 'staff' ? 'account' : party === 'job' ? 'system' : 'department'

/**
 * Locks an order on which this actor may do this, and says what becomes of it.
 * @throws Refusal order_not_found, order_signed_already, order_state_past, order_expired, order_changed_meanwhile,
 * order_act_not_allowed, account_not_yours
 */
export async function lockForAct(
  { db, actor, clock }: OrderActing,
  act: OrderAct,
  { publicId, accountIds = null, version }: OrderNamed,
): Promise<{ order: Order; next: OrderState }> {
  const order = await lockOrder(db, publicId, accountIds)
  if (!order) throw new Refusal('order_not_found')
  const { number, state } = order
  const next = nextOrderState(state, act)
  // Said before the version: whoever comes second learns what the first did, not only that something changed.
  if (!next) throw await stateRefusal(db, order, act)
  const party = partyOf(actor)
  if (!mayAct(party, act, state)) throw new Refusal('order_act_not_allowed', { number })
  if (party === 'manager') await checkOwner(db, actor, order.accountId)
  const hasExpired = order.expiresAt !== null && order.expiresAt <= clock.now().toISOString()
  if (hasExpired && sideOf(party) === 'account' && act !== 'decline') throw new Refusal('order_expired', { number })
  if (version !== undefined && order.version !== version) throw new Refusal('order_changed_meanwhile', { number })
  return { order, next }
}

async function stateRefusal(db: Db, { id, number, state, signatureId }: Order, act: OrderAct): Promise<Refusal> {
  const signs = act === 'sign' || act === 'sign on paper'
  if (!signs || signatureId === null) return new Refusal('order_state_past', { number, state })
  const signature = (await signaturesOf(db, id)).find(each => each.id === signatureId)
  return new Refusal('order_signed_already', { number, name: signature?.signerName, at: signature?.signedAt })
}

/** A manager acts for accounts they own, everybody else of the sellers for all. @throws Refusal account_not_yours */
export async function checkOwner(db: Db, actor: AnyActor, accountId: number): Promise<void> {
  const account = (await accountOwners(db, [accountId])).get(accountId)
  if (!account) throw new Refusal('account_unknown', { id: accountId })
  if (actor.role === 'manager' && !mayEditAccount(actor, account))
    throw new Refusal('account_not_yours', { id: accountId, name: account.name })
}

/** Leaves who took it from where to where, in its own history and in the trail. */
export async function leaveStep(
  { db, actor, clock }: OrderActing,
  order: Pick<Order, 'id' | 'accountId' | 'number'> & { state: OrderState | null },
  step: { act: OrderAct; to: OrderState; note?: string | null; detail?: unknown },
): Promise<void> {
  await insertOrderStep(db, {
    orderId: order.id,
    act: step.act,
    fromState: order.state,
    toState: step.to,
    actorId: actor.id,
    actorName: actor.name,
    side: sideOf(partyOf(actor)),
    at: clock.now(),
    note: step.note ?? null,
    detail: step.detail ?? null,
  })
  await recordChange(db, actor, {
    room: 'supply',
    subject: 'order',
    subjectId: order.id,
    accountId: order.accountId,
    operation: step.act,
    before: order.state === null ? undefined : { state: order.state },
    after: {
      number: order.number,
      state: step.to,
      ...(step.note ? { note: step.note } : {}),
      ...asObject(step.detail),
    },
  })
}

const asObject = (detail: unknown): object =>
  detail === null || detail === undefined ? {} : Array.isArray(detail) ? { lines: detail } : (detail as object)

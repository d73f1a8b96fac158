import { Decimal } from 'decimal.js'
import { Refusal } from '../../platform/refusal.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { inTransactionOf, leaveStep, lockForAct, type OrderActing, type OrderNamed } from './acting-on-order.server.ts'
import { eventOf } from './order-events.server.ts'
import type { OrderAct } from './order-state.ts'
import { findOrder, linesOf, moveOrder, type OrderHead } from './orders.store.ts'

/** Puts a draft, an expired order or the account's own change before the account. @throws as lockForAct; order_empty */
export async function proposeOrder(
  context: OrderActing,
  named: OrderNamed,
  said: { expiresAt: Date | null; note: string | null },
): Promise<void> {
  const { actor, clock } = context
  await move(context, 'propose', named, said.note, {
    proposedBy: actor.id,
    proposedByName: actor.name,
    proposedAt: clock.now(),
    expiresAt: said.expiresAt,
  })
}

/** The account says no, or a manager says it for the account. @throws as lockForAct; order_reason_missing */
export async function declineOrder(context: OrderActing, named: OrderNamed, reason: string): Promise<void> {
  await move(context, 'decline', named, needed(reason))
}

/** We take it back; of a confirmed order as long as nothing was shipped. @throws as lockForAct; order_shipped_in_part */
export async function withdrawOrder(context: OrderActing, named: OrderNamed, reason: string): Promise<void> {
  await move(context, 'withdraw', named, needed(reason))
}

function needed(reason: string): string {
  if (reason.trim() === '') throw new Refusal('order_reason_missing')
  return reason.trim()
}

async function move(
  context: OrderActing,
  act: OrderAct,
  named: OrderNamed,
  note: string | null,
  head: OrderHead = {},
): Promise<void> {
  const { actor, clock } = context
  await inTransactionOf(context.db, async db => {
    const { order, next } = await lockForAct({ db, actor, clock }, act, named)
    const lines = await linesOf(db, order.id)
    if (act === 'propose' && !lines.some(line => new Decimal(line.quantity).gt(0))) throw new Refusal('order_empty')
    if (act === 'withdraw' && lines.some(line => new Decimal(line.shippedQuantity).gt(0)))
      throw new Refusal('order_shipped_in_part', { number: order.number })
    await moveOrder(db, order, next, clock.now(), head)
    await leaveStep({ db, actor, clock }, order, { act, to: next, note })
    await publishEvent(db, await eventOf(db, (await findOrder(db, order.publicId))!, clock.now()))
  })
}

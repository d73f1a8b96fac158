import type { OrderActing } from './acting-on-order.server.ts'
import type { Order } from './order.ts'
import type { OrderState } from './order-state.ts'
import { moveOrder, type OrderHead, supersedeSignature } from './orders.store.ts'

/** Moves an order whose content changes: the signature that it had stays in its history and binds nobody any more. */
export async function unsign(
  { db, actor, clock }: OrderActing,
  order: Order,
  next: OrderState,
  head: OrderHead,
): Promise<void> {
  const letGo = order.signatureId === null ? {} : { signatureId: null }
  await moveOrder(db, order, next, clock.now(), { ...head, ...letGo })
  if (order.signatureId !== null) await supersedeSignature(db, order.signatureId, clock.now(), actor.name)
}

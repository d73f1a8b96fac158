import type { Db } from '../../platform/database.server.ts'
import type { PublishedEvent } from '../../platform/webhooks/webhooks.server.ts'
import type { Order } from './order.ts'
import { orderForPrograms } from './order-for-programs.ts'
import { linesOf, signaturesOf } from './orders.store.ts'

/** 'order.' and its new state, with the order as it is now. */
export async function eventOf(db: Db, order: Order, at: Date): Promise<PublishedEvent> {
  const [lines, signatures] = [await linesOf(db, order.id), await signaturesOf(db, order.id)]
  const signature = signatures.find(each => each.id === order.signatureId) ?? null
  return {
    type: `order.${order.state}`,
    accountId: order.accountId,
    subjectId: order.publicId,
    payload: orderForPrograms(order, lines, signature),
    at,
  }
}

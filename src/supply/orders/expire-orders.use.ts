import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { jobActor } from '../../platform/roles.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { inTransactionOf, leaveStep, lockForAct } from './acting-on-order.server.ts'
import { eventOf } from './order-events.server.ts'
import { findOrder, moveOrder, overdueOrders } from './orders.store.ts'

/** Ends every proposal whose time has passed; returns how many. Each in a transaction of its own: one is not held up by another. */
export async function expireOrders(db: Db, clock: Clock): Promise<number> {
  const actor = jobActor('Expiry of orders')
  const overdue = await overdueOrders(db, clock.now())
  let expired = 0
  for (const publicId of overdue)
    await inTransactionOf(db, async transaction => {
      const acting = { db: transaction, actor, clock }
      // Signed, declined or prolonged in the meantime: then it has not expired.
      const stillOverdue = (await overdueOrders(transaction, clock.now(), publicId)).length > 0
      if (!stillOverdue) return
      const { order, next } = await lockForAct(acting, 'expire', { publicId })
      await moveOrder(transaction, order, next, clock.now())
      await leaveStep(acting, order, { act: 'expire', to: next })
      await publishEvent(
        transaction,
        await eventOf(transaction, (await findOrder(transaction, publicId))!, clock.now()),
      )
      expired += 1
    })
  return expired
}

import { businessDay } from '../platform/business-day.server.ts'
import { accountIdsOf, type PortalContext } from './may-portal.server.ts'
import { countUnread } from './messages.store.ts'
import { countCuts, countLate, ownDeliveries, ownStockState } from './own-goods.store.ts'
import { accountShown, rowOf, waitingStates } from './own-order.use.ts'
import { countOrders, ownOrders } from './own-orders.store.ts'

/** How far back a cut share is news; milliseconds. */
const recently = 30 * 86_400_000

/** What waits for a person of the account, and how their things stand. */
export async function readHome(context: PortalContext) {
  const { db, department, portal, clock } = context
  const among = accountIdsOf(portal)
  const today = await businessDay({ db: department, clock })
  const waiting = await ownOrders(db, among, { states: waitingStates, limit: 20 })
  const coming = await ownDeliveries(db, among, { open: true, today, limit: 3, skip: 0 })
  const byExpiry = (order: { expiresAt: string | null }) => order.expiresAt ?? '9999'
  return {
    waiting: waiting
      .sort((one, other) => byExpiry(one).localeCompare(byExpiry(other)))
      .map(order => rowOf(portal, order)),
    underWay: await countOrders(db, among, ['signed', 'confirmed']),
    stock: await ownStockState(db, among),
    coming: coming.map(({ accountId, ...delivery }) => ({ ...delivery, account: accountShown(portal, accountId) })),
    late: await countLate(db, among, today),
    unread: await countUnread(db, among),
    cuts: await countCuts(db, among, new Date(clock.now().getTime() - recently)),
  }
}

import { Decimal } from 'decimal.js'
import { Refusal } from '../../platform/refusal.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { inTransactionOf, leaveStep, lockForAct, type OrderActing, type OrderNamed } from './acting-on-order.server.ts'
import { namedLines, shipToOf } from './create-order.use.ts'
import { differences } from './edit-order.use.ts'
import { eventOf } from './order-events.server.ts'
import { findOrder, insertLines, linesOf, type OrderHead, setQuantities } from './orders.store.ts'
import { unsign } from './unsign.server.ts'

export type OrderChange = {
  /** What the account wants otherwise; '0' for what it does not want. Products that are not named stay as they are. */
  lines: readonly { productId: number; quantity: string }[]
  siteId?: number | null
  wantedOn?: string | null
  reference?: string | null
  /** To us, for the history. */
  note?: string | null
}

/**
 * The account changes what was proposed to it; prices are ours. A signed order is unsigned again by it.
 * @throws Refusal as lockForAct; order_site_unknown, order_product_unknown, order_line_repeated, order_empty
 */
export async function changeOrder(context: OrderActing, named: OrderNamed, change: OrderChange): Promise<void> {
  const { actor, clock } = context
  await inTransactionOf(context.db, async db => {
    const { order, next } = await lockForAct({ db, actor, clock }, 'change', named)
    const { lines: wanted, siteId, note = null, ...said } = change
    const head: OrderHead = { ...said }
    if (siteId !== undefined) {
      head.siteId = siteId
      head.shipTo = await shipToOf(db, order.accountId, siteId)
    }
    await unsign({ db, actor, clock }, order, next, head)
    const before = await linesOf(db, order.id)
    const byProduct = new Map(before.map(line => [line.productId, line]))
    if (new Set(wanted.map(line => line.productId)).size < wanted.length) throw new Refusal('order_line_repeated')
    const known = wanted.filter(line => byProduct.has(line.productId))
    await setQuantities(
      db,
      known.map(({ productId, quantity }) => ({ id: byProduct.get(productId)!.id, quantity })),
    )
    const added = wanted.filter(line => !byProduct.has(line.productId) && new Decimal(line.quantity).gt(0))
    const addedLines = await namedLines(db, added, false, Math.max(0, ...before.map(line => line.line)))
    await insertLines(db, order.id, addedLines)
    if (!(await linesOf(db, order.id)).some(line => new Decimal(line.quantity).gt(0))) throw new Refusal('order_empty')
    const detail = [
      ...differences(known, byProduct),
      ...addedLines.map(line => ({ product: line.productCode, from: null, to: line.quantity })),
    ]
    await leaveStep({ db, actor, clock }, order, { act: 'change', to: next, note, detail: { lines: detail, ...said } })
    await publishEvent(db, await eventOf(db, (await findOrder(db, order.publicId))!, clock.now()))
  })
}

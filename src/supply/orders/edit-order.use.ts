import { Decimal } from 'decimal.js'
import { Refusal } from '../../platform/refusal.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { inTransactionOf, leaveStep, lockForAct, type OrderActing, type OrderNamed } from './acting-on-order.server.ts'
import { namedLines, type ProposedLine, shipToOf } from './create-order.use.ts'
import type { OrderLine } from './order.ts'
import { eventOf } from './order-events.server.ts'
import { deleteLines, findOrder, insertLines, linesOf, type OrderHead, updateLines } from './orders.store.ts'
import { unsign } from './unsign.server.ts'

export type OrderEdit = Partial<{
  siteId: number | null
  wantedOn: string | null
  expiresAt: Date | null
  reference: string | null
  terms: string | null
  /** The whole list as it shall be: a product that is not named any more goes. */
  lines: readonly ProposedLine[]
}>

/**
 * Our side changes an order. What the account had changed or signed is proposed to it anew.
 * @throws Refusal as lockForAct; order_site_unknown, order_product_unknown, order_line_repeated, order_empty
 */
export async function editOrder(context: OrderActing, named: OrderNamed, edit: OrderEdit): Promise<void> {
  const { actor, clock } = context
  await inTransactionOf(context.db, async db => {
    const { order, next } = await lockForAct({ db, actor, clock }, 'edit', named)
    const { lines: wanted, siteId, ...said } = edit
    const head: OrderHead = { ...said }
    if (siteId !== undefined) {
      head.siteId = siteId
      head.shipTo = await shipToOf(db, order.accountId, siteId)
    }
    const isOffered = next === 'proposed'
    if (isOffered && order.state !== 'proposed')
      Object.assign(head, { proposedBy: actor.id, proposedByName: actor.name, proposedAt: clock.now() })
    await unsign({ db, actor, clock }, order, next, head)
    const detail = wanted ? await setLines(db, order.id, wanted, isOffered) : []
    if (isOffered && !(await linesOf(db, order.id)).some(line => new Decimal(line.quantity).gt(0)))
      throw new Refusal('order_empty')
    await leaveStep({ db, actor, clock }, order, { act: 'edit', to: next, detail: { lines: detail, ...said } })
    if (isOffered) await publishEvent(db, await eventOf(db, (await findOrder(db, order.publicId))!, clock.now()))
  })
}

export type LineDifference = { product: string; from: string | null; to: string | null }

async function setLines(
  db: OrderActing['db'],
  orderId: number,
  wanted: readonly ProposedLine[],
  isOffered: boolean,
): Promise<LineDifference[]> {
  const before = await linesOf(db, orderId)
  const byProduct = new Map(before.map(line => [line.productId, line]))
  if (new Set(wanted.map(line => line.productId)).size < wanted.length) throw new Refusal('order_line_repeated')
  const staying = new Set(wanted.map(line => line.productId))
  const gone = before.filter(line => !staying.has(line.productId))
  await deleteLines(
    db,
    gone.map(line => line.id),
  )
  await updateLines(
    db,
    wanted.flatMap(({ productId, quantity, unitPrice }) => {
      const line = byProduct.get(productId)
      if (!line) return []
      const price = unitPrice === undefined ? line.unitPrice : unitPrice
      return [
        { id: line.id, quantity, unitPrice: price, proposedQuantity: isOffered ? quantity : line.proposedQuantity },
      ]
    }),
  )
  const last = Math.max(0, ...before.map(line => line.line))
  const added = wanted.filter(line => !byProduct.has(line.productId))
  const addedLines = await namedLines(db, added, isOffered, last)
  await insertLines(db, orderId, addedLines)
  return [
    ...differences(wanted, byProduct),
    ...gone.map(line => ({ product: line.productCode, from: line.quantity, to: null })),
    ...addedLines.map(line => ({ product: line.productCode, from: null, to: line.quantity })),
  ]
}

export const differences = (
  wanted: readonly { productId: number; quantity: string }[],
  byProduct: ReadonlyMap<number, OrderLine>,
): LineDifference[] =>
  wanted.flatMap(({ productId, quantity }) => {
    const line = byProduct.get(productId)
    return line && !new Decimal(line.quantity).eq(quantity)
      ? [{ product: line.productCode, from: line.quantity, to: new Decimal(quantity).toFixed() }]
      : []
  })

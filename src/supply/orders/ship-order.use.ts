import { Decimal } from 'decimal.js'
import type { Db } from '../../platform/database.server.ts'
import { Refusal } from '../../platform/refusal.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { claimDeliveries } from '../deliveries/deliveries.server.ts'
import type { Mode } from '../deliveries/delivery.ts'
import { inTransactionOf, leaveStep, lockForAct, type OrderActing, type OrderNamed } from './acting-on-order.server.ts'
import type { Order, OrderLine } from './order.ts'
import { eventOf } from './order-events.server.ts'
import { findOrder, linesOf, moveOrder, shipLines } from './orders.store.ts'

export type Shipment = {
  /** What leaves now; empty: all that is confirmed and has not left. */
  lines: readonly { line: number; quantity: string }[]
  shippedOn: string
  /** The delivery note's number. */
  reference: string | null
  /** What the account was promised; null: the day it wanted. */
  promisedOn: string | null
  mode: Mode | null
  note: string | null
}

/**
 * Ships what was confirmed, wholly or in part; the last part makes the order shipped. Each line becomes a delivery.
 * @throws Refusal as lockForAct; order_line_unknown, order_shipped_above_confirmed_invalid, order_nothing_to_ship
 */
export async function shipOrder(context: OrderActing, named: OrderNamed, shipment: Shipment): Promise<void> {
  const { actor, clock } = context
  await inTransactionOf(context.db, async db => {
    const { order, next } = await lockForAct({ db, actor, clock }, 'ship', named)
    const lines = await linesOf(db, order.id)
    const leaving = leavingLines(lines, shipment.lines)
    await shipLines(
      db,
      leaving.map(({ line, quantity }) => ({ id: line.id, quantity })),
    )
    const isWhole = (await linesOf(db, order.id)).every(line => left(line).isZero())
    const act = isWhole ? 'ship' : 'ship part'
    const state = isWhole ? next : order.state
    await moveOrder(db, order, state, clock.now())
    await enterDeliveries(db, { ...context, db }, order, leaving, shipment)
    const detail = {
      shippedOn: shipment.shippedOn,
      reference: shipment.reference,
      lines: leaving.map(({ line, quantity }) => ({ product: line.productCode, quantity })),
    }
    await leaveStep({ db, actor, clock }, order, { act, to: state, note: shipment.note, detail })
    const event = await eventOf(db, (await findOrder(db, order.publicId))!, clock.now())
    await publishEvent(db, { ...event, type: isWhole ? event.type : 'order.shipped_in_part' })
  })
}

type Leaving = { line: OrderLine; quantity: string }

const left = (line: OrderLine) => new Decimal(line.confirmedQuantity ?? 0).minus(line.shippedQuantity)

function leavingLines(lines: readonly OrderLine[], said: Shipment['lines']): Leaving[] {
  const byLine = new Map(lines.map(line => [line.line, line]))
  const asked = said.length > 0 ? said : lines.map(line => ({ line: line.line, quantity: left(line).toFixed() }))
  const leaving = asked.flatMap(({ line: place, quantity }) => {
    const line = byLine.get(place)
    if (!line) throw new Refusal('order_line_unknown', { line: place })
    if (left(line).lt(quantity))
      throw new Refusal('order_shipped_above_confirmed_invalid', {
        product: line.productCode,
        quantity: left(line).toFixed(),
      })
    return new Decimal(quantity).isZero() ? [] : [{ line, quantity }]
  })
  if (leaving.length === 0) throw new Refusal('order_nothing_to_ship')
  return leaving
}

async function enterDeliveries(
  db: Db,
  { actor, clock }: OrderActing,
  order: Order,
  leaving: readonly Leaving[],
  { shippedOn, reference, promisedOn, mode }: Shipment,
): Promise<void> {
  const rows = leaving.map(({ line, quantity }) => {
    // The second part of the same line is a delivery of its own.
    const part = new Decimal(line.shippedQuantity).isZero() ? '' : ` after ${line.shippedQuantity}`
    return {
      accountId: order.accountId,
      key: `order ${order.number} line ${line.line}${part}`,
      siteId: order.siteId,
      productId: line.productId,
      reference,
      line: String(line.line),
      orderReference: order.number,
      promisedOn: promisedOn ?? order.wantedOn,
      promisedQuantity: left(line).toFixed(),
      shippedOn,
      quantity,
      value: line.unitPrice === null ? null : new Decimal(line.unitPrice).times(quantity).toFixed(),
      currency: order.currency,
      mode,
    }
  })
  await claimDeliveries(db, { via: 'system', source: 'orders', personId: actor.id, at: clock.now() }, rows)
}

import { Decimal } from 'decimal.js'
import { Refusal } from '../../platform/refusal.ts'
import { publishEvent } from '../../platform/webhooks/webhooks.server.ts'
import { inTransactionOf, leaveStep, lockForAct, type OrderActing, type OrderNamed } from './acting-on-order.server.ts'
import type { CutReason } from './cut-reason.ts'
import type { OrderLine } from './order.ts'
import { eventOf } from './order-events.server.ts'
import { confirmLines, findOrder, linesOf, moveOrder } from './orders.store.ts'

export type ConfirmedLine = { line: number; quantity: string; reason?: CutReason | null }

/**
 * Confirms a signed order. A line that is not named is confirmed as allocated, or as wanted where nothing was allocated;
 * less than wanted needs a reason, and more than was signed cannot be confirmed.
 * @throws Refusal as lockForAct; order_line_unknown, order_confirmed_above_signed_invalid, order_cut_reason_missing
 */
export async function confirmOrder(
  context: OrderActing,
  named: OrderNamed,
  said: { lines: readonly ConfirmedLine[]; note: string | null },
): Promise<void> {
  const { actor, clock } = context
  await inTransactionOf(context.db, async db => {
    const { order, next } = await lockForAct({ db, actor, clock }, 'confirm', named)
    const lines = await linesOf(db, order.id)
    const confirmed = confirmedLines(lines, said.lines)
    await moveOrder(db, order, next, clock.now())
    await confirmLines(db, confirmed)
    const cuts = confirmed.filter(line => line.cutReason !== null)
    const detail = {
      cuts: cuts.map(({ product, wanted, quantity, cutReason }) => ({
        product,
        from: wanted,
        to: quantity,
        cutReason,
      })),
    }
    await leaveStep({ db, actor, clock }, order, { act: 'confirm', to: next, note: said.note, detail })
    await publishEvent(db, await eventOf(db, (await findOrder(db, order.publicId))!, clock.now()))
  })
}

type Confirmed = { id: number; product: string; wanted: string; quantity: string; cutReason: CutReason | null }

function confirmedLines(lines: readonly OrderLine[], said: readonly ConfirmedLine[]): Confirmed[] {
  const byLine = new Map(said.map(each => [each.line, each]))
  const unknown = said.find(each => !lines.some(line => line.line === each.line))
  if (unknown) throw new Refusal('order_line_unknown', { line: unknown.line })
  return lines.map(line => {
    const given = byLine.get(line.line)
    const quantity = new Decimal(given?.quantity ?? line.allocatedQuantity ?? line.quantity)
    if (quantity.gt(line.quantity))
      throw new Refusal('order_confirmed_above_signed_invalid', { product: line.productCode, quantity: line.quantity })
    const isCut = quantity.lt(line.quantity)
    // What was allocated is explained by its allocation.
    const byAllocation = line.allocatedQuantity !== null && quantity.eq(line.allocatedQuantity)
    const reason = given?.reason ?? (byAllocation ? 'allocated' : null)
    if (isCut && reason === null) throw new Refusal('order_cut_reason_missing', { product: line.productCode })
    return {
      id: line.id,
      product: line.productCode,
      wanted: line.quantity,
      quantity: quantity.toFixed(),
      cutReason: isCut ? reason : null,
    }
  })
}

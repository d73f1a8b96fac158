import { recordChange } from '../../platform/audit.server.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import { writeAllocated } from './orders.store.ts'

// What other rooms and the portal call. Orders of the portal are named with `accountIds`: others are not found.
export { changeOrder, type OrderChange } from './change-order.use.ts'
export { type CreatedOrder, createDraft, createProposal, type NewProposal } from './create-order.use.ts'
export { declineOrder } from './move-order.use.ts'
export { type OpenOrderLine, openOrderLines } from './orders.store.ts'
export { type ProposedOrder, proposedSince } from './proposed-orders.store.ts'
export { shownDocument } from './shown-document.use.ts'
export { signOrder } from './sign-order.use.ts'

/**
 * Shares of scarce goods become the allocated quantities of these lines (null: taken back), in the caller's transaction.
 * Never more than a line wants: what wants less by now is left out. Returns how many lines were written.
 */
export async function setAllocatedQuantities(
  db: Db,
  actor: Actor,
  runId: number,
  lines: readonly { orderLineId: number; quantity: string | null }[],
): Promise<number> {
  const written = await writeAllocated(db, runId, lines)
  await recordChange(db, actor, {
    room: 'supply',
    subject: 'allocation',
    subjectId: runId,
    operation: 'set allocated quantities',
    after: { lines: written },
  })
  return written
}

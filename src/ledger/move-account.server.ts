import { closeLedger, lockLedger } from './bookkeeping.store.ts'
import type { Queryable } from './connection.server.ts'
import { type Move, moveRows, touchMonthsOf } from './move-account.store.ts'
import { refreshTouchedMonths } from './roll-up.store.ts'
import { countTablesTakenForEmpty } from './statistics.store.ts'

/**
 * Gives the ledger's rows of one account to another, with months and years computed again; returns what moved.
 * Waits while an import runs. Headers stay as they are: a document moves whole. The caller commits.
 */
export async function moveInLedger(
  client: Queryable,
  move: Move,
): Promise<{ documents: number; lines: number; costs: number }> {
  await lockLedger(client)
  await countTablesTakenForEmpty(client)
  await touchMonthsOf(client, move)
  const moved = await moveRows(client, move)
  await refreshTouchedMonths(client)
  await closeLedger(client)
  return moved
}

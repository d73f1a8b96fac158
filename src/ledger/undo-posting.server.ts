import { closeLedger, findPosting, lockLedger, removePosting } from './bookkeeping.store.ts'
import type { Queryable } from './connection.server.ts'
import { removeCostClaims } from './cost-entries.store.ts'
import { removeClaims } from './posting.store.ts'
import { refreshTouchedDocuments, refreshTouchedMonths, touchMonthsOfTouchedDocuments } from './roll-up.store.ts'
import { countTablesTakenForEmpty } from './statistics.store.ts'

/**
 * Undoes what an import posted, lines or costs, as if it had never been: its claims go, later imports keep theirs,
 * figures follow. False where the ledger holds nothing of that import. The caller commits.
 */
export async function undoPosting(client: Queryable, importId: number): Promise<boolean> {
  await lockLedger(client)
  const posting = await findPosting(client, importId)
  if (posting === null) return false
  await countTablesTakenForEmpty(client)
  await removeClaims(client, posting)
  await removeCostClaims(client, posting)
  await refreshTouchedDocuments(client)
  await touchMonthsOfTouchedDocuments(client)
  await refreshTouchedMonths(client)
  await removePosting(client, posting)
  await closeLedger(client)
  return true
}

import { mergedAccounts } from '../accounts/merge/merged-accounts.server.ts'
import { addPosting, closeLedger, lockLedger } from './bookkeeping.store.ts'
import type { Queryable } from './connection.server.ts'
import {
  type CostEntry,
  deleteCostEntry,
  type EnteredCost,
  findCostEntry,
  insertCostClaims,
  insertCostEntry,
} from './cost-entries.store.ts'
import type { PostedCost, PostingOutcome } from './posting.ts'
import { refreshTouchedMonths } from './roll-up.store.ts'
import { sequenceCosts } from './sequence-costs.ts'

/** Posts a whole file of cost entries on the caller's transaction. The caller commits. */
export async function postCosts(
  client: Queryable,
  { importId, source }: { importId: number; source: string },
  entries: PostedCost[],
): Promise<PostingOutcome> {
  await lockLedger(client)
  const posting = await addPosting(client, importId, source)
  const outcome = await insertCostClaims(client, posting, source, sequenceCosts(entries), await mergedAccounts(client))
  await refreshTouchedMonths(client)
  await closeLedger(client)
  return { ...outcome, repeatedRows: [] }
}

/** A person's entry; returns its id. The caller commits and leaves the trail. */
export async function addCostEntry(client: Queryable, entry: EnteredCost): Promise<number> {
  await lockLedger(client)
  const id = await insertCostEntry(client, entry)
  await refreshTouchedMonths(client)
  await closeLedger(client)
  return id
}

/** Removes a person's entry and returns it; null where there is none, and an imported one is returned untouched. */
export async function removeCostEntry(client: Queryable, accountId: number, id: number): Promise<CostEntry | null> {
  await lockLedger(client)
  const entry = await findCostEntry(client, accountId, id)
  if (entry && entry.source === null) {
    await deleteCostEntry(client, entry)
    await refreshTouchedMonths(client)
  }
  await closeLedger(client)
  return entry
}

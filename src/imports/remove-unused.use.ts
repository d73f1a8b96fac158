import { accountsNamedBy, removeUnusedAccounts } from '../accounts/accounts.server.ts'
import { queryableOf } from '../accounts/claims.store.ts'
import { accountsSpokenOf } from '../identify/identify.server.ts'
import { queryableOf as ledgerOf } from '../ledger/connection.server.ts'
import { accountsInUse } from '../ledger/ledger.server.ts'
import type { Db } from '../platform/database.server.ts'
import { undoneImports } from './imports.store.ts'

/**
 * Removes accounts that nothing uses any more and returns them. One that people judged, invited or reviewed stays,
 * whoever named it first.
 */
export function removeUnused(db: Db, accountIds: readonly number[]): Promise<number[]> {
  return removeUnusedAccounts(queryableOf(db), accountIds, async ids => {
    const [posted, spokenOf] = [await accountsInUse(ledgerOf(db), ids), await accountsSpokenOf(db, ids)]
    return posted.union(spokenOf)
  })
}

/**
 * Of accounts that a merge held together until now: an import undone in the meantime may have been the only reason that
 * one of them was there.
 */
export async function removeLeftByUndone(db: Db, accountIds: readonly number[]): Promise<void> {
  const named = new Set(await accountsNamedBy(queryableOf(db), await undoneImports(db)))
  await removeUnused(
    db,
    accountIds.filter(id => named.has(id)),
  )
}

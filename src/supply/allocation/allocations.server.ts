import type { Db } from '../../platform/database.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import type { AwardReason } from './allocation-run.ts'
import { releasedAllocations } from './allocations.store.ts'

/** What an account may read of its share: its own figures; which lines or loads were full is ours alone. */
export type AccountAllocation = {
  publicId: string
  accountId: number
  product: { code: string; name: string }
  requested: string
  allocated: string
  releasedAt: string
  reason: Omit<AwardReason, 'limitedBy'> & { limited: boolean }
}

/**
 * Shares that were released to these accounts, the newest first, 200 at most. Works on any connection that may read
 * supply.allocation of these accounts and the names of products: the portal calls it under its own role. The sentence
 * is `awardSentence` of allocation-words.ts.
 */
export async function allocationsOfAccount(db: Db, accountIds: readonly number[]): Promise<AccountAllocation[]> {
  const rows = await releasedAllocations(db, accountIds, 200)
  const products = await productNames(db, [...new Set(rows.map(row => row.productId))])
  return rows.map(({ publicId, accountId, productId, releasedAt, reason: { limitedBy, ...reason } }) => ({
    publicId,
    accountId,
    product: { code: products.get(productId)?.code ?? '', name: products.get(productId)?.name ?? '' },
    requested: reason.requested,
    allocated: reason.allocated,
    releasedAt,
    reason: { ...reason, limited: limitedBy.length > 0 },
  }))
}

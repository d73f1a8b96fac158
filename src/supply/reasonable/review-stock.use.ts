import { businessDay } from '../../platform/business-day.server.ts'
import { gatherReview, type Reviewing } from './gather-review.server.ts'
import { itemsOf, pushedAccounts, valueClassesFrom } from './review-facts.ts'
import { readStockPolicy, type StockPolicy } from './stock-policy.store.ts'
import type { Target } from './target.ts'
import { targetOf } from './target-of.ts'
import { replaceTargets } from './targets.store.ts'

/**
 * Looks at the stock of these accounts (null: of all): what is reasonable, what is there, what will be missing. The results
 * take the place of those before. Returns how many items were looked at.
 */
export async function reviewStock(reviewing: Reviewing, accountIds: readonly number[] | null): Promise<number> {
  const targets = await computeTargets(reviewing, accountIds, await readStockPolicy(reviewing.db))
  await replaceTargets(reviewing.pool, accountIds, targets)
  return targets.length
}

/** The same without writing: for what would change under another policy. */
export async function computeTargets(
  reviewing: Reviewing,
  accountIds: readonly number[] | null,
  policy: Pick<StockPolicy, 'limits' | 'service'>,
): Promise<Target[]> {
  const today = await businessDay(reviewing)
  const sources = await gatherReview(reviewing, today, accountIds, policy.limits)
  const classes = valueClassesFrom(sources, policy.limits)
  // Of products that are known to count little nobody is asked why they are not reported.
  const items = itemsOf(sources).filter(
    ({ stock, productId }) => stock !== null || (classes.get(productId) ?? 'A') === 'A',
  )
  const pushed = pushedAccounts(items, policy.limits)
  return items.map(item =>
    targetOf(item, sources.accounts.get(item.accountId)!, classes.get(item.productId) ?? 'C', policy, {
      today,
      isPushed: pushed.has(item.accountId),
    }),
  )
}

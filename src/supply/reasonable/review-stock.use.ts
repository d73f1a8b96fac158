import { businessDay } from '../../platform/business-day.server.ts'
import { gatherReview, productClasses, type Reviewing } from './gather-review.server.ts'
import { reportingAccounts } from './review-facts.store.ts'
import { itemsOf, pushedAccounts } from './review-facts.ts'
import { readStockPolicy, type StockPolicy } from './stock-policy.store.ts'
import type { Target } from './target.ts'
import { targetOf } from './target-of.ts'
import { removeOtherTargets, replaceTargets } from './targets.store.ts'

type Rules = Pick<StockPolicy, 'limits' | 'service'>

/** So many accounts are held in memory at once; each may have hundreds of products with a year of weeks. */
const atOnce = 200

/**
 * Looks at the stock of these accounts (null: of all): what is reasonable, what is there, what will be missing. The results
 * take the place of those before. Returns how many items were looked at.
 */
export async function reviewStock(reviewing: Reviewing, accountIds: readonly number[] | null): Promise<number> {
  const { db, pool } = reviewing
  const ids = accountIds ?? (await reportingAccounts(db))
  let items = 0
  for await (const reviewed of reviewedInTurn(reviewing, ids, accountIds === null, await readStockPolicy(db))) {
    await replaceTargets(pool, reviewed.accountIds, reviewed.targets)
    items += reviewed.targets.length
  }
  if (accountIds === null) await removeOtherTargets(db, ids)
  return items
}

/** The same without writing: for a plan of this minute, or what would change under another policy. */
export async function computeTargets(
  reviewing: Reviewing,
  accountIds: readonly number[] | null,
  policy: Rules,
): Promise<Target[]> {
  const ids = accountIds ?? (await reportingAccounts(reviewing.db))
  const targets: Target[] = []
  for await (const reviewed of reviewedInTurn(reviewing, ids, accountIds === null, policy))
    for (const target of reviewed.targets) targets.push(target)
  return targets
}

async function* reviewedInTurn(reviewing: Reviewing, ids: readonly number[], isOfAll: boolean, policy: Rules) {
  const today = await businessDay(reviewing)
  const classes = await productClasses(reviewing.db, today, policy.limits, isOfAll)
  for (let from = 0; from < ids.length; from += atOnce) {
    const accountIds = ids.slice(from, from + atOnce)
    const sources = await gatherReview(reviewing, today, accountIds, policy.limits)
    // Of products that are known to count little nobody is asked why they are not reported.
    const items = itemsOf(sources).filter(
      ({ stock, productId }) => stock !== null || (classes.get(productId) ?? 'A') === 'A',
    )
    const pushed = pushedAccounts(items, policy.limits)
    const targets = items.map(item =>
      targetOf(item, sources.accounts.get(item.accountId)!, classes.get(item.productId) ?? 'C', policy, {
        today,
        isPushed: pushed.has(item.accountId),
      }),
    )
    yield { accountIds, targets }
  }
}

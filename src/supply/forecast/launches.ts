import { type Effect, inScope } from './adjustment.ts'
import type { Item } from './items.ts'

/** A launch among all accounts goes to those that take most of its category. */
const mostAccounts = 50

type Lookups = { tierOf: (accountId: number) => Item['tier']; categoryOf: (productId: number) => string | null }

/** Pieces of the last twelve months by account and category. */
export function takenByCategory(items: readonly Item[]): (accountId: number, category: string | null) => number {
  const taken = new Map<string, number>()
  for (const { accountId, category, whole } of items) {
    const key = `${accountId} ${category ?? ''}`
    taken.set(key, (taken.get(key) ?? 0) + whole.subarray(-12).reduce((sum, value) => sum + value, 0))
  }
  return (accountId, category) => taken.get(`${accountId} ${category ?? ''}`) ?? 0
}

/**
 * Items without a past, for quantities said of a product that nobody in their scope has taken yet: at the account named,
 * or at those in scope that take most of the product's category.
 */
export function itemsOfLaunches(
  effects: readonly Effect[],
  items: readonly Item[],
  months: number,
  of: Lookups,
): Item[] {
  const taken = takenByCategory(items)
  const launched: Item[] = []
  for (const effect of effects) {
    const { productId, accountId, quantity } = effect
    if (productId === null || quantity === null || quantity <= 0) continue
    if ([...items, ...launched].some(item => item.productId === productId && inScope(effect, item))) continue
    const category = of.categoryOf(productId)
    const accounts =
      accountId !== null
        ? [accountId]
        : [...new Set(items.map(item => item.accountId))]
            .filter(id => inScope(effect, { accountId: id, productId, category, tier: of.tierOf(id) }))
            .sort((one, other) => taken(other, category) - taken(one, category) || one - other)
            .filter(id => taken(id, category) > 0)
            .slice(0, mostAccounts)
    launched.push(
      ...accounts.map(id => ({
        accountId: id,
        productId,
        category,
        tier: of.tierOf(id),
        source: 'purchases' as const,
        whole: new Float64Array(months),
        from: months,
        pieceValue: null,
      })),
    )
  }
  return launched
}

/** How an account has bought, as the models of repeat buying need it. Times in weeks, counted from the first purchase. */
export interface PurchaseHistory {
  /** Repeat purchases: days with a purchase, less the first one. */
  readonly repeats: number
  /** From the first to the last purchase; 0 without a repeat. */
  readonly lastAt: number
  /** From the first purchase to the end of observation. */
  readonly observed: number
}

/** Accounts with the same history, counted once: the likelihood needs each distinct history only once. */
export interface HistoryGroup extends PurchaseHistory {
  readonly accounts: number
}

export function groupHistories(histories: readonly PurchaseHistory[]): HistoryGroup[] {
  const groups = new Map<string, { history: PurchaseHistory; accounts: number }>()
  for (const history of histories) {
    const key = `${history.repeats}|${history.lastAt}|${history.observed}`
    const group = groups.get(key)
    if (group) group.accounts += 1
    else groups.set(key, { history, accounts: 1 })
  }
  return [...groups.values()].map(({ history, accounts }) => ({ ...history, accounts }))
}

/**
 * At most `limit` items, every k-th from the middle of its stretch: the same every time, spread over the order given.
 * The parameters of the models settle to three digits with far fewer than 20,000 accounts.
 */
export function systematicSample<Item>(items: readonly Item[], limit: number): readonly Item[] {
  if (items.length <= limit) return items
  return Array.from({ length: limit }, (_, index) => items[Math.floor(((index + 0.5) * items.length) / limit)]!)
}

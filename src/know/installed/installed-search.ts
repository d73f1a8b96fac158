/** What the URL of the account's tab holds: the item that is open. */
export type InstalledSearch = { item?: number | 'new' }

/** Reads the search params forgivingly. */
export function installedSearch(search: Record<string, unknown>): InstalledSearch {
  if (search.item === 'new') return { item: 'new' }
  const item = Number(search.item)
  return Number.isInteger(item) && item > 0 ? { item } : {}
}

/** What the URL of the department's page holds. */
export type ReplacementSearch = { owner?: string; productLine?: string; lives?: true }

export function replacementSearch(search: Record<string, unknown>): ReplacementSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const [owner, productLine] = [text(search.owner), text(search.productLine)]
  return { ...(owner && { owner }), ...(productLine && { productLine }), ...(search.lives === true && { lives: true }) }
}

/** What the URL of the account's tab holds: the line whose potential is being entered. */
export type PotentialSearch = { line?: string }

export function potentialSearch(search: Record<string, unknown>): PotentialSearch {
  return typeof search.line === 'string' && search.line !== '' ? { line: search.line } : {}
}

/** What the URL of the department's list holds. */
export type WhiteSpaceSearch = { owner?: string; productLine?: string; only?: 'unbought' | 'bought' }

/** Reads the search params forgivingly. */
export function whiteSpaceSearch(search: Record<string, unknown>): WhiteSpaceSearch {
  const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined)
  const [owner, productLine] = [text(search.owner), text(search.productLine)]
  const only = (['unbought', 'bought'] as const).find(each => each === search.only)
  return { ...(owner && { owner }), ...(productLine && { productLine }), ...(only && { only }) }
}

/** What the URL of the policy holds: the editor, or the list of versions; which mode the simulator answers in. */
export type PolicySearch = { view?: 'versions'; mode?: 'next review' }

/** Reads the search params forgivingly. */
export function policySearch(search: Record<string, unknown>): PolicySearch {
  return {
    ...(search.view === 'versions' && { view: 'versions' as const }),
    ...(search.mode === 'next review' && { mode: 'next review' as const }),
  }
}

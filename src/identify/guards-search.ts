import { type GuardKey, guardKeys } from './guards.ts'

/** What the URL of the guards holds. */
export type GuardsSearch = { guard?: GuardKey; owner?: string }

/** Reads the search params forgivingly. */
export function guardsSearch(search: Record<string, unknown>): GuardsSearch {
  const guard = guardKeys.find(key => key === search.guard)
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined
  return { ...(guard && { guard }), ...(owner && { owner }) }
}

import type { BuyingField } from './buying-facts.contract.ts'
import { fieldNames } from './profile-score.ts'

/** What the URL of the tab holds: the field being edited. */
export type BuyingSearch = { edit?: BuyingField }

/** Reads the search params forgivingly. */
export function buyingSearch(search: Record<string, unknown>): BuyingSearch {
  const edit = fieldNames.find(field => field === search.edit)
  return edit ? { edit } : {}
}

/** What the URL of the department's list holds. */
export type ProfilesSearch = { state?: 'stale' | 'unknown' | 'good'; owner?: string }

export function profilesSearch(search: Record<string, unknown>): ProfilesSearch {
  const state = (['stale', 'unknown', 'good'] as const).find(each => each === search.state)
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined
  return { ...(state && { state }), ...(owner && { owner }) }
}

import { type Tier, tiers } from './tier.ts'

export const movementFilters = ['all', 'up', 'down', 'kept', 'invited', 'override'] as const
export type MovementFilter = (typeof movementFilters)[number]

/** What the URL of a review holds. Left out: all moves. */
export type ReviewSearch = {
  moves?: MovementFilter
  from?: Tier
  to?: Tier
}

/** Reads the search params forgivingly. */
export function reviewSearch(search: Record<string, unknown>): ReviewSearch {
  const moves = movementFilters.find(each => each === search.moves)
  const from = tiers.find(each => each === search.from)
  const to = tiers.find(each => each === search.to)
  return { ...(moves && moves !== 'all' && { moves }), ...(from && { from }), ...(to && { to }) }
}

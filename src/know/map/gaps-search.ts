import { type Tier, tiers } from '../../identify/tier.ts'
import { type GapKind, gapKinds } from './gaps.ts'

/** What the URL of the gaps of all accounts holds; `owner` is an id, or 'none' for accounts without one. */
export type GapsSearch = { kind?: GapKind; owner?: string; tier?: Tier }

/** Reads the search params forgivingly. */
export function gapsSearch(search: Record<string, unknown>): GapsSearch {
  const kind = gapKinds.find(each => each === search.kind)
  const tier = tiers.find(each => each === search.tier)
  const owner = typeof search.owner === 'string' && search.owner !== '' ? search.owner : undefined
  return { ...(kind && { kind }), ...(owner && { owner }), ...(tier && { tier }) }
}

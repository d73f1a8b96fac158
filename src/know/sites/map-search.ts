import { type Tier, tiers } from '../../identify/tier.ts'

/** What the URL of the map holds; a damaged link still opens. */
export type MapSearch = { tier?: Tier[]; owner?: string; text?: string; site?: number }

export function mapSearch(search: Record<string, unknown>): MapSearch {
  const wanted = [search.tier].flat().filter((tier): tier is Tier => tiers.some(each => each === tier))
  const site = Number(search.site)
  return {
    ...(wanted.length > 0 && { tier: [...new Set(wanted)] }),
    ...(typeof search.owner === 'string' && search.owner !== '' && { owner: search.owner.slice(0, 100) }),
    ...((typeof search.text === 'string' || typeof search.text === 'number') &&
      String(search.text).trim() !== '' && { text: String(search.text).slice(0, 100) }),
    ...(Number.isSafeInteger(site) && site > 0 && { site }),
  }
}

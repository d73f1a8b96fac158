import { type Tier, tiers } from '../../identify/tier.ts'
import { type AllocationPolicy, greatestWeight } from './allocation-policy.ts'

/** What the URL of the list holds: what was dropped or taken back instead, and the form that is open. */
export type AllocationsSearch = { past?: true; draw?: true }

export function allocationsSearch(search: Record<string, unknown>): AllocationsSearch {
  const isSaid = (value: unknown) => value === true || value === 'true'
  return { ...(isSaid(search.past) && { past: true }), ...(isSaid(search.draw) && { draw: true }) }
}

/** What the URL of a run holds: the product whose shares are shown, and the policy that is tried on them. */
export type RunSearch = { product?: number; weights?: string; floor?: number }

export function runSearch(search: Record<string, unknown>): RunSearch {
  const product = Number(search.product)
  const floor = Number(search.floor)
  const weights = typeof search.weights === 'string' && readWeights(search.weights) ? search.weights : undefined
  const isFloor = search.floor !== undefined && Number.isInteger(floor) && floor >= 0 && floor <= 100
  return {
    ...(Number.isInteger(product) && product > 0 && { product }),
    ...(weights && { weights }),
    ...(isFloor && { floor }),
  }
}

/** Weights in the order of the tiers, as the URL has them: "5,10,20,50,20". */
export const writeWeights = (weights: AllocationPolicy['weights']): string => tiers.map(tier => weights[tier]).join(',')

function readWeights(text: string): Record<Tier, number> | null {
  const parts = text.split(',').map(Number)
  const isWhole =
    parts.length === tiers.length && parts.every(each => Number.isInteger(each) && each >= 1 && each <= greatestWeight)
  return isWhole ? (Object.fromEntries(tiers.map((tier, at) => [tier, parts[at]!])) as Record<Tier, number>) : null
}

/** The policy that the URL tries, on the ground of the run's own. */
export function triedPolicy(search: RunSearch, own: AllocationPolicy): AllocationPolicy {
  const weights = search.weights ? readWeights(search.weights) : null
  return { weights: weights ?? own.weights, floorPercent: search.floor ?? own.floorPercent }
}

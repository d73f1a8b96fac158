import { type Tier, tiers } from '../../identify/tier.ts'

export type AllocationPolicy = {
  /** How much an account of a tier counts against one of another; whole numbers from 1 to 1,000. */
  weights: Readonly<Record<string, number>>
  /** The share of its fair part that nobody falls below; whole percent from 0 to 100. */
  floorPercent: number
}

export const greatestWeight = 1000

/** In force until somebody changes it. */
export const usualPolicy: AllocationPolicy = {
  weights: { platinum: 50, gold: 20, special: 20, silver: 10, regular: 5 } satisfies Record<Tier, number>,
  floorPercent: 30,
}

export const readyPolicies = ['in force', 'alike', 'key first', 'high floor'] as const
export type ReadyPolicy = (typeof readyPolicies)[number]

/** What the policy in force is held against, side by side. */
export function readyPolicy(name: ReadyPolicy, inForce: AllocationPolicy): AllocationPolicy {
  if (name === 'alike') return { weights: Object.fromEntries(tiers.map(tier => [tier, 1])), floorPercent: 100 }
  if (name === 'key first') {
    const weights = Object.fromEntries(tiers.map(tier => [tier, tier === 'regular' ? 1 : greatestWeight]))
    return { weights, floorPercent: 0 }
  }
  if (name === 'high floor') return { ...inForce, floorPercent: Math.max(75, inForce.floorPercent) }
  return inForce
}

/** Whether two policies would share the same. */
export function samePolicy(one: AllocationPolicy, other: AllocationPolicy): boolean {
  const names = new Set([...Object.keys(one.weights), ...Object.keys(other.weights)])
  return one.floorPercent === other.floorPercent && [...names].every(name => one.weights[name] === other.weights[name])
}

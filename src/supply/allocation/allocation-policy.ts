import { isKey, type Tier, tiers } from '../../identify/tier.ts'

export type SharingPolicy = {
  /** How much an account of a tier counts against one of another; whole numbers from 1 to 1,000. */
  weights: Readonly<Record<string, number>>
  /** The share of its fair part that nobody falls below; whole percent from 0 to 100. */
  floorPercent: number
}

/** That of the department: a weight for each of its tiers. */
export type AllocationPolicy = SharingPolicy & { weights: Record<Tier, number> }

export const greatestWeight = 1000

/** In force until somebody changes it. */
export const usualPolicy: AllocationPolicy = {
  weights: { platinum: 50, gold: 20, special: 20, silver: 10, regular: 5 },
  floorPercent: 30,
}

export const readyPolicies = ['in force', 'alike', 'key first', 'high floor'] as const
export type ReadyPolicy = (typeof readyPolicies)[number]

/** What the policy in force is held against, side by side. */
export function readyPolicy(name: ReadyPolicy, inForce: AllocationPolicy): AllocationPolicy {
  if (name === 'alike') return { weights: weighing(() => 1), floorPercent: 100 }
  if (name === 'key first') return { weights: weighing(tier => (isKey(tier) ? greatestWeight : 1)), floorPercent: 0 }
  if (name === 'high floor') return { ...inForce, floorPercent: Math.max(75, inForce.floorPercent) }
  return inForce
}

const weighing = (weight: (tier: Tier) => number) =>
  Object.fromEntries(tiers.map(tier => [tier, weight(tier)])) as Record<Tier, number>

/** Whether two policies would share the same. */
export function samePolicy(one: AllocationPolicy, other: AllocationPolicy): boolean {
  return one.floorPercent === other.floorPercent && tiers.every(tier => one.weights[tier] === other.weights[tier])
}

import { earnedTiers, type Tier } from './tier.ts'

/** How a tier changed since the review before: onto the ladder, up, down, or off it. */
export type Movement = 'up' | 'down' | 'new' | 'out'

/**
 * The movement of an account; null where it stayed, was never reviewed before, or where only an invitation changed:
 * Special stands beside the ladder, so that coming from or going to Gold is neither up nor down.
 */
export function movementOf(previous: Tier | null, tier: Tier | null): Movement | null {
  if (previous === null || tier === null || previous === tier) return null
  if (previous === 'regular') return 'new'
  if (tier === 'regular') return 'out'
  if (previous === 'special' || tier === 'special') return null
  return earnedTiers.indexOf(tier) > earnedTiers.indexOf(previous) ? 'up' : 'down'
}

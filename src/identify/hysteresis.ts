/**
 * Promotion at once, demotion with patience. An account keeps its tier while it stays within the margin, and below it
 * for so many reviews in a row; then it falls to the best tier whose margin it still keeps. Codes are those of tier.ts.
 */
export interface Standing {
  readonly tier: number
  /** Reviews in a row that were below the margin of the tier. */
  readonly below: number
}

export type MovementReason = 'first' | 'earned' | 'promoted' | 'kept by margin' | 'kept by patience' | 'demoted'

/** `strict` is earned by the rule, `lenient` (never below it) with the margin forgiven; `previous` null at a first review. */
export function nextStanding(
  previous: Standing | null,
  strict: number,
  lenient: number,
  reviewsBeforeDemotion: number,
): Standing & { readonly reason: MovementReason } {
  if (previous === null) return { tier: strict, below: 0, reason: 'first' }
  if (strict > previous.tier) return { tier: strict, below: 0, reason: 'promoted' }
  if (strict === previous.tier) return { tier: strict, below: 0, reason: 'earned' }
  if (lenient >= previous.tier) return { tier: previous.tier, below: 0, reason: 'kept by margin' }
  const below = previous.below + 1
  if (below < reviewsBeforeDemotion) return { tier: previous.tier, below, reason: 'kept by patience' }
  return { tier: lenient, below: 0, reason: 'demoted' }
}

import type { Language } from '../platform/language.ts'

/** Tiers that points earn, from the lowest to the highest; the place in the list is the code kept in typed arrays. */
export const earnedTiers = ['regular', 'silver', 'gold', 'platinum'] as const
export type EarnedTier = (typeof earnedTiers)[number]

/** Every tier: special is by invitation and stands beside the ladder, not on it. */
export const tiers = [...earnedTiers, 'special'] as const
export type Tier = (typeof tiers)[number]

export const tierCode = (tier: Tier): number => tiers.indexOf(tier)
export const tierOf = (code: number): Tier => {
  const tier = tiers[code]
  if (!tier) throw new RangeError(`no tier has the code ${code}`)
  return tier
}

/** Key accounts are those above regular: the vital few that the department looks after. */
export const isKey = (tier: Tier): boolean => tier !== 'regular'

const names: Readonly<Record<Tier, readonly [string, string]>> = {
  platinum: ['Platinum', '铂金'],
  gold: ['Gold', '金'],
  silver: ['Silver', '银'],
  special: ['Special', '特邀'],
  regular: ['Regular', '普通'],
}

export const tierName = (tier: Tier, language: Language): string => names[tier][language === 'en' ? 0 : 1]

import type { Language } from '../platform/language.ts'
import { type Tier, tierName } from './tier.ts'

/** Best first, Special beside the ladder, as tables and flows list them. */
export const tiersBestFirst: readonly Tier[] = ['platinum', 'gold', 'silver', 'special', 'regular']

const colours: Readonly<Record<Tier, string>> = {
  platinum: 'var(--vf-platinum)',
  gold: 'var(--vf-gold)',
  silver: 'var(--vf-silver)',
  special: 'var(--vf-special)',
  regular: 'var(--vf-line-strong)',
}

/** The tiers as posts of a flow chart, named and tinted. */
export const tierPosts = (language: Language): { key: Tier; name: string; colour: string }[] =>
  tiersBestFirst.map(tier => ({ key: tier, name: tierName(tier, language), colour: colours[tier] }))

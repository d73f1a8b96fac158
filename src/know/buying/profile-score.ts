import type { ValueType } from '../../identify/value-type.ts'
import type { BuyingFact, BuyingField } from './buying-facts.contract.ts'

/**
 * What each field of a buying profile is worth and how fast it grows old. Weights add up to 100; a half-life is the
 * number of days after which what was heard counts half. Ours, not the literature's: shares and brands move within a
 * year, the rules of a company stay for two or three.
 */
export const profileFields = {
  process: { weight: 16, halfLife: 540 },
  cycle: { weight: 8, halfLife: 730 },
  tendering: { weight: 10, halfLife: 540 },
  budget: { weight: 10, halfLife: 365 },
  brandsInUse: { weight: 8, halfLife: 365 },
  brandsPreferred: { weight: 7, halfLife: 540 },
  competitors: { weight: 16, halfLife: 270 },
  channels: { weight: 5, halfLife: 1095 },
  protection: { weight: 6, halfLife: 730 },
  quality: { weight: 7, halfLife: 730 },
  service: { weight: 7, halfLife: 540 },
} as const satisfies Record<BuyingField, { weight: number; halfLife: number }>

export const fieldNames = Object.keys(profileFields) as BuyingField[]

/** How much a field matters more or less for what the account values (Rackham & DeVincentis); absent: 1. */
const relevance: Record<ValueType, Partial<Record<BuyingField, number>>> = {
  // Price alone: when and how it compares, and with whom.
  intrinsic: { tendering: 1.5, budget: 1.3, competitors: 1.4, cycle: 1.2, quality: 0.8, service: 0.6, channels: 0.8 },
  // The solution around the product: what it asks for and who has a say.
  extrinsic: { service: 1.6, quality: 1.4, process: 1.2, channels: 1.2, tendering: 0.8 },
  // Designing together: how it decides and where it wants to go.
  strategic: { process: 1.4, brandsPreferred: 1.4, quality: 1.2, service: 1.2, protection: 1.2, tendering: 0.7 },
}

/** A fact as scoring needs it: how much of the field it answers (0 to 1) and when it was last heard. */
export type ScoredFact = { field: BuyingField; filled: number; learnedOn: string }

export type ProfilePart = {
  field: BuyingField
  /** Points out of 100 that the field can give. */
  weight: number
  filled: number
  /** 1 on the day it was learned, 0.5 a half-life later; null while nothing is known. */
  fresh: number | null
  /** weight × filled × fresh. */
  points: number
}

export type ProfileScore = {
  /** Sum of the points, 0 to 100: completeness × freshness. */
  score: number
  /** Weight of what is answered, 0 to 100, however old. */
  completeness: number
  /** How fresh what is answered is, 0 to 100, weighted likewise; null while nothing is known. */
  freshness: number | null
  parts: ProfilePart[]
}

/**
 * How much of its field a value answers. A process counts half for its steps, 0.3 for their days, 0.2 for who does
 * them; competitors half by their names, half by their shares; tendering 0.6 without whoever runs it (a spot buyer
 * needs nobody). All other fields are answered or not.
 */
export function filledShare(fact: BuyingFact): number {
  switch (fact.field) {
    case 'process': {
      const { steps } = fact.value
      const part = (known: number) => known / steps.length
      const timed = part(steps.filter(step => step.days !== null).length)
      const named = part(steps.filter(step => step.contactId !== null || step.who !== null).length)
      return 0.5 + 0.3 * timed + 0.2 * named
    }
    case 'competitors': {
      const { shares } = fact.value
      return 0.5 + (0.5 * shares.filter(share => share.percent !== null).length) / shares.length
    }
    case 'tendering':
      return fact.value.runBy !== null || fact.value.way === 'spot' ? 1 : 0.6
    default:
      return 1
  }
}

/** 1 on the day it was learned, halved with every half-life of the field. A day that lies ahead counts as today. */
export function freshnessOf(field: BuyingField, learnedOn: string, today: string): number {
  const age = Math.max(0, (Date.parse(today) - Date.parse(learnedOn)) / 86_400_000)
  return 0.5 ** (age / profileFields[field].halfLife)
}

/** Completeness, freshness and their product for one account; fields without a fact count nothing. */
export function profileScore(facts: readonly ScoredFact[], today: string): ProfileScore {
  const known = new Map(facts.map(fact => [fact.field, fact]))
  const parts = fieldNames.map((field): ProfilePart => {
    const { weight } = profileFields[field]
    const fact = known.get(field)
    if (!fact) return { field, weight, filled: 0, fresh: null, points: 0 }
    const fresh = freshnessOf(field, fact.learnedOn, today)
    return { field, weight, filled: fact.filled, fresh, points: weight * fact.filled * fresh }
  })
  const completeness = parts.reduce((sum, part) => sum + part.weight * part.filled, 0)
  const score = parts.reduce((sum, part) => sum + part.points, 0)
  return { score, completeness, freshness: completeness > 0 ? (100 * score) / completeness : null, parts }
}

/** Why a field is asked: nothing known, only part of it, or too long ago. */
export type QuestionReason = 'unknown' | 'partial' | 'stale'

export type NextQuestion = {
  field: BuyingField
  reason: QuestionReason
  /** Points that a good answer today would add, before relevance. */
  gain: number
}

/** Below this many points a question is not worth the customer's time. */
const worthAsking = 1

/**
 * The field whose answer is worth most: weight × what is missing or stale of it × relevance for the value type. Equal
 * ones in the order of the fields. Null where every answer is fresh.
 */
export function nextQuestion(parts: readonly ProfilePart[], valueType: ValueType | null): NextQuestion | null {
  let best: (NextQuestion & { worth: number }) | null = null
  for (const { field, weight, filled, fresh, points } of parts) {
    const gain = weight - points
    const worth = gain * ((valueType && relevance[valueType][field]) ?? 1)
    if (gain < worthAsking || worth <= (best?.worth ?? 0)) continue
    const stale = filled * (1 - (fresh ?? 0)) >= 1 - filled
    best = { field, gain, worth, reason: fresh === null ? 'unknown' : stale ? 'stale' : 'partial' }
  }
  return best && { field: best.field, reason: best.reason, gain: best.gain }
}

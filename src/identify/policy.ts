import { z } from 'zod'
import { type MeasureKey, measureKeys, measures } from './measures.ts'

/** Who is key, as data: a version of the policy. Versions that a review used are never changed. */

const amount = z.string().regex(/^\d{1,15}(\.\d{1,6})?$/, 'a positive decimal amount')
const share = z.number().min(0).max(1)

/**
 * How a value becomes a score of 0 to 100.
 * percentile: share of the other accounts that are worse. bands: the score of the best band whose bound is reached.
 * linear: 0 at `from`, 100 at `to`, straight between. logarithmic: the same on the logarithm, bounds above zero.
 * Where less is better (silence), `to` lies below `from` and bands are reached from above.
 */
export const scaleSchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('percentile') }),
  z.object({
    kind: z.literal('bands'),
    bands: z
      .array(z.object({ bound: z.number(), score: z.number().min(0).max(100) }))
      .min(1)
      .max(12),
  }),
  z.object({ kind: z.literal('linear'), from: z.number(), to: z.number() }),
  z.object({ kind: z.literal('logarithmic'), from: z.number().positive(), to: z.number().positive() }),
])
export type Scale = z.infer<typeof scaleSchema>

export const criterionSchema = z
  .object({
    measure: z.enum(measureKeys),
    /** Relative to the other weights; 0 keeps the criterion without effect. */
    weight: z.number().min(0).max(100),
    scale: scaleSchema,
    /** An account whose value is unknown: the others' weights carry its points, or the criterion brings none. */
    unknown: z.enum(['leave out', 'no points']).default('leave out'),
  })
  .superRefine(({ measure, scale }, issues) => {
    const fault = faultOfScale(measure, scale)
    if (fault) issues.addIssue({ code: 'custom', message: fault, path: ['scale'] })
  })
export type Criterion = z.infer<typeof criterionSchema>

function faultOfScale(measure: MeasureKey, scale: Scale): string | null {
  const rising = measures[measure].better === 'higher'
  if (scale.kind === 'linear' || scale.kind === 'logarithmic') {
    if (rising ? scale.from < scale.to : scale.from > scale.to) return null
    return rising
      ? 'more is better here: the full score must lie above the empty one'
      : 'less is better here: the full score must lie below the empty one'
  }
  if (scale.kind === 'bands') {
    const inOrder = scale.bands.every((band, index) => {
      const before = scale.bands[index - 1]
      return !before || ((rising ? band.bound > before.bound : band.bound < before.bound) && band.score > before.score)
    })
    return inOrder ? null : 'bands go from the worst to the best, and a better band has a higher score'
  }
  return null
}

const ladder = <Step extends z.ZodType<number>>(step: Step) => ({ platinum: step, gold: step, silver: step })

export const tierRuleSchema = z.discriminatedUnion('by', [
  /** Points (0 to 100) from which the tier is earned. */
  z.object({ by: z.literal('points'), ...ladder(z.number().min(0).max(100)) }),
  /** So many accounts each, the best by points first: a share of all accounts counted, or a number. */
  z.object({ by: z.literal('quota'), of: z.enum(['share', 'accounts']), ...ladder(z.number().min(0)) }),
  /**
   * Largest contribution first: the accounts that together bring the first `platinum` share of the positive
   * contributions, then up to `gold`, up to `silver`. Positive contributions, so that it has a meaning in a bad year too.
   */
  z.object({ by: z.literal('contribution'), ...ladder(share) }),
])
export type TierRule = z.infer<typeof tierRuleSchema>

export const guardSettingsSchema = z.object({
  /** Cost to serve above this share of margin is too generous. */
  generousShare: share.default(0.5),
  /** One account above this share of the contribution is a dependence. */
  dependenceShare: share.default(0.2),
  /** Growth of a small account from which it is rising. */
  risingGrowth: z.number().min(0).max(100).default(0.5),
  /** Silence, as a multiple of the account's usual gap, from which it is falling silent: by chance one in twenty is. */
  silentTimes: z.number().min(1).max(100).default(3),
})
export type GuardSettings = z.infer<typeof guardSettingsSchema>

export const policySchema = z
  .object({
    /** Months of ledger that a review looks at. */
    windowMonths: z.number().int().min(1).max(60).default(12),
    reviewEveryMonths: z.number().int().min(1).max(24).default(6),
    gates: z.object({
      minimumCooperationMonths: z.number().int().min(0).max(600).nullable(),
      legalStandingConfirmed: z.boolean(),
      /** Either is enough; null does not count, and with both null the gate is open. */
      anyOf: z.object({ singleDocument: amount.nullable(), yearTotal: amount.nullable() }),
    }),
    criteria: z.array(criterionSchema).min(1).max(20),
    tiers: tierRuleSchema,
    hysteresis: z.object({
      /** Points (percentage points of contribution where tiers go by contribution) below a threshold that are forgiven. */
      margin: z.number().min(0).max(50),
      /** Reviews in a row below the margin before the tier is lost; 1 demotes at once. Promotion is always at once. */
      reviewsBeforeDemotion: z.number().int().min(1).max(12),
    }),
    /** What an account of the tier costs in entitlements, base currency a year. */
    entitlementCost: z.object({ platinum: amount, gold: amount, silver: amount, special: amount }),
    /** Accounts of the tier that one manager can look after. */
    accountsPerManager: z.object({
      platinum: z.number().min(1),
      gold: z.number().min(1),
      silver: z.number().min(1),
      special: z.number().min(1),
    }),
    guards: guardSettingsSchema.prefault({}),
  })
  .superRefine((policy, issues) => {
    if (!policy.criteria.some(criterion => criterion.weight > 0))
      issues.addIssue({ code: 'custom', message: 'at least one criterion needs a weight', path: ['criteria'] })
    if (new Set(policy.criteria.map(criterion => criterion.measure)).size < policy.criteria.length)
      issues.addIssue({ code: 'custom', message: 'a measure can be used once', path: ['criteria'] })
    const { tiers } = policy
    const inOrder =
      tiers.by === 'points'
        ? tiers.platinum > tiers.gold && tiers.gold > tiers.silver
        : tiers.by === 'contribution'
          ? tiers.platinum < tiers.gold && tiers.gold < tiers.silver
          : true
    if (!inOrder)
      issues.addIssue({
        code: 'custom',
        message: 'platinum is harder to reach than gold, and gold than silver',
        path: ['tiers'],
      })
    if (tiers.by === 'quota' && tiers.of === 'share' && tiers.platinum + tiers.gold + tiers.silver > 1)
      issues.addIssue({ code: 'custom', message: 'the shares add up to more than all accounts', path: ['tiers'] })
  })
export type Policy = z.infer<typeof policySchema>

import { z } from 'zod'
import { gateKeys } from './gates.ts'
import { guardKeys } from './guards.ts'
import { measureKeys } from './measures.ts'
import { scaleSchema } from './policy.ts'
import { earnedTiers, tiers } from './tier.ts'

/** Shapes that several operations of this room answer with. */

export const tags = ['Identify']
export const idSchema = z.coerce.number<number>().int().positive()
export const daySchema = z.iso.date()
export const amountSchema = z.string().describe('Exact decimal in the base currency')
export const shareSchema = z.number().nullable().describe('Null where it has no meaning')
export const tierSchema = z.enum(tiers)
export const earnedTierSchema = z.enum(earnedTiers)
export const measureSchema = z.enum(measureKeys)
export const guardSchema = z.enum(guardKeys)
export const reasonSchema = z.enum([
  'first',
  'earned',
  'promoted',
  'kept by margin',
  'kept by patience',
  'demoted',
  'invited',
  'override',
  'not qualified',
])

export const accountBriefSchema = z.object({ id: z.number(), code: z.string(), name: z.string() })

export const windowSchema = z.object({ from: z.string().nullable(), to: z.string().nullable() })

export const tierFiguresSchema = z.object({
  tier: tierSchema,
  accounts: z.number(),
  contribution: amountSchema,
  contributionShare: shareSchema,
  entitlementCost: amountSchema,
})

export const flowSchema = z.object({ from: tierSchema, to: tierSchema, accounts: z.number() })

export const guardFindingSchema = z.object({
  guard: guardSchema,
  account: accountBriefSchema,
  tier: tierSchema.nullable(),
  ownerId: z.string().nullable(),
  atStake: amountSchema,
  stake: z.enum(['loss', 'excess cost', 'contribution', 'revenue', 'revenue gained']),
  values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  reason: z.string().describe('The reason as a sentence in the language of the request'),
})

export const wayUpSchema = z.object({ measure: measureSchema, from: z.string(), to: z.string(), more: z.string() })

export const explainedSchema = z.object({
  points: z.number(),
  rank: z.number(),
  of: z.number(),
  earned: earnedTierSchema,
  keepable: earnedTierSchema,
  criteria: z.array(
    z.object({
      measure: measureSchema,
      weight: z.number(),
      weightShare: z.number(),
      scale: scaleSchema,
      value: z.string().nullable(),
      rank: z.number().nullable(),
      of: z.number(),
      score: z.number().nullable(),
      points: z.number(),
      unknown: z.enum(['leave out', 'no points']).nullable(),
    }),
  ),
  gates: z.array(
    z.object({
      gate: z.enum(gateKeys),
      passed: z.boolean(),
      required: z.object({
        months: z.number().nullable(),
        singleDocument: z.string().nullable(),
        yearTotal: z.string().nullable(),
      }),
      actual: z.object({
        months: z.number().nullable(),
        singleDocument: z.string().nullable(),
        yearTotal: z.string().nullable(),
      }),
    }),
  ),
  next: z
    .object({ tier: earnedTierSchema, missingPoints: z.number().nullable(), ways: z.array(wayUpSchema) })
    .nullable(),
})

import { oc } from '@orpc/contract'
import { z } from 'zod'
import {
  accountBriefSchema,
  amountSchema,
  daySchema,
  flowSchema,
  guardFindingSchema,
  guardSchema,
  measureSchema,
  shareSchema,
  tags,
  tierFiguresSchema,
  tierSchema,
  windowSchema,
} from './shapes.contract.ts'

const windowInput = z.object({
  from: daySchema.optional().describe('First day; the whole ledger without it'),
  to: daySchema.optional().describe('Last day; the whole ledger without it'),
})

const curveSchema = z.object({
  accounts: z.number().describe('Accounts whose amount is known'),
  total: amountSchema.nullable(),
  accountsFor80Percent: z.number().nullable(),
  topFifth: z.object({ accounts: z.number(), amount: amountSchema.nullable(), share: shareSchema }),
  peak: z.object({ accounts: z.number(), amount: amountSchema, share: shareSchema }).nullable(),
  lossMaking: z.number().nullable(),
  largestShare: shareSchema,
  concentration: shareSchema.describe('Herfindahl–Hirschman index, 0 to 1'),
  points: z.array(z.object({ accounts: z.number(), amount: amountSchema })).describe('Cumulative, for the chart'),
})

export const rankedBy = ['revenue', 'margin', 'contribution'] as const

const standingSchema = z.object({
  reviewId: z.number(),
  state: z.enum(['provisional', 'confirmed']),
  asOf: z.string(),
  policyVersion: z.number(),
  policyName: z.string(),
})

export const vitalFewContract = {
  overview: oc
    .route({ method: 'GET', path: '/vital-few', summary: 'Curves, tiles, tiers and guards of a window', tags })
    .input(windowInput)
    .output(
      z.object({
        window: windowSchema,
        ledger: windowSchema.describe('First and last day of the whole ledger'),
        currency: z.string(),
        ledgerVersion: z.number(),
        totals: z.object({
          accounts: z.number(),
          documents: z.number(),
          lines: z.number(),
          revenue: amountSchema,
          margin: amountSchema.nullable(),
          costToServe: amountSchema.nullable(),
          contribution: amountSchema.nullable(),
          costCoverage: shareSchema.describe('Share of the revenue whose cost is known'),
        }),
        curves: z.object({ revenue: curveSchema, margin: curveSchema, contribution: curveSchema }),
        lossMakingInTopFifthByRevenue: z.object({ margin: z.number().nullable(), contribution: z.number().nullable() }),
        standing: standingSchema.nullable(),
        tiers: z.array(tierFiguresSchema).describe('By the standing, over the window of its review'),
        guards: z.array(z.object({ guard: guardSchema, findings: z.number(), atStake: amountSchema })),
        coverage: z
          .array(z.object({ measure: measureSchema, known: z.number(), of: z.number() }))
          .describe('Of how many accounts each measure is known'),
      }),
    ),
  accounts: oc
    .route({ method: 'GET', path: '/vital-few/accounts', summary: 'Accounts ranked over a window', tags })
    .input(
      windowInput.extend({
        by: z.enum(rankedBy).default('contribution'),
        order: z.enum(['largest', 'smallest']).default('largest'),
        tier: z.union([tierSchema, z.array(tierSchema)]).optional(),
        ownerId: z.string().optional().describe('“none” for accounts that nobody owns'),
        text: z.string().trim().max(100).optional().describe('Part of code or name'),
        fromRank: z.coerce.number<number>().int().min(1).optional().describe('What the brush on the curve covers'),
        toRank: z.coerce.number<number>().int().min(1).optional(),
        cursor: z.coerce.number<number>().int().min(0).default(0),
        limit: z.coerce.number<number>().int().min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({
        window: windowSchema,
        total: z.number().describe('Accounts that fit the filter'),
        items: z.array(
          accountBriefSchema.extend({
            rank: z.number(),
            country: z.string().nullable(),
            region: z.string().nullable(),
            ownerId: z.string().nullable(),
            revenue: amountSchema,
            margin: amountSchema.nullable(),
            costToServe: amountSchema.nullable(),
            contribution: amountSchema.nullable(),
            marginRate: shareSchema,
            documents: z.number(),
            lastDay: z.string().nullable(),
            points: z.number().nullable(),
            tier: tierSchema.nullable(),
            previousTier: tierSchema.nullable(),
            cumulative: amountSchema.nullable().describe('Sum of this and all larger accounts'),
          }),
        ),
        nextCursor: z.number().nullable(),
      }),
    ),
  guards: oc
    .route({ method: 'GET', path: '/vital-few/guards', summary: 'The classic mistakes, with the money at stake', tags })
    .input(
      z.object({
        guard: guardSchema.optional(),
        ownerId: z.string().optional(),
        cursor: z.coerce.number<number>().int().min(0).default(0),
        limit: z.coerce.number<number>().int().min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({
        window: windowSchema,
        total: z.number(),
        items: z.array(guardFindingSchema),
        nextCursor: z.number().nullable(),
      }),
    ),
  department: oc
    .route({ method: 'GET', path: '/vital-few/department', summary: 'Key accounts counted, managers needed', tags })
    .output(
      z.object({
        keyAccounts: z.number(),
        foundingNumber: z.number(),
        worthFounding: z.boolean(),
        managersNeeded: z.number(),
        load: z.number(),
        keyAccountsWithoutOwner: z.number(),
        managers: z.array(
          z.object({
            owner: z.string(),
            ownerName: z.string(),
            accounts: z.object({ silver: z.number(), gold: z.number(), platinum: z.number(), special: z.number() }),
            load: z.number().describe('1 is a full load'),
          }),
        ),
      }),
    ),
  movements: oc
    .route({ method: 'GET', path: '/vital-few/movements', summary: 'From-to flows of the last confirmed review', tags })
    .output(z.object({ reviewId: z.number().nullable(), asOf: z.string().nullable(), flows: z.array(flowSchema) })),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { movementFilters } from './review-search.ts'
import {
  accountBriefSchema,
  amountSchema,
  daySchema,
  earnedTierSchema,
  flowSchema,
  idSchema,
  reasonSchema,
  tags,
  tierFiguresSchema,
  tierSchema,
} from './shapes.contract.ts'

export const reviewSchema = z.object({
  id: z.number(),
  state: z.enum(['provisional', 'draft', 'confirmed']),
  asOf: z.string(),
  windowFrom: z.string(),
  policyVersion: z.number(),
  policyName: z.string(),
  previousReviewId: z.number().nullable(),
  ledgerVersion: z.number(),
  stale: z.boolean().describe('The ledger, the policy or what people judged has moved since; open it again'),
  accounts: z.number(),
  tiers: z.array(tierFiguresSchema),
  flows: z.array(flowSchema),
  moved: z.number(),
  note: z.string().nullable(),
  openedBy: z.string(),
  openedAt: z.string(),
  confirmedBy: z.string().nullable(),
  confirmedAt: z.string().nullable(),
})

const id = z.object({ id: idSchema })

export const reviewsContract = {
  list: oc
    .route({ method: 'GET', path: '/reviews', summary: 'Reviews, newest first; an open draft comes first', tags })
    .input(
      z.object({ cursor: idSchema.optional(), limit: z.coerce.number<number>().int().min(1).max(200).default(50) }),
    )
    .output(
      z.object({
        items: z.array(reviewSchema),
        nextCursor: z.number().nullable(),
        nextDue: z.string().nullable().describe('Day of the next review by the rhythm of the policy'),
      }),
    ),
  get: oc.route({ method: 'GET', path: '/reviews/{id}', summary: 'One review', tags }).input(id).output(reviewSchema),
  open: oc
    .route({
      method: 'POST',
      path: '/reviews',
      summary: 'Compute points and tiers as of a day, to look at before confirming',
      tags,
    })
    .input(z.object({ asOf: daySchema.optional().describe('The last day of the ledger without it') }))
    .output(reviewSchema),
  moves: oc
    .route({ method: 'GET', path: '/reviews/{id}/moves', summary: 'Who moves and why', tags })
    .input(
      id.extend({
        movement: z
          .enum(movementFilters)
          .default('all')
          .describe("'kept': held by margin or patience; 'invited' and 'override': fixed by people, moved or not"),
        from: tierSchema.optional().describe('The tier before; at a first review everybody comes from regular'),
        to: tierSchema.optional(),
        cursor: z.coerce.number<number>().int().min(0).default(0),
        limit: z.coerce.number<number>().int().min(1).max(1000).default(100),
      }),
    )
    .output(
      z.object({
        total: z.number(),
        items: z.array(
          z.object({
            account: accountBriefSchema,
            ownerId: z.string().nullable(),
            from: tierSchema.nullable(),
            to: tierSchema,
            strict: earnedTierSchema.describe('What the points alone would earn'),
            points: z.number(),
            pointsBefore: z.number().nullable(),
            rank: z.number(),
            contribution: amountSchema.nullable(),
            reason: reasonSchema,
            reasonWords: z.string(),
          }),
        ),
        nextCursor: z.number().nullable(),
      }),
    ),
  confirm: oc
    .route({ method: 'POST', path: '/reviews/{id}/confirm', summary: 'Put the tiers of a review in force', tags })
    .input(id.extend({ note: z.string().trim().max(2000).nullable().default(null) }))
    .output(reviewSchema),
  discard: oc
    .route({ method: 'DELETE', path: '/reviews/{id}', summary: 'Throw an unconfirmed review away', tags })
    .input(id)
    .output(z.object({ discarded: z.literal(true) })),
  reproduce: oc
    .route({
      method: 'GET',
      path: '/reviews/{id}/reproduction',
      summary: 'Compute a past review again from what was frozen, and compare',
      tags,
    })
    .input(id)
    .output(
      z.object({
        same: z.boolean(),
        accounts: z.number(),
        differences: z
          .array(z.object({ accountId: z.number(), field: z.string(), kept: z.string(), computed: z.string() }))
          .describe('The first hundred'),
      }),
    ),
}

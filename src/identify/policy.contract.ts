import { oc } from '@orpc/contract'
import { z } from 'zod'
import { policySchema } from './policy.ts'
import { readyPolicyKeys } from './ready-policies.ts'
import {
  accountBriefSchema,
  amountSchema,
  flowSchema,
  idSchema,
  tags,
  tierFiguresSchema,
  tierSchema,
  windowSchema,
} from './shapes.contract.ts'

export const policyVersionSchema = z.object({
  version: z.number(),
  name: z.string(),
  note: z.string().nullable(),
  policy: policySchema,
  author: z.string(),
  createdAt: z.string(),
  inForce: z.boolean(),
  reviews: z.number().describe('Confirmed reviews that used it'),
})

export const policyContract = {
  inForce: oc
    .route({ method: 'GET', path: '/policy', summary: 'The policy in force', tags })
    .output(policyVersionSchema),
  versions: oc
    .route({ method: 'GET', path: '/policy/versions', summary: 'All versions, newest first', tags })
    .input(
      z.object({ cursor: idSchema.optional(), limit: z.coerce.number<number>().int().min(1).max(200).default(50) }),
    )
    .output(z.object({ items: z.array(policyVersionSchema), nextCursor: z.number().nullable() })),
  ready: oc.route({ method: 'GET', path: '/policy/ready', summary: 'Ready policies to start from', tags }).output(
    z.object({
      items: z.array(
        z.object({ key: z.enum(readyPolicyKeys), name: z.string(), meaning: z.string(), policy: policySchema }),
      ),
    }),
  ),
  change: oc
    .route({ method: 'POST', path: '/policy', summary: 'Put a new version in force', tags })
    .input(
      z.object({
        basedOn: z.number().int().describe('The version you edited; refused when another is in force meanwhile'),
        name: z.string().trim().min(1).max(200),
        note: z.string().trim().max(2000).nullable().default(null),
        policy: policySchema,
      }),
    )
    .output(policyVersionSchema),
  simulate: oc
    .route({
      method: 'POST',
      path: '/policy/simulate',
      summary: 'What a policy would do: tiers, flows, contribution, cost',
      tags,
    })
    .input(
      z.object({
        policy: policySchema,
        mode: z.enum(['next review', 'settled']).default('settled'),
        moves: z
          .number()
          .int()
          .min(0)
          .max(1000)
          .default(0)
          .describe('How many moving accounts to name, largest contribution first'),
        from: tierSchema.optional().describe('Name only moves from this tier'),
        to: tierSchema.optional().describe('Name only moves to this tier'),
      }),
    )
    .output(
      z.object({
        window: windowSchema,
        accounts: z.number(),
        basis: z.enum(['contribution', 'revenue']).describe('Revenue where no cost is known at all'),
        tiers: z.array(tierFiguresSchema),
        before: z.array(tierFiguresSchema),
        flows: z.array(flowSchema),
        moved: z.number(),
        entitlementCost: amountSchema,
        entitlementCostBefore: amountSchema,
        moves: z.array(
          z.object({
            account: accountBriefSchema,
            from: tierSchema,
            to: tierSchema,
            points: z.number(),
            contribution: amountSchema.nullable(),
          }),
        ),
        milliseconds: z.number(),
      }),
    ),
}

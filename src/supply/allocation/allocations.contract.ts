import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { greatestWeight } from './allocation-policy.ts'
import { runStates } from './allocation-run.ts'

const tags = ['Allocation']
const id = z.coerce.number<number>().int().positive()
const publicId = z.uuid()
const version = z.number().int()
const quantity = z.string().regex(/^\d{1,11}(\.\d{1,6})?$/, 'A decimal, 11 digits before the point at most')
const monday = z.iso
  .date()
  .refine(day => new Date(`${day}T00:00:00Z`).getUTCDay() === 1, 'A week is named by its Monday')

const policySchema = z.object({
  weights: z
    .record(z.enum(tiers), z.number().int().min(1).max(greatestWeight))
    .describe('What an account of a tier counts'),
  floorPercent: z.number().int().min(0).max(100).describe('Share of its fair part that nobody falls below'),
})

const reach = z.enum(['all', 'weights', 'floors', 'commitments'])

const totals = {
  requested: z.string(),
  allocated: z.string(),
  accounts: z.number(),
  cutAccounts: z.number().describe('Accounts that get less than they ask for'),
  contribution: z.string().describe('Of what is allocated, base currency'),
  contributionCut: z.string().describe('What the cuts cost, base currency'),
  unknown: z.number().describe('Cut shares whose contribution is not known'),
}
const totalsSchema = z.object(totals)
const tierTotals = z.object({
  tier: z.enum(tiers),
  ...totals,
  share: z.number().describe('Of what it asks for, 0 to 1'),
})

const reasonSchema = z.object({
  requested: z.string(),
  committed: z.string(),
  fair: z.string().describe('What it would get if all accounts were weighed alike'),
  floor: z.string(),
  floorPercent: z.number(),
  own: z.string().describe('What its weight gives before others leave anything over'),
  passedOn: z.string(),
  allocated: z.string(),
  cut: z.string(),
  basis: z.enum(['request', 'commitment', 'floor', 'weight']),
  reach,
  pack: z.string(),
  limitedBy: z.array(z.string()).describe('Lines or loads shared with other products that are full'),
})

const runSchema = z.object({
  publicId: z.string(),
  name: z.string(),
  state: z.enum(runStates),
  requestsFrom: z.enum(['orders', 'entered']),
  fromWeek: z.string().nullable(),
  untilWeek: z.string().nullable(),
  policy: policySchema,
  madeByName: z.string(),
  madeOn: z.string(),
  releasedByName: z.string().nullable(),
  releasedAt: z.string().nullable(),
  undoneByName: z.string().nullable(),
  undoneAt: z.string().nullable(),
  version: z.number(),
})

const wholeRunSchema = runSchema.extend({
  stale: z.boolean().describe('Orders, supply or earlier shares have changed since it was worked out'),
  previousName: z.string().nullable(),
  totals: totalsSchema,
  tiers: z.array(tierTotals),
  capacities: z.array(
    z.object({
      name: z.string(),
      kind: z.enum(['line', 'load']),
      unit: z.string(),
      quantity: z.string(),
      used: z.number(),
    }),
  ),
  products: z.array(
    z.object({
      product: z.object({ id: z.number(), code: z.string(), name: z.string(), category: z.string().nullable() }),
      quantity: z.string(),
      withinCapacity: z
        .string()
        .nullable()
        .describe('What shared capacities leave of it; null where they do not matter'),
      entered: z.boolean().describe('Entered by hand rather than said by production'),
      pack: z.string(),
      ...totals,
      limitedBy: z.array(z.string()),
      reach,
      coverage: z.number().describe('Supply over requests, 1 at most'),
    }),
  ),
})

const policyVersionSchema = z.object({
  version: z.number(),
  policy: policySchema,
  note: z.string().nullable(),
  since: z.string().nullable(),
  changedByName: z.string().nullable(),
})

const capacitySaid = z.object({
  name: z.string().trim().min(1).max(100),
  kind: z.enum(['line', 'load']).describe('A product needs one of its lines and one of its loads'),
  unit: z.string().trim().min(1).max(30),
  aWeek: quantity,
  uses: z
    .array(z.object({ productId: id, perUnit: quantity.refine(each => Number(each) > 0, 'More than nothing') }))
    .max(2000),
})

const capacitySchema = capacitySaid.extend({
  id: z.number(),
  version: z.number(),
  uses: z.array(z.object({ productId: z.number(), perUnit: z.string(), code: z.string(), name: z.string() })),
})

const at = { publicId, version }

export const allocationsContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/supply/allocations',
      summary: 'Allocations of scarce goods, the newest first',
      tags,
    })
    .input(
      z.object({
        dropped: z.union([z.boolean(), z.stringbool()]).default(false).describe('Those dropped or taken back instead'),
        limit: z.coerce.number<number>().int().min(1).max(100).default(50),
        cursor: z
          .string()
          .regex(/^\d{1,15}$/)
          .optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(
          runSchema.extend({
            products: z.number(),
            accounts: z.number(),
            requested: z.string(),
            allocated: z.string(),
            cutAccounts: z.number(),
          }),
        ),
        nextCursor: z.string().nullable(),
      }),
    ),
  drawUp: oc
    .route({ method: 'POST', path: '/supply/allocations', summary: 'Draw up an allocation, as a draft', tags })
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        weeks: z
          .object({ from: monday, weeks: z.number().int().min(1).max(52) })
          .nullable()
          .describe('Weeks of production that are shared out'),
        requests: z
          .array(z.object({ account: z.string(), product: z.string(), quantity, committed: quantity.default('0') }))
          .max(20_000)
          .nullable()
          .default(null)
          .describe('By codes; null: the open signed orders'),
        supply: z
          .array(z.object({ product: z.string(), quantity }))
          .max(5000)
          .default([])
          .describe('By codes; counts instead of what production says'),
      }),
    )
    .output(runSchema),
  read: oc
    .route({
      method: 'GET',
      path: '/supply/allocations/{publicId}',
      summary: 'An allocation with its products and totals',
      tags,
    })
    .input(z.object({ publicId }))
    .output(wholeRunSchema),
  rows: oc
    .route({
      method: 'GET',
      path: '/supply/allocations/{publicId}/products/{productId}',
      summary: 'Who gets what of a product, and why',
      tags,
    })
    .input(z.object({ publicId, productId: id }))
    .output(
      z.object({
        items: z.array(
          z.object({
            publicId: z.string(),
            account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
            tier: z.enum(tiers),
            requested: z.string(),
            committed: z.string(),
            fair: z.string(),
            floor: z.string(),
            allocated: z.string(),
            contributionAUnit: z.string().nullable(),
            reason: reasonSchema,
            lastTime: z.object({ requested: z.string(), allocated: z.string() }).nullable(),
          }),
        ),
      }),
    ),
  again: oc
    .route({ method: 'POST', path: '/supply/allocations/{publicId}/again', summary: 'Work a draft out again', tags })
    .input(
      z.object({
        ...at,
        name: z.string().trim().min(1).max(120).optional(),
        policy: policySchema.optional(),
        supply: z
          .array(z.object({ productId: id, quantity: quantity.nullable().describe('Null: what production says') }))
          .max(5000)
          .optional(),
      }),
    )
    .output(wholeRunSchema),
  compare: oc
    .route({
      method: 'POST',
      path: '/supply/allocations/{publicId}/compare',
      summary: 'What an allocation would come to under other policies',
      tags,
    })
    .input(z.object({ publicId, policies: z.array(policySchema).min(1).max(4) }))
    .output(
      z.object({
        items: z.array(
          z.object({
            policy: policySchema,
            totals: totalsSchema,
            tiers: z.array(tierTotals),
            more: z.number().describe('Accounts that would get more than now'),
            less: z.number(),
          }),
        ),
      }),
    ),
  release: oc
    .route({
      method: 'POST',
      path: '/supply/allocations/{publicId}/release',
      summary: 'Release an allocation to orders and accounts',
      tags,
    })
    .input(z.object(at))
    .output(wholeRunSchema),
  undo: oc
    .route({ method: 'POST', path: '/supply/allocations/{publicId}/undo', summary: 'Take a release back', tags })
    .input(z.object(at))
    .output(wholeRunSchema),
  drop: oc
    .route({ method: 'POST', path: '/supply/allocations/{publicId}/drop', summary: 'Drop a draft', tags })
    .input(z.object(at))
    .output(wholeRunSchema),
  ofAccount: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/allocations',
      summary: 'What was allocated to an account, as the account reads it',
      tags,
    })
    .input(z.object({ accountId: id }))
    .output(
      z.object({
        items: z.array(
          z.object({
            publicId: z.string(),
            product: z.object({ code: z.string(), name: z.string() }),
            requested: z.string(),
            allocated: z.string(),
            releasedAt: z.string(),
            reason: reasonSchema.omit({ limitedBy: true }).extend({ limited: z.boolean() }),
          }),
        ),
      }),
    ),
  policy: oc
    .route({
      method: 'GET',
      path: '/supply/allocation-policy',
      summary: 'How scarce goods are shared, and how they were',
      tags,
    })
    .output(z.object({ inForce: policyVersionSchema, history: z.array(policyVersionSchema) })),
  changePolicy: oc
    .route({ method: 'PUT', path: '/supply/allocation-policy', summary: 'Change how scarce goods are shared', tags })
    .input(
      z.object({
        policy: policySchema,
        note: z.string().trim().min(1).max(500).nullable().default(null),
        version,
      }),
    )
    .output(policyVersionSchema),
  capacities: oc
    .route({ method: 'GET', path: '/supply/capacities', summary: 'Lines and loads that products share', tags })
    .output(z.object({ items: z.array(capacitySchema) })),
  saveCapacity: oc
    .route({ method: 'PUT', path: '/supply/capacities', summary: 'Add or change a line or load', tags })
    .input(z.object({ capacity: capacitySaid, known: z.object({ id, version }).nullable().default(null) }))
    .output(z.object({ items: z.array(capacitySchema) })),
  removeCapacity: oc
    .route({ method: 'POST', path: '/supply/capacities/{id}/remove', summary: 'Remove a line or load', tags })
    .input(z.object({ id, version }))
    .output(z.object({ items: z.array(capacitySchema) })),
}

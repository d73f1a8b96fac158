import { oc } from '@orpc/contract'
import { z } from 'zod'
import { stockClasses } from './product-class.ts'
import { stockStates } from './review-item.ts'
import {
  accountSchema,
  amount,
  id,
  limitsSchema,
  loadUnitSchema,
  plannedOrderSchema,
  productSchema,
  serviceSchema,
  siteSchema,
  targetSchema,
  version,
} from './target-shapes.contract.ts'

const tags = ['Reasonable stock']
const quantity = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'A decimal that is not negative')
const several = <Values extends readonly [string, ...string[]]>(values: Values) =>
  z.preprocess(value => (typeof value === 'string' ? [value] : value), z.array(z.enum(values)).optional())

const among = {
  accountId: id.optional(),
  productId: id.optional(),
  whose: z.enum(['mine', 'all']).default('all'),
  class: z.enum(stockClasses).optional(),
}

const outcomeSchema = z.object({
  states: z.record(z.enum(stockStates), z.number()),
  targetValue: z.string().describe('Of the targets together, at the price of a piece'),
  wantedValue: z.string().describe('Of what would be ordered'),
})
const policySchema = z.object({ limits: limitsSchema, service: serviceSchema })
const rhythmFields = {
  weekday: z.number().int().min(1).max(7).describe('ISO: 1 is Monday'),
  hour: z.number().int().min(0).max(23).describe('Of the company’s clock'),
  intervalWeeks: z.number().int().min(1).max(12),
  isPaused: z.boolean(),
}
const creditFields = {
  creditLimit: amount.nullable().describe('Null: no limit'),
  open: amount.describe('What the account owes'),
  budget: amount.nullable().describe('What it will spend in a calendar month; null: none agreed'),
}
const termsSchema = z.object({
  rhythm: z.object({ ...rhythmFields, isOwn: z.boolean(), nextOn: z.string().nullable(), version }),
  credit: z.object({ ...creditFields, asOf: z.string(), version }).nullable(),
  mayEdit: z.boolean(),
})
const packFields = {
  pack: z.number().positive().max(1e6),
  layer: z.number().positive().max(1e6).nullable(),
  pallet: z.number().positive().max(1e7).nullable(),
  weightKg: z.number().positive().max(1e5).nullable(),
  volumeM3: z.number().positive().max(1e3).nullable(),
}
const packSchema = z.object({ product: productSchema, ...packFields, isKept: z.boolean() })

export const reasonableContract = {
  list: oc
    .route({ method: 'GET', path: '/supply/targets', summary: 'Stock against its target, the worst first', tags })
    .input(
      z.object({
        ...among,
        state: several(stockStates),
        sort: z.enum(['worst', 'surplus', 'cover', 'stock-out']).default('worst'),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
        cursor: z
          .string()
          .regex(/^\d{1,7}$/)
          .optional(),
      }),
    )
    .output(z.object({ items: z.array(targetSchema), nextCursor: z.string().nullable() })),
  summary: oc
    .route({ method: 'GET', path: '/supply/targets/summary', summary: 'How many items stand in which state', tags })
    .input(z.object(among))
    .output(
      z.object({
        states: z.record(z.enum(stockStates), z.number()),
        accounts: z.number(),
        lost: z.string().describe('Contribution at stake, base currency'),
        surplusValue: z.string(),
        reviewedOn: z.string().nullable().describe('The oldest review among them'),
      }),
    ),
  explain: oc
    .route({ method: 'GET', path: '/supply/targets/item', summary: 'Where the target of an item comes from', tags })
    .input(z.object({ accountId: id, productId: id, siteId: id.optional() }))
    .output(
      targetSchema.extend({
        basis: z.enum(['forecast', 'sell-through', 'purchases']),
        demandWeek: z.number(),
        sigmaWeek: z.number(),
        reviewDays: z.number(),
        leadDays: z.number(),
        leadSdDays: z.number(),
        leadSource: z.enum(['deliveries', 'lane', 'policy']),
        service: z.number(),
        z: z.number(),
        method: z.enum(['normal', 'poisson']),
        demandAhead: z.number().describe('Expected within review and lead time'),
        deviation: z.number(),
        safety: z.number(),
        committed: z.string().nullable(),
        held: z.string().nullable(),
        onOrder: z.string().nullable(),
        inTransit: z.string().nullable(),
        soldLately: z.string().nullable(),
        closingShipped: z.string().nullable(),
        closingSold: z.string().nullable(),
        seasonOn: z.string().nullable(),
        unitPrice: z.string().nullable(),
        unitContribution: z.string().nullable(),
        economy: z
          .object({
            holding: z.string().describe('What a piece costs that lies over review and lead time'),
            balancedService: z.number().describe('Service at which a piece more costs as much as it earns'),
            balancedTarget: z.number(),
            reorder: z
              .object({ at: z.number(), upTo: z.number(), cost: z.string() })
              .nullable()
              .describe('The cheapest reorder policy for what is sold piece by piece, cost a week'),
          })
          .nullable(),
        limits: limitsSchema.pick({ excessWeeks: true, deadWeeks: true, stuffedFactor: true, closing: true }),
      }),
    ),
  review: oc
    .route({ method: 'POST', path: '/supply/targets/review', summary: 'Look at the stock of accounts now', tags })
    .input(z.object({ accountIds: z.array(id).min(1).max(500).optional().describe('Left out: all accounts') }))
    .output(z.object({ items: z.number() })),
  policy: oc
    .route({ method: 'GET', path: '/supply/stock-policy', summary: 'What is held for reasonable', tags })
    .output(policySchema.extend({ version })),
  changePolicy: oc
    .route({ method: 'PUT', path: '/supply/stock-policy', summary: 'Change what is held for reasonable', tags })
    .input(policySchema.extend({ version }))
    .output(policySchema.extend({ version })),
  previewPolicy: oc
    .route({ method: 'POST', path: '/supply/stock-policy/preview', summary: 'What another policy would change', tags })
    .input(policySchema)
    .output(
      z.object({
        items: z.number(),
        before: outcomeSchema,
        after: outcomeSchema,
        moves: z.array(z.object({ from: z.enum(stockStates), to: z.enum(stockStates), items: z.number() })),
      }),
    ),
  loads: oc
    .route({ method: 'GET', path: '/supply/loads', summary: 'Trucks and containers that goods travel in', tags })
    .output(z.object({ units: z.array(loadUnitSchema) })),
  changeLoads: oc
    .route({ method: 'PUT', path: '/supply/loads', summary: 'Say which trucks and containers there are', tags })
    .input(z.object({ units: z.array(loadUnitSchema).max(50) }))
    .output(z.object({ units: z.array(loadUnitSchema) })),
  packs: oc
    .route({ method: 'GET', path: '/supply/packs', summary: 'What products are packed in', tags })
    .input(
      z.object({
        text: z.string().trim().max(100).optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
        cursor: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ items: z.array(packSchema), nextCursor: z.string().nullable() })),
  changePack: oc
    .route({ method: 'PUT', path: '/supply/packs/{productId}', summary: 'Say what a product is packed in', tags })
    .input(z.object({ productId: id, ...packFields }))
    .output(packSchema),
  terms: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/supply-terms',
      summary: 'Rhythm, credit and budget of an account',
      tags,
    })
    .input(z.object({ accountId: id }))
    .output(termsSchema),
  changeRhythm: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/review-rhythm',
      summary: 'Agree when an order is proposed',
      tags,
    })
    .input(z.object({ accountId: id, ...rhythmFields, version }))
    .output(termsSchema),
  changeCredit: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/supply-credit',
      summary: 'Say what an account may owe and spend',
      tags,
    })
    .input(z.object({ accountId: id, ...creditFields, version }))
    .output(termsSchema),
  plan: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/proposals/plan',
      summary: 'What would bring an account to its targets',
      tags,
    })
    .input(z.object({ accountId: id }))
    .output(z.object({ account: accountSchema, orders: z.array(plannedOrderSchema) })),
  propose: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/proposals', summary: 'Make an order of the plan', tags })
    .input(
      z.object({
        accountId: id,
        siteId: id.nullable().default(null),
        wantedOn: z.iso.date().nullable().default(null).describe('Null: as planned'),
        as: z.enum(['draft', 'proposed']).describe('A draft is not seen by the account'),
        lines: z
          .array(z.object({ productId: id, quantity }))
          .min(1)
          .max(2000),
      }),
    )
    .output(z.object({ publicId: z.string(), number: z.string() })),
  proposeMany: oc
    .route({ method: 'POST', path: '/supply/proposals', summary: 'Make drafts for accounts that need goods', tags })
    .input(z.object({ accountIds: z.array(id).min(1).max(200) }))
    .output(
      z.object({
        made: z.array(
          z.object({ account: accountSchema, site: siteSchema.nullable(), publicId: z.string(), number: z.string() }),
        ),
        waiting: z.number().describe('Accounts or sites where an order already waits for an answer'),
      }),
    ),
}

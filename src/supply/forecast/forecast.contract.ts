import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { adjustmentKinds } from './adjustment.ts'
import { grains } from './periods.ts'
import { runStates, runSteps } from './run.ts'
import { seriesSorts } from './series-sort.ts'
import { levels } from './structure.ts'

const tags = ['Forecasts']
const id = z.coerce.number<number>().int().positive()
const limit = z.coerce.number<number>().int().min(1).max(200).default(100)
const decimal = z.string().regex(/^-?\d{1,12}(\.\d{1,4})?$/, 'A decimal, at most four digits after the point')

const accountSchema = z.object({ id: z.number(), code: z.string(), name: z.string() })
const productSchema = z.object({ id: z.number(), code: z.string(), name: z.string(), category: z.string().nullable() })

const seriesSchema = z.object({
  level: z.enum(levels),
  account: accountSchema.nullable(),
  product: productSchema.nullable(),
  tier: z.enum(tiers).nullable(),
  method: z.string(),
  source: z.enum(['sell-through', 'purchases', 'both']),
  mase: z.number().nullable().describe('At past origins; below 1 it beats the same month of the year before'),
  bias: z.number().nullable().describe('Mean error as a share of the mean; above 0 more was expected than came'),
  ahead: z.number().describe('Pieces of the next twelve months'),
  lastYear: z.number().describe('Pieces of the last twelve months'),
  growth: z.number().nullable().describe('Share; null where there was nothing last year'),
  value: z.string().nullable().describe('Of the next twelve months at what pieces were worth lately, base currency'),
})

const whichSchema = z.object({
  accountId: id.optional().describe('Of one account; with a product its item'),
  productId: id.optional(),
  tier: z.enum(tiers).optional(),
})

const adjustmentSchema = z.object({
  id: z.string(),
  account: accountSchema.nullable(),
  product: productSchema.nullable(),
  category: z.string().nullable(),
  tier: z.enum(tiers).nullable(),
  kind: z.enum(adjustmentKinds),
  title: z.string(),
  reason: z.string(),
  fromDay: z.string(),
  toDay: z.string(),
  quantity: z.string().nullable().describe('Pieces over the whole time and scope'),
  percent: z.string().nullable().describe('Of what the past would give'),
  actual: z.string().nullable().describe('Pieces it really brought, as somebody says'),
  actualNote: z.string().nullable(),
  madeByName: z.string(),
  madeOn: z.string(),
  worth: z
    .object({
      months: z.number(),
      baseMissed: z.number().describe('Pieces by which the forecast without it missed'),
      missed: z.number().describe('Pieces by which the forecast with it missed'),
      naiveMissed: z.number(),
      base: z.number(),
      expected: z.number(),
      actual: z.number(),
    })
    .nullable()
    .describe('Once it is over and its months are known'),
  mayChange: z.boolean(),
  version: z.number(),
})

const saidShape = {
  accountId: z.number().int().positive().nullable().default(null),
  productId: z.number().int().positive().nullable().default(null),
  category: z.string().trim().min(1).max(200).nullable().default(null),
  tier: z.enum(tiers).nullable().default(null),
  kind: z.enum(adjustmentKinds),
  title: z.string().trim().min(1).max(200),
  reason: z.string().trim().min(1).max(2000),
  fromDay: z.iso.date(),
  toDay: z.iso.date(),
  quantity: decimal.nullable().default(null),
  percent: decimal.nullable().default(null),
}

type Said = { fromDay: string; toDay: string; quantity: string | null; percent: string | null }

const oneOfBoth = (said: Said) => (said.quantity === null) !== (said.percent === null)
const oneMessage = { path: ['quantity'], message: 'Say either pieces or percent' }
const inOrder = (said: Said) => said.toDay >= said.fromDay
const orderMessage = { path: ['toDay'], message: 'The last day lies before the first' }
const atMostAll = (said: Said) => said.percent === null || Number(said.percent) >= -100
const allMessage = { path: ['percent'], message: 'No more than everything can be lost: −100 at least' }

const runSchema = z.object({
  id: z.number(),
  state: z.enum(runStates),
  step: z.enum(runSteps),
  done: z.number(),
  total: z.number(),
  askedByName: z.string(),
  askedAt: z.string(),
  startedAt: z.string().nullable(),
  finishedAt: z.string().nullable(),
  cancelAsked: z.boolean(),
  summary: z
    .object({
      items: z.number(),
      series: z.number(),
      soldThrough: z.number(),
      methods: z.record(z.string(), z.number()),
      seconds: z.number(),
    })
    .nullable(),
})

const pointSchema = z.object({
  period: z.string(),
  base: z.number().nullable().describe('Without adjustments; by month alone'),
  mean: z.number(),
  p10: z.number(),
  p90: z.number(),
})

export const forecastContract = {
  list: oc
    .route({ method: 'GET', path: '/forecasts', summary: 'Forecasts by account, product, tier or in all', tags })
    .input(
      z.object({
        level: z.enum(levels).default('account'),
        accountId: id.optional(),
        productId: id.optional(),
        category: z.string().max(200).optional(),
        tier: z.enum(tiers).optional(),
        whose: z.enum(['mine', 'all']).default('all'),
        sort: z.enum(seriesSorts).default('ahead'),
        limit,
        cursor: z.string().max(20).optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(seriesSchema.extend({ months: z.array(z.number()).describe('The next twelve months') })),
        nextCursor: z.string().nullable(),
        madeOn: z.string().nullable(),
        firstMonth: z.string().nullable(),
      }),
    ),
  read: oc
    .route({
      method: 'GET',
      path: '/forecasts/series',
      summary: 'One forecast with the past it was made from and what stood before',
      tags,
    })
    .input(whichSchema.extend({ grain: z.enum(grains).default('month') }))
    .output(
      seriesSchema.extend({
        madeOn: z.string(),
        grain: z.enum(grains),
        points: z.array(pointSchema),
        history: z.array(
          z.object({
            period: z.string(),
            pieces: z.number(),
            cleaned: z.number().describe('Without what was out of the ordinary'),
          }),
        ),
        why: z.object({
          months: z.number(),
          active: z.number().describe('Months with any demand'),
          sister: z.enum(['category and tier', 'category']).nullable(),
          cleaned: z.number().describe('Pieces taken out of the past'),
        }),
        quantileLoss: z.number().nullable(),
        past: z.array(
          z.object({
            period: z.string(),
            mean: z.number(),
            base: z.number(),
            naive: z.number(),
            p10: z.number(),
            p90: z.number(),
            actual: z.number().nullable(),
            backcast: z.boolean().describe('Worked out later from what was known then'),
          }),
        ),
        adjustments: z.array(adjustmentSchema),
      }),
    ),
  categories: oc
    .route({
      method: 'GET',
      path: '/forecasts/categories',
      summary: 'Categories of products to filter and adjust by',
      tags,
    })
    .output(z.object({ items: z.array(z.string()) })),
  accuracy: oc
    .route({
      method: 'GET',
      path: '/forecasts/accuracy',
      summary: 'How far forecasts were off, by month and level, and what people’s adjustments were worth',
      tags,
    })
    .output(
      z.object({
        months: z.array(
          z.object({
            period: z.string(),
            level: z.enum(levels),
            series: z.number(),
            mase: z.number().nullable(),
            baseMase: z.number().nullable(),
            naiveMase: z.number().nullable(),
            bias: z.number().nullable(),
            quantileLoss: z.number().nullable(),
            missed: z.number().nullable().describe('Share of the pieces that came'),
            baseMissed: z.number().nullable(),
            naiveMissed: z.number().nullable(),
          }),
        ),
        methods: z.array(
          z.object({
            level: z.enum(levels),
            method: z.string(),
            series: z.number().describe('Series and months together'),
            won: z.number().describe('In how many of them it beat what costs nothing'),
            mase: z.number().nullable(),
          }),
        ),
        adjustments: z.object({
          cases: z.number(),
          helped: z.number(),
          missed: z.number().nullable().describe('Share of the pieces that came, with what people said'),
          baseMissed: z.number().nullable().describe('The same without'),
          naiveMissed: z.number().nullable(),
        }),
      }),
    ),
  runs: oc
    .route({ method: 'GET', path: '/forecasts/runs', summary: 'When forecasts were made, latest first', tags })
    .output(z.object({ items: z.array(runSchema) })),
  start: oc
    .route({ method: 'POST', path: '/forecasts/runs', summary: 'Make all forecasts anew', tags })
    .output(z.object({ items: z.array(runSchema) })),
  cancel: oc
    .route({
      method: 'POST',
      path: '/forecasts/runs/cancel',
      summary: 'Stop making forecasts; those before stay',
      tags,
    })
    .output(z.object({ items: z.array(runSchema) })),
  adjustments: oc
    .route({ method: 'GET', path: '/forecasts/adjustments', summary: 'What people know and the past does not', tags })
    .input(
      z.object({
        when: z.enum(['ahead', 'over', 'all']).default('all'),
        accountId: id.optional(),
        limit,
        cursor: z.string().max(60).optional(),
      }),
    )
    .output(z.object({ items: z.array(adjustmentSchema), nextCursor: z.string().nullable() })),
  adjustment: oc
    .route({ method: 'GET', path: '/forecasts/adjustments/{id}', summary: 'One adjustment', tags })
    .input(z.object({ id: z.uuid() }))
    .output(adjustmentSchema),
  adjust: oc
    .route({ method: 'POST', path: '/forecasts/adjustments', summary: 'Say what the past does not know', tags })
    .input(
      z.object(saidShape).refine(oneOfBoth, oneMessage).refine(inOrder, orderMessage).refine(atMostAll, allMessage),
    )
    .output(adjustmentSchema),
  editAdjustment: oc
    .route({ method: 'PUT', path: '/forecasts/adjustments/{id}', summary: 'Change an adjustment', tags })
    .input(
      z
        .object({ id: z.uuid(), version: z.number().int(), ...saidShape })
        .refine(oneOfBoth, oneMessage)
        .refine(inOrder, orderMessage)
        .refine(atMostAll, allMessage),
    )
    .output(adjustmentSchema),
  settleAdjustment: oc
    .route({
      method: 'POST',
      path: '/forecasts/adjustments/{id}/actual',
      summary: 'Say what an adjustment really brought',
      tags,
    })
    .input(
      z.object({
        id: z.uuid(),
        version: z.number().int(),
        actual: decimal.nullable(),
        note: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(adjustmentSchema),
  removeAdjustment: oc
    .route({ method: 'DELETE', path: '/forecasts/adjustments/{id}', summary: 'Take an adjustment back', tags })
    .input(z.object({ id: z.uuid() }))
    .output(z.object({ id: z.string() })),
}

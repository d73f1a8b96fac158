import { oc } from '@orpc/contract'
import { z } from 'zod'
import { modes } from './delivery.ts'

const tags = ['Lanes and supply']
const id = z.coerce.number<number>().int().positive()
const words = z.string().trim().min(1).max(120)
const day = z.iso.date()
const positive = z.string().regex(/^(?=.*[1-9])\d{1,3}(?:\.\d{1,2})?$/, 'days above zero')
const cost = z.string().regex(/^\d{1,9}(?:\.\d{1,4})?$/, 'an amount of zero or more')
const share = z.string().regex(/^(?:0(?:\.\d{1,4})?|1(?:\.0+)?)$/, 'a share from 0 to 1')

const fields = {
  name: words,
  fromPlace: words,
  toPlace: words.nullable().default(null),
  country: z.string().length(2).nullable().default(null).describe('Serves accounts of this country'),
  accountId: id.nullable().default(null).describe('Serves this account alone'),
  mode: z.enum(modes),
  days: positive.describe('Usual days to the door'),
  daysP90: positive.nullable().default(null).describe('Days within which nine of ten arrive'),
  costPerKg: cost.nullable().default(null).describe('In base currency'),
  costShare: share.nullable().default(null).describe('Freight as a share of the value of the goods'),
  isActive: z.boolean().default(true),
  note: z.string().trim().max(1000).nullable().default(null),
}

const laneSchema = z.object({
  id: z.number(),
  name: z.string(),
  fromPlace: z.string(),
  toPlace: z.string().nullable(),
  country: z.string().nullable(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }).nullable(),
  mode: z.enum(modes),
  days: z.string(),
  daysP90: z.string().nullable(),
  costPerKg: z.string().nullable(),
  costShare: z.string().nullable(),
  isActive: z.boolean(),
  note: z.string().nullable(),
  version: z.number(),
  seen: z
    .object({ days: z.number(), sd: z.number(), count: z.number() })
    .nullable()
    .describe('Days seen in the last 12 months on deliveries of this mode to those that the lane serves'),
})

export const lanesContract = {
  list: oc
    .route({ method: 'GET', path: '/supply/lanes', summary: 'Ways by which goods travel, with days and cost', tags })
    .input(z.object({ accountId: id.optional().describe('Those that may serve this account by name or to all') }))
    .output(z.object({ items: z.array(laneSchema) })),
  add: oc
    .route({ method: 'POST', path: '/supply/lanes', summary: 'Add a lane', tags })
    .input(z.object(fields).refine(lane => lane.country === null || lane.accountId === null, 'a country or an account'))
    .output(laneSchema),
  edit: oc
    .route({ method: 'PUT', path: '/supply/lanes/{id}', summary: 'Change a lane', tags })
    .input(
      z
        .object({ id, version: z.number().int(), ...fields })
        .refine(lane => lane.country === null || lane.accountId === null, 'a country or an account'),
    )
    .output(laneSchema),
  remove: oc
    .route({ method: 'DELETE', path: '/supply/lanes/{id}', summary: 'Remove a lane; deliveries keep their mode', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
  availability: oc
    .route({
      method: 'GET',
      path: '/supply/availability',
      summary: 'What production makes available, by product and week',
      tags,
    })
    .input(
      z.object({
        from: day.optional().describe('Default: this week'),
        weeks: z.coerce.number<number>().int().min(1).max(52).default(13),
        productId: id.optional(),
      }),
    )
    .output(
      z.object({
        weeks: z.array(day).describe('Mondays'),
        items: z.array(
          z.object({
            product: z.object({ id: z.number(), code: z.string(), name: z.string() }),
            quantities: z.array(z.string().nullable()).describe('One for each week; null: nothing said'),
          }),
        ),
      }),
    ),
  setAvailability: oc
    .route({
      method: 'PUT',
      path: '/supply/availability',
      summary: 'Say what production makes available; said again it replaces',
      tags,
    })
    .input(
      z.object({
        rows: z
          .array(
            z.object({
              productId: id,
              week: day.refine(text => new Date(text).getUTCDay() === 1, 'a Monday'),
              quantity: z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/, 'a quantity of zero or more, as a decimal'),
            }),
          )
          .min(1)
          .max(10_000),
      }),
    )
    .output(z.object({ added: z.number(), replaced: z.number(), unchanged: z.number() })),
}

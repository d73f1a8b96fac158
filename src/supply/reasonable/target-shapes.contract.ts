import { z } from 'zod'
import { stockClasses } from './product-class.ts'
import { stockStates } from './review-item.ts'

export const id = z.coerce.number<number>().int().positive()
export const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'A decimal, at most two digits after the point')
export const version = z.number().int().describe('The version that was read; 0 where nothing was kept yet')

export const accountSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
})
export const productSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  category: z.string().nullable(),
})
export const siteSchema = z.object({ id: z.number(), name: z.string() })

/** Pieces, weeks and days are numbers, since they are estimates; what was reported and money are decimals. */
export const targetSchema = z.object({
  account: accountSchema,
  site: siteSchema.nullable(),
  product: productSchema,
  class: z.enum(stockClasses),
  state: z.enum(stockStates),
  onHand: z.string().nullable(),
  stockDay: z.string().nullable(),
  position: z.number().nullable().describe('For sale and on its way, pieces'),
  coverWeeks: z.number().nullable().describe('Null: more than two years, or no report'),
  target: z.number().describe('Order-up-to level, pieces'),
  reorderAt: z.number(),
  wanted: z.number().describe('Pieces that bring the position to the target'),
  stockOutOn: z.string().nullable(),
  lost: z
    .string()
    .nullable()
    .describe('Contribution lost until an order of the next review could arrive, base currency'),
  lostP10: z.string().nullable(),
  lostP90: z.string().nullable(),
  surplus: z.number().describe('Pieces beyond the limit of cover, or all of dead stock'),
  surplusValue: z.string().nullable(),
  reviewedOn: z.string(),
})

export const limitsSchema = z.object({
  aShare: z.number().min(0.1).max(0.99),
  bShare: z.number().min(0.1).max(1),
  xLimit: z.number().min(0.05).max(5),
  yLimit: z.number().min(0.05).max(10),
  excessWeeks: z.number().int().min(2).max(104),
  deadWeeks: z.number().int().min(2).max(104),
  closing: z.enum(['year', 'quarter']),
  closingWeeks: z.number().int().min(1).max(12),
  stuffedFactor: z.number().min(1).max(10),
  preparationDays: z.number().min(0).max(90),
  leadDays: z.number().min(0).max(180),
  leadSdDays: z.number().min(0).max(90),
  capitalRate: z.number().min(0).max(1),
  packHandling: amount,
  layerHandling: amount,
  palletHandling: amount,
  orderLineCost: amount,
  proposalDays: z.number().int().min(1).max(90),
  weekday: z.number().int().min(1).max(7),
  hour: z.number().int().min(0).max(23),
})

const cells = z.object(
  Object.fromEntries(stockClasses.map(each => [each, z.number().min(0.5).max(0.9999)])) as Record<
    (typeof stockClasses)[number],
    z.ZodNumber
  >,
)

export const serviceSchema = z.object({
  platinum: cells,
  gold: cells,
  silver: cells,
  special: cells,
  regular: cells,
})

const cutSchema = z.object({ from: z.number(), to: z.number(), by: z.enum(['credit', 'budget']) })

export const reasonSchema = z.object({
  kind: z.literal('reasonable stock'),
  coverWeeks: z.number().nullable(),
  seasonOn: z.string().nullable(),
  leadDays: z.number(),
  reviewDays: z.number(),
  service: z.number(),
  target: z.number(),
  position: z.number(),
  stockOutOn: z.string().nullable(),
  lost: z.string(),
  need: z.number(),
  rounded: z.object({
    to: z.enum(['pack', 'layer', 'pallet']),
    quantity: z.number(),
    saved: z.string(),
    capital: z.string(),
  }),
  filled: z.object({ quantity: z.number(), unit: z.string() }).nullable(),
  cut: cutSchema.nullable(),
})

export const plannedLineSchema = z.object({
  product: productSchema,
  quantity: z.string(),
  unitPrice: z.string().nullable().describe('As the account paid in the twelve months before, base currency'),
  packSize: z.number(),
  weightKg: z.number().nullable().describe('Of a piece'),
  volumeM3: z.number().nullable().describe('Of a piece'),
  reason: reasonSchema,
  sentence: z.object({ en: z.string(), 'zh-Hans': z.string() }),
})

export const loadUnitSchema = z.object({
  name: z.string().trim().min(1).max(60),
  countries: z
    .array(z.string().regex(/^[A-Z]{2}$/))
    .max(60)
    .nullable()
    .describe('Null: every country'),
  payloadKg: z.number().positive().max(1e6),
  volumeM3: z.number().positive().max(1e4),
  fullPrice: amount,
  partPricePerKg: z.string().regex(/^\d{1,9}(\.\d{1,4})?$/, 'A decimal, at most four digits after the point'),
})

export const plannedOrderSchema = z.object({
  account: accountSchema,
  site: siteSchema.nullable(),
  wantedOn: z.string(),
  reviewedOn: z.string(),
  lines: z.array(plannedLineSchema),
  left: z.array(plannedLineSchema).describe('Cut to nothing by credit or budget'),
  load: z
    .object({
      unit: loadUnitSchema,
      fill: z.number().describe('1 is one whole unit'),
      isFull: z.boolean(),
      freight: z.string(),
      saved: z.string().describe('Freight saved by what was added to fill it'),
      capital: z.string().describe('What that binds in capital'),
    })
    .nullable(),
  value: z.string(),
  means: z.object({ credit: z.string().nullable(), budget: z.string().nullable() }).describe('Left before this order'),
  waiting: z.object({ publicId: z.string(), number: z.string() }).nullable(),
  mayPropose: z.boolean(),
})

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { conditions } from './replacement.ts'

const tags = ['Installed base']
const id = z.coerce.number<number>().int().positive()
const short = z.string().trim().min(1).max(200)
const lifeMonths = z.number().int().min(1).max(600)
const quarter = z.string().describe('2026-Q4')

const itemEditSchema = z.object({
  siteId: z.number().int().positive().nullable(),
  brand: short,
  model: short.nullable(),
  ours: z.boolean().describe('Our own make'),
  productLine: short.nullable(),
  quantity: z.number().int().min(1).max(10_000_000),
  boughtOn: z.iso.date().nullable(),
  unitPrice: z
    .string()
    .regex(/^\d{1,15}(\.\d{1,6})?$/, 'A decimal of at least 0 with at most six digits after the point')
    .nullable(),
  currency: z
    .string()
    .regex(/^[A-Z]{3}$/)
    .nullable()
    .describe('Of the price; null: base currency'),
  lifeMonths: lifeMonths.nullable().describe('Its own expected life or replacement cycle; null: that of its line'),
  condition: z.enum(conditions).nullable(),
  note: z.string().trim().min(1).max(2000).nullable(),
})

export const installedItemSchema = itemEditSchema.extend({
  id: z.number(),
  accountId: z.number(),
  site: z.string().nullable(),
  basePrice: z.string().nullable().describe('Unit price in base currency; null: no price or no rate'),
  importId: z.number().nullable(),
  personId: z.string().nullable(),
  version: z.number(),
  life: z
    .object({
      months: z.number(),
      source: z.enum(['own', 'line', 'default']),
      expectedOn: z.string().describe('The day on which it is expected to be replaced; it may have passed'),
      spreadDays: z.number(),
    })
    .nullable()
    .describe('Null where nobody knows when it was bought'),
})

const demandSchema = z.object({
  quarters: z.array(
    z.object({
      quarter,
      units: z.number().describe('Expected number'),
      value: z.string().describe('Base currency, of items with a price'),
      certainty: z.number().nullable().describe('0 to 1: how likely what is expected falls into this very quarter'),
    }),
  ),
  undated: z.number().describe('Units of which nobody knows when they were bought: nothing is foretold of them'),
  unpriced: z.number().describe('Dated units without a price'),
})

const talkSchema = z.object({
  due: quarter,
  begin: quarter.describe('In which to begin talking'),
  units: z.number(),
  value: z.string().nullable(),
  certainty: z.number().describe('0 to 1: how likely a unit of it is replaced by the end of that quarter'),
  productLines: z.array(z.string()),
})

export const installedContract = {
  list: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/installed', summary: 'What an account has installed', tags })
    .input(
      z.object({
        accountId: id,
        cursor: z.coerce.number<number>().int().optional(),
        limit: z.coerce.number<number>().int().min(1).max(500).default(200),
      }),
    )
    .output(z.object({ items: z.array(installedItemSchema), nextCursor: z.number().nullable() })),
  demand: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/replacement',
      summary: 'What an account will replace, by quarter, and when to begin talking',
      tags,
    })
    .input(z.object({ accountId: id }))
    .output(
      demandSchema.extend({
        talks: z.array(talkSchema),
        processDays: z.number().nullable().describe('How long it takes to buy; null: not known'),
        leadQuarters: z.number(),
      }),
    ),
  add: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/installed', summary: 'Add an installed item', tags })
    .input(itemEditSchema.extend({ accountId: id }))
    .output(z.object({ id: z.number() })),
  edit: oc
    .route({ method: 'PATCH', path: '/installed/{id}', summary: 'Edit an installed item', tags })
    .input(itemEditSchema.partial().extend({ id, version: z.number().int() }))
    .output(z.object({ version: z.number() })),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/installed/{id}',
      summary: 'An item has been replaced or taken out',
      tags,
    })
    .input(z.object({ id, version: z.coerce.number<number>().int() }))
    .output(z.object({ removed: z.literal(true) })),
  lines: oc
    .route({ method: 'GET', path: '/product-lines', summary: 'Product lines and how long they live', tags })
    .output(
      z.object({
        items: z.array(
          z.object({
            productLine: z.string(),
            lifeMonths: z.number().nullable(),
            version: z.number().nullable(),
            products: z.number().describe('Products of ours in it'),
          }),
        ),
      }),
    ),
  setLife: oc
    .route({ method: 'PUT', path: '/product-lines/life', summary: 'Say how long a product line lives', tags })
    .input(
      z.object({
        productLine: short,
        lifeMonths: lifeMonths.nullable().describe('Null: the general default again'),
        version: z.number().int().nullable(),
      }),
    )
    .output(z.object({ version: z.number().nullable() })),
  rollUp: oc
    .route({
      method: 'GET',
      path: '/replacement',
      summary: 'Replacement demand of the department by quarter, product line and account, largest value first',
      tags,
    })
    .input(
      z.object({
        owner: z.string().optional(),
        productLine: z.string().optional(),
        cursor: z.coerce.number<number>().int().min(0).default(0).describe('How many accounts to skip'),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
      }),
    )
    .output(
      demandSchema.extend({
        lines: z.array(z.object({ productLine: z.string().nullable(), units: z.number(), value: z.string() })),
        items: z.array(
          z.object({
            accountId: z.number(),
            code: z.string(),
            name: z.string(),
            ownerId: z.string().nullable(),
            units: z.number().describe('Expected in the twelve quarters'),
            value: z.string(),
            talk: talkSchema.nullable().describe('What to begin talking of first'),
          }),
        ),
        total: z.number().describe('Accounts with something installed'),
        nextCursor: z.number().nullable(),
      }),
    ),
}

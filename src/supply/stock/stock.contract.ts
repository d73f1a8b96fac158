import { oc } from '@orpc/contract'
import { z } from 'zod'
import { stockSorts, stockStates } from './stock-list.ts'

const tags = ['Stock at accounts']
const id = z.coerce.number<number>().int().positive()
const day = z.iso.date()
const named = z.object({ id: z.number(), code: z.string(), name: z.string() })
const quantity = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/, 'a quantity of zero or more, as a decimal')
const signed = z.string().regex(/^-?\d{1,12}(?:\.\d{1,6})?$/, 'a quantity, as a decimal')

const filter = {
  accountId: id.optional(),
  productId: id.optional(),
  ownerId: z.string().max(100).optional(),
  search: z.string().trim().max(100).optional().describe('Part of the name or code of account or product'),
  state: z
    .enum(stockStates)
    .optional()
    .describe('out: nothing on hand; low: under 2 weeks of cover; high: over 13; overdue: no report for 14 days'),
  sort: z.enum(stockSorts).default('cover'),
  direction: z.enum(['asc', 'desc']).default('asc'),
}

const stockSchema = z.object({
  key: z.string(),
  account: named,
  product: named,
  site: z.object({ id: z.number(), name: z.string() }).nullable(),
  day: day.describe('Of the count'),
  ageDays: z.number(),
  onHand: z.string(),
  onOrder: z.string().nullable(),
  inTransit: z.string().nullable(),
  committed: z.string().nullable(),
  held: z.string().nullable(),
  outOfStock: z.boolean(),
  weeklySales: z.number().nullable().describe('Mean of the last 13 weeks; null where none were reported'),
  cover: z.number().nullable().describe('Weeks that the stock on hand lasts at that pace'),
})

const of = { accountId: id, productId: id, siteId: id.optional() }

export const stockContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/supply/stock',
      summary: 'Stock now, by account, site and product, with weekly sales, cover and age of the report',
      tags,
    })
    .input(
      z.object({
        ...filter,
        cursor: z.coerce.number<number>().int().min(0).default(0),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        items: z.array(stockSchema),
        total: z.number(),
        accounts: z.number().describe('Accounts among them'),
        counts: z.record(z.enum(stockStates), z.number()),
        nextCursor: z.number().nullable(),
      }),
    ),
  history: oc
    .route({
      method: 'GET',
      path: '/supply/stock/history',
      summary: 'Stock and sales of one product at one account, week by week, and who reported last',
      tags,
    })
    .input(z.object({ ...of, weeks: z.coerce.number<number>().int().min(4).max(156).default(26) }))
    .output(
      z.object({
        weeks: z.array(
          z.object({
            week: day.describe('Its Monday'),
            onHand: z.string().nullable().describe('At its end; null: not reported'),
            sold: z.string().nullable(),
            lostSales: z.string().nullable(),
          }),
        ),
        reports: z.array(
          z.object({
            day,
            onHand: z.string(),
            via: z.enum(['import', 'message', 'api', 'hand', 'portal', 'system']),
            source: z.string(),
            personId: z.string().nullable(),
            saidAt: z.iso.datetime(),
          }),
        ),
      }),
    ),
  enterStock: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/stock',
      summary: 'Enter what an account has, as counted or told on a day; entered again it replaces',
      tags,
    })
    .input(
      z.object({
        accountId: id,
        siteId: id.nullable().default(null),
        day,
        rows: z
          .array(
            z
              .object({
                productId: id,
                onHand: quantity.optional(),
                onOrder: quantity.optional(),
                inTransit: quantity.optional(),
                committed: quantity.optional(),
                held: quantity.optional(),
              })
              .refine(({ productId: _product, ...said }) => Object.values(said).some(value => value !== undefined), {
                message: 'a row says one quantity at least',
              }),
          )
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.object({ added: z.number(), replaced: z.number(), unchanged: z.number() })),
  enterSales: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/sell-through',
      summary: 'Enter what an account sold from a day to a day; entered again it replaces',
      tags,
    })
    .input(
      z.object({
        accountId: id,
        siteId: id.nullable().default(null),
        fromDay: day,
        toDay: day,
        rows: z
          .array(
            z.object({
              productId: id,
              sold: signed,
              returned: quantity.optional(),
              received: quantity.optional(),
              lostSales: quantity.optional(),
            }),
          )
          .min(1)
          .max(2_000),
      }),
    )
    .output(z.object({ added: z.number(), replaced: z.number(), unchanged: z.number() })),
}

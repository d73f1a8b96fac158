import { oc } from '@orpc/contract'
import { z } from 'zod'
import { lineKinds } from './posting.ts'

const tags = ['Ledger']
const id = z.coerce.number<number>().int().positive()
const day = z.iso.date()
const window = { from: day.optional(), to: day.optional() }
const page = (most: number, usual: number) => ({
  limit: z.coerce.number<number>().int().min(1).max(most).default(usual),
  cursor: z.string().max(200).optional(),
})
const amount = z.string().describe('Exact decimal in base currency')
const unknownable = z.string().nullable()

export const sumsSchema = z.object({
  lines: z.number(),
  documents: z.number().describe('Documents whose first day lies in the window'),
  returnLines: z.number(),
  freeLines: z.number(),
  linesWithCost: z.number(),
  revenue: amount,
  costedRevenue: amount.describe('Revenue of the lines whose cost is known'),
  cost: amount,
  margin: unknownable.describe('Costed revenue less cost; null where no line has a cost'),
  returns: amount,
  costToServe: amount,
  contribution: unknownable.describe('Margin less cost to serve; null where the margin is'),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
})

const productSchema = z.object({ id: z.number(), code: z.string(), name: z.string(), category: z.string().nullable() })

export const productSumsSchema = z.object({
  product: productSchema.nullable().describe('Null: the lines that name no product'),
  lines: z.number(),
  quantity: z.string(),
  revenue: amount,
  margin: unknownable,
  lastDay: z.string(),
})

export const buyerSchema = z.object({
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  lines: z.number(),
  quantity: z.string(),
  revenue: amount,
  margin: unknownable,
  lastDay: z.string(),
})

export const documentSchema = z.object({
  id: z.number(),
  source: z.string(),
  number: z.string(),
  day: z.string(),
  lastDay: z.string(),
  lines: z.number(),
  returnLines: z.number(),
  revenue: amount,
  margin: unknownable,
})

export const claimSchema = z.object({
  line: z.string(),
  day: z.string(),
  product: productSchema.nullable(),
  quantity: unknownable,
  unitPrice: unknownable.describe('In the currency of the document'),
  net: amount,
  cost: unknownable,
  currency: z.string().nullable().describe('Null is the base currency'),
  rate: unknownable,
  netInCurrency: unknownable,
  kind: z.enum(lineKinds),
  flags: z.number().describe('1 net, 2 cost, 4 price contradicts what it can be derived from; 8 sign corrected'),
  importId: z.number().nullable(),
})

export const ledgerContract = {
  totals: oc
    .route({ method: 'GET', path: '/ledger', summary: 'The whole ledger: its days, version and totals', tags })
    .input(z.object(window))
    .output(
      z.object({
        version: z.number().describe('Grows with every import and undo'),
        span: z.object({ from: z.string(), to: z.string() }).nullable().describe('Null in an empty ledger'),
        totals: sumsSchema.extend({
          accounts: z.number(),
          costCoverage: z.number().nullable().describe('Share of the lines whose cost is known'),
        }),
      }),
    ),
  sums: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/sums', summary: 'Exact sums of an account', tags })
    .input(z.object({ accountId: id, ...window }))
    .output(
      sumsSchema.extend({
        marginRate: z.number().nullable().describe('Margin over the revenue whose cost is known, to four digits'),
      }),
    ),
  months: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/months',
      summary: 'Sums of an account by month; of a month that the window cuts, of its part',
      tags,
    })
    .input(z.object({ accountId: id, ...window }))
    .output(z.object({ items: z.array(sumsSchema.extend({ month: z.string().describe('Its first day') })) })),
  products: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/products',
      summary: 'What an account bought by product, largest revenue first',
      tags,
    })
    .input(z.object({ accountId: id, ...window, ...page(500, 50) }))
    .output(z.object({ items: z.array(productSumsSchema), nextCursor: z.string().nullable() })),
  buyers: oc
    .route({
      method: 'GET',
      path: '/products/{productId}/buyers',
      summary: 'Who bought a product, largest revenue first',
      tags,
    })
    .input(z.object({ productId: id, ...window, ...page(500, 50) }))
    .output(z.object({ items: z.array(buyerSchema), nextCursor: z.string().nullable() })),
  documents: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/documents', summary: 'Documents, latest first', tags })
    .input(
      z.object({
        accountId: id,
        ...window,
        text: z.string().trim().max(100).optional().describe('Part of the number'),
        productId: id.optional(),
        ...page(500, 50),
      }),
    )
    .output(z.object({ items: z.array(documentSchema), nextCursor: z.string().nullable() })),
  document: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/documents/{documentId}',
      summary: 'A document with its lines',
      tags,
    })
    .input(z.object({ accountId: id, documentId: id }))
    .output(
      documentSchema.extend({
        items: z.array(claimSchema.extend({ otherClaims: z.number().describe('Claims besides the one in force') })),
      }),
    ),
  claims: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/documents/{documentId}/lines/{line}/claims',
      summary: 'What each import said of a line, latest first',
      tags,
    })
    .input(z.object({ accountId: id, documentId: id, line: z.string().max(200) }))
    .output(z.object({ items: z.array(claimSchema) })),
}

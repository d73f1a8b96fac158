import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Cost to serve']
const id = z.coerce.number<number>().int().positive()
const text = z.string().trim()

export const costEntrySchema = z.object({
  id: z.number(),
  accountId: z.number(),
  day: z.string(),
  kind: z.string(),
  amount: z.string().describe('Exact decimal in base currency'),
  note: z.string().nullable(),
  source: z.string().nullable().describe('Null: entered by a person'),
  importId: z.number().nullable(),
})

export const costEntriesContract = {
  list: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/costs', summary: 'Costs to serve, latest first', tags })
    .input(
      z.object({
        accountId: id,
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
        cursor: z.string().max(200).optional(),
      }),
    )
    .output(z.object({ items: z.array(costEntrySchema), nextCursor: z.string().nullable() })),
  add: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/costs', summary: 'Enter a cost to serve', tags })
    .input(
      z.object({
        accountId: id,
        day: z.iso.date(),
        kind: text.min(1).max(100),
        amount: z.string().regex(/^-?\d{1,15}(\.\d{1,6})?$/, 'A decimal with at most six digits after the point'),
        note: text.max(1000).nullable().default(null),
      }),
    )
    .output(costEntrySchema),
  remove: oc
    .route({
      method: 'DELETE',
      path: '/accounts/{accountId}/costs/{id}',
      summary: 'Remove a cost entered by hand',
      tags,
    })
    .input(z.object({ accountId: id, id }))
    .output(z.object({ removed: z.literal(true) })),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Products']
const id = z.coerce.number<number>().int().positive()

const productSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  category: z.string().nullable(),
  subcategory: z.string().nullable(),
  brand: z.string().nullable(),
  unit: z.string().nullable(),
  packSize: z.string().nullable().describe('Units per pack'),
  listPrice: z.string().nullable().describe('Per unit'),
  standardCost: z.string().nullable().describe('Per unit'),
  currency: z.string().nullable(),
  launchedOn: z.string().nullable(),
  discontinuedOn: z.string().nullable(),
  note: z.string().nullable(),
})

export const productsContract = {
  search: oc
    .route({ method: 'GET', path: '/products/search', summary: 'Find products by code or name', tags })
    .input(
      z.object({
        text: z.string().trim().min(1).max(100),
        limit: z.coerce.number<number>().int().min(1).max(50).default(8),
      }),
    )
    .output(z.object({ items: z.array(productSchema.pick({ id: true, code: true, name: true, category: true })) })),
  list: oc
    .route({ method: 'GET', path: '/products', summary: 'Products, by code', tags })
    .input(
      z.object({
        text: z.string().trim().max(100).optional(),
        category: z.string().optional(),
        cursor: z.string().max(400).optional().describe('The code to go on from'),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ items: z.array(productSchema), nextCursor: z.string().nullable() })),
  get: oc
    .route({ method: 'GET', path: '/products/{id}', summary: 'One product', tags })
    .input(z.object({ id }))
    .output(productSchema),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { causes, modes } from './delivery.ts'

const tags = ['Deliveries']
const id = z.coerce.number<number>().int().positive()
const publicId = z.uuid()
const day = z.iso.date()
const words = z.string().trim().min(1).max(200)
const quantity = z.string().regex(/^\d{1,12}(?:\.\d{1,6})?$/, 'a quantity of zero or more, as a decimal')
const amount = z.string().regex(/^\d{1,15}(?:\.\d{1,4})?$/, 'an amount of zero or more, as a decimal')

const deliverySchema = z.object({
  id: publicId,
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  product: z.object({ id: z.number(), code: z.string(), name: z.string() }).nullable(),
  productText: z.string().nullable().describe('Words of the file where the product is none of ours'),
  reference: z.string().nullable(),
  line: z.string().nullable(),
  orderReference: z.string().nullable(),
  promisedOn: day.nullable(),
  promisedQuantity: z.string().nullable(),
  shippedOn: day.nullable(),
  arrivedOn: day.nullable(),
  quantity: z.string().nullable(),
  value: z.string().nullable(),
  freight: z.string().nullable(),
  currency: z.string().nullable().describe('Of value and freight; null: base currency'),
  mode: z.enum(modes).nullable(),
  fromPlace: z.string().nullable(),
  toPlace: z.string().nullable(),
  carrier: z.string().nullable(),
  cause: z.enum(causes).nullable(),
  causeNote: z.string().nullable(),
  version: z.number(),
})

const told = {
  promisedOn: day.optional(),
  promisedQuantity: quantity.optional(),
  shippedOn: day.optional(),
  arrivedOn: day.optional(),
  quantity: quantity.optional(),
  mode: z.enum(modes).optional(),
  carrier: words.optional(),
  fromPlace: words.optional(),
  toPlace: words.optional(),
  freight: amount.optional(),
  cause: z.enum(causes).optional().describe('Why it came late or short'),
  causeNote: z.string().trim().min(1).max(1000).optional(),
}

export const deliveriesContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/supply/deliveries',
      summary: 'Lines of deliveries, the latest promise first',
      tags,
    })
    .input(
      z.object({
        accountId: id.optional(),
        state: z.enum(['on the way', 'arrived', 'late']).optional(),
        reference: z.string().trim().max(100).optional().describe('Number of the delivery or of the order'),
        cursor: z.string().max(60).optional(),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable() })),
  enter: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/deliveries',
      summary: 'Enter a delivery by hand; the same reference, line and product entered again adds to it',
      tags,
    })
    .input(
      z.object({
        accountId: id,
        reference: words,
        line: words.optional(),
        orderReference: words.optional(),
        productId: id,
        ...told,
      }),
    )
    .output(deliverySchema),
  tell: oc
    .route({
      method: 'PATCH',
      path: '/supply/deliveries/{id}',
      summary: 'Say when a delivery arrived, with how much, and why it was late or short',
      tags,
    })
    .input(z.object({ id: publicId, version: z.number().int(), ...told }))
    .output(deliverySchema),
}

import { z } from 'zod'

/*
The shapes of what an account's people read and write at the portal. Ids are random: no count can be read from them.
*/

export const id = z.uuid()
export const language = z.enum(['en', 'zh-Hans'])
export const right = z.enum(['buyer', 'staff'])
export const day = z.iso.date()
export const code = z.string().min(1).max(200)
export const quantity = z
  .string()
  .regex(/^\d{1,12}(\.\d{1,6})?$/)
  .describe('An exact decimal in the unit of the product')
export const page = z.object({
  cursor: z.string().max(60).optional(),
  limit: z.coerce.number<number>().int().min(1).max(100).default(30),
})

export const accountSchema = z.object({ code: z.string(), name: z.string() })

export const orderRowSchema = z.object({
  id,
  number: z.string(),
  account: accountSchema,
  state: z.string(),
  lines: z.number().describe('Lines with a quantity'),
  wantedOn: z.string().nullable(),
  expiresAt: z.string().nullable(),
  total: z.string().nullable().describe('Of the order’s currency; null where a line has no price yet'),
  currency: z.string(),
  since: z.string(),
})

const orderLineSchema = z.object({
  line: z.number(),
  product: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  quantity: z.string(),
  proposed: z.string().nullable().describe('Null: added by the account'),
  allocated: z.string().nullable(),
  confirmed: z.string().nullable(),
  shipped: z.string(),
  unitPrice: z.string().nullable().describe('Null: at the price in force'),
  reason: z.string().nullable().describe('Why it was proposed, a sentence'),
})

export const orderSchema = orderRowSchema.extend({
  shipTo: z.string().nullable(),
  terms: z.string().nullable(),
  reference: z.string().nullable().describe('The account’s own number'),
  proposedBy: z.string().nullable(),
  contentHash: z.string().describe('What a signature binds'),
  version: z.number(),
  items: z.array(orderLineSchema),
  steps: z.array(
    z.object({ act: z.string(), by: z.string(), ours: z.boolean(), at: z.string(), note: z.string().nullable() }),
  ),
  signature: z.object({ name: z.string(), at: z.string() }).nullable(),
  may: z.array(z.enum(['change', 'sign', 'decline'])),
})

export const messageSchema = z.object({
  id,
  side: z.enum(['account', 'department']),
  author: z.string(),
  order: z.object({ id, number: z.string() }).nullable(),
  text: z.string(),
  sentAt: z.string(),
  readAt: z.string().nullable(),
})

export const stockItemSchema = z.object({
  product: z.string(),
  name: z.string(),
  unit: z.string().nullable(),
  onHand: z.string().nullable(),
  day: z.string().nullable().describe('Of the last count'),
  sold: z.string().nullable().describe('In the last span that was entered'),
  soldFrom: z.string().nullable(),
  soldTo: z.string().nullable(),
})

export const deliverySchema = z.object({
  id,
  account: accountSchema,
  product: z.string().nullable(),
  reference: z.string().nullable(),
  promisedOn: z.string().nullable(),
  promised: z.string().nullable(),
  shippedOn: z.string().nullable(),
  arrivedOn: z.string().nullable(),
  quantity: z.string().nullable(),
  mode: z.string().nullable(),
  carrier: z.string().nullable(),
  late: z.boolean(),
})

export const allocationSchema = z.object({
  id,
  account: accountSchema,
  product: z.string(),
  name: z.string(),
  requested: z.string(),
  committed: z.string(),
  allocated: z.string(),
  reasons: z.array(z.string()),
  releasedAt: z.string(),
})

export const personSchema = z.object({
  id,
  name: z.string(),
  email: z.string(),
  right,
  subsidiaries: z.boolean(),
  disabled: z.boolean(),
  isMe: z.boolean(),
  lastSeen: z.string().nullable(),
  mayChange: z.boolean(),
})

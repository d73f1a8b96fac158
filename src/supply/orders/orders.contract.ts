import { oc } from '@orpc/contract'
import { z } from 'zod'
import { modes } from '../deliveries/delivery.ts'
import { cutReasons } from './cut-reason.ts'
import { orderActs, orderStates } from './order-state.ts'

const tags = ['Orders']
const publicId = z.uuid().describe('The order')
const version = z.number().int().describe('The version that was read')
const accountId = z.coerce.number<number>().int().positive()
const quantity = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'A decimal that is not negative')
const price = z.string().regex(/^\d{1,12}(\.\d{1,6})?$/, 'A decimal that is not negative')
const note = z.string().trim().max(1000).nullable().default(null)
const state = z.enum(orderStates)
const mostLines = 5000

const headFields = {
  siteId: z.number().int().positive().nullable(),
  wantedOn: z.iso.date().nullable(),
  expiresAt: z.iso.datetime().nullable().describe('After this instant the account cannot sign it any more'),
  reference: z.string().trim().min(1).max(100).nullable().describe('The account’s own number'),
  terms: z.string().trim().min(1).max(1000).nullable(),
}

const lineSaid = z.object({
  productId: z.number().int().positive(),
  quantity,
  unitPrice: price.nullable().optional().describe('In the order’s currency; null: at the price in force'),
})

const headSchema = z.object({
  publicId: z.string(),
  number: z.string(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string(), ownerId: z.string().nullable() }),
  state,
  reference: z.string().nullable(),
  currency: z.string(),
  wantedOn: z.string().nullable(),
  proposedAt: z.string().nullable(),
  proposedByName: z.string().nullable(),
  expiresAt: z.string().nullable(),
  stateSince: z.string(),
  createdAt: z.string(),
})

const listedSchema = headSchema.extend({
  lines: z.number().describe('Lines that are wanted'),
  amount: z.string().describe('Sum of the lines that have a price, in the order’s currency'),
  unpriced: z.number().describe('Wanted lines without a price'),
})

const words = z.object({ en: z.string(), 'zh-Hans': z.string() })

const lineSchema = z.object({
  line: z.number(),
  product: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  quantity: z.string().describe('What the account wants now'),
  unitPrice: z.string().nullable(),
  proposedQuantity: z.string().nullable().describe('Null: added by the account'),
  allocatedQuantity: z.string().nullable(),
  confirmedQuantity: z.string().nullable(),
  shippedQuantity: z.string(),
  cutReason: z.enum(cutReasons).nullable(),
  reason: words.nullable().describe('Why it was proposed'),
})

const stepSchema = z.object({
  act: z.string(),
  fromState: state.nullable(),
  toState: state,
  actorName: z.string(),
  side: z.enum(['department', 'account', 'system']),
  at: z.string(),
  note: z.string().nullable(),
  changes: z.array(z.object({ product: z.string(), from: z.string().nullable(), to: z.string().nullable() })),
})

const signatureSchema = z.object({
  publicId: z.string(),
  how: z.enum(['portal', 'paper']),
  signerName: z.string(),
  signerTitle: z.string().nullable(),
  recordedByName: z.string().nullable(),
  signedAt: z.string(),
  contentHash: z.string().describe('SHA-256 of the signed text'),
  content: z.string().describe('The signed text itself'),
  documentFileId: z.string().describe('The document as it was shown: GET /files/{id}'),
  documentSha256: z.string(),
  scanFileId: z.string().nullable(),
  supersededAt: z.string().nullable(),
  supersededByName: z.string().nullable(),
  binds: z.boolean().describe('In force, and under exactly the content as it stands'),
  isIntact: z.boolean().describe('Its text has its hash, and the kept document is the one that was shown'),
})

const orderSchema = headSchema.extend({
  site: z.object({ id: z.number() }).nullable(),
  shipTo: z.string().nullable(),
  terms: z.string().nullable(),
  contentHash: z.string(),
  total: z.object({ amount: z.string(), isWhole: z.boolean() }),
  lines: z.array(lineSchema),
  steps: z.array(stepSchema),
  signatures: z.array(signatureSchema).describe('Newest first'),
  acts: z.array(z.enum(orderActs)).describe('What I may do with it now'),
  version: z.number(),
})

const isoDay = z.iso.date()

export const ordersContract = {
  list: oc
    .route({ method: 'GET', path: '/orders', summary: 'Orders, newest first', tags })
    .input(
      z.object({
        state: z
          .array(state)
          .or(state.transform(one => [one]))
          .optional(),
        accountId: accountId.optional(),
        ownerId: z.string().max(100).optional().describe('Of accounts that this person owns'),
        text: z.string().trim().max(100).optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
        cursor: z.string().max(20).optional(),
      }),
    )
    .output(z.object({ items: z.array(listedSchema), nextCursor: z.string().nullable() })),
  states: oc
    .route({ method: 'GET', path: '/orders/states', summary: 'How many orders stand in each state', tags })
    .input(z.object({ accountId: accountId.optional(), ownerId: z.string().max(100).optional() }))
    .output(z.array(z.object({ state, orders: z.number() }))),
  read: oc
    .route({ method: 'GET', path: '/orders/{publicId}', summary: 'An order with its history and signatures', tags })
    .input(z.object({ publicId }))
    .output(orderSchema),
  create: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/orders', summary: 'Enter or propose an order', tags })
    .input(
      z.object({
        accountId,
        propose: z.boolean().default(false).describe('Put it before the account at once; otherwise a draft'),
        currency: z
          .string()
          .regex(/^[A-Z]{3}$/)
          .optional()
          .describe('ISO 4217; the base currency unless told'),
        siteId: headFields.siteId.default(null),
        wantedOn: headFields.wantedOn.default(null),
        expiresAt: headFields.expiresAt.default(null),
        reference: headFields.reference.default(null),
        terms: headFields.terms.default(null),
        lines: z.array(lineSaid).max(mostLines),
      }),
    )
    .output(orderSchema),
  edit: oc
    .route({
      method: 'PATCH',
      path: '/orders/{publicId}',
      summary: 'Edit an order; what was signed has to be signed again',
      tags,
    })
    .input(
      z.object({
        publicId,
        version,
        ...z.object(headFields).partial().shape,
        lines: z.array(lineSaid).max(mostLines).optional().describe('The whole list as it shall be'),
      }),
    )
    .output(orderSchema),
  propose: oc
    .route({ method: 'POST', path: '/orders/{publicId}/propose', summary: 'Put an order before the account', tags })
    .input(z.object({ publicId, version, expiresAt: headFields.expiresAt.default(null), note }))
    .output(orderSchema),
  signOnPaper: oc
    .route({
      method: 'POST',
      path: '/orders/{publicId}/paper-signature',
      summary: 'Record that the account has signed on paper',
      tags,
    })
    .input(
      z.object({
        publicId,
        contentHash: z
          .string()
          .regex(/^[0-9a-f]{64}$/)
          .describe('Of the content that stands on the paper'),
        name: z.string().trim().min(1).max(200),
        title: z.string().trim().max(200).nullable().default(null),
        signedAt: z.iso.datetime(),
        scanFileId: z.uuid().describe('The scan, received by POST /files'),
        language: z.enum(['en', 'zh-Hans']).default('en').describe('Of the document'),
      }),
    )
    .output(orderSchema),
  decline: oc
    .route({ method: 'POST', path: '/orders/{publicId}/decline', summary: 'Record that the account declines', tags })
    .input(z.object({ publicId, version, reason: z.string().trim().min(1).max(1000) }))
    .output(orderSchema),
  withdraw: oc
    .route({ method: 'POST', path: '/orders/{publicId}/withdraw', summary: 'Withdraw an order', tags })
    .input(z.object({ publicId, version, reason: z.string().trim().min(1).max(1000) }))
    .output(orderSchema),
  confirm: oc
    .route({
      method: 'POST',
      path: '/orders/{publicId}/confirm',
      summary: 'Confirm a signed order, wholly or in part',
      description: 'Lines that are not named are confirmed as allocated, or as wanted where nothing was allocated.',
      tags,
    })
    .input(
      z.object({
        publicId,
        version: version.optional(),
        lines: z
          .array(
            z.object({ line: z.number().int().positive(), quantity, reason: z.enum(cutReasons).nullable().optional() }),
          )
          .max(mostLines)
          .default([]),
        note,
      }),
    )
    .output(orderSchema),
  ship: oc
    .route({ method: 'POST', path: '/orders/{publicId}/ship', summary: 'Ship what was confirmed', tags })
    .input(
      z.object({
        publicId,
        version: version.optional(),
        lines: z
          .array(z.object({ line: z.number().int().positive(), quantity }))
          .max(mostLines)
          .default([])
          .describe('Empty: all that is left'),
        shippedOn: isoDay.optional().describe('Today unless told'),
        promisedOn: isoDay.nullable().default(null),
        reference: z.string().trim().max(100).nullable().default(null).describe('The delivery note’s number'),
        mode: z.enum(modes).nullable().default(null),
        note,
      }),
    )
    .output(orderSchema),
}

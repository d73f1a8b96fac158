import { oc } from '@orpc/contract'
import { z } from 'zod'
import { standards } from './interchange/interchange-facts.ts'
import { codeKinds, messageStates, messageVersions } from './partner.ts'
import { activityMeanings } from './reports/activity.ts'

const tags = ['EDI messages']
const id = z.coerce.number<number>().int().positive()
const meaning = z.enum(activityMeanings)

const partnerFields = z.object({
  accountId: id.nullable().describe('Null: it is not known yet which account this is'),
  name: z.string().trim().min(1).max(200),
  theirQualifier: z.string().trim().max(4).describe('X12 ISA05 (ZZ, 01, 08 …); EDIFACT 0007 (14 is GS1)'),
  theirId: z.string().trim().min(1).max(35),
  ourQualifier: z.string().trim().max(4),
  ourId: z.string().trim().max(35),
  messageVersion: z.enum(messageVersions).describe('Of the messages that we write'),
  test: z.boolean().describe('In test: test messages are taken in, and ours say that they are one'),
  sendsOrders: z.boolean().describe('Whether orders and our answers to them are written for this partner'),
  activityOverrides: z
    .record(z.string().regex(/^[A-Z0-9]{1,4}$/), meaning)
    .describe('Codes of quantities that this partner uses in another sense'),
})

const partnerSchema = partnerFields.extend({
  id: z.number(),
  standard: z.enum(standards),
  accountId: z.number().nullable(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }).nullable(),
  version: z.number(),
  taken: z.number(),
  refused: z.number(),
  written: z.number(),
  unmapped: z.number().describe('Codes that nobody has mapped yet'),
  lastAt: z.string().nullable(),
  mayEdit: z.boolean(),
})

const messageSchema = z.object({
  id: z.number(),
  partnerId: z.number().nullable(),
  direction: z.enum(['in', 'out']),
  standard: z.enum(standards),
  type: z.string(),
  controlNumber: z.string(),
  test: z.boolean(),
  state: z.enum(messageStates),
  messages: z.number(),
  segments: z.number(),
  fault: z
    .object({
      code: z.string(),
      segment: z.string(),
      position: z.number(),
      stated: z.string().optional(),
      found: z.string().optional(),
    })
    .nullable(),
  fileName: z.string(),
  fileId: z.string().nullable().describe('To be read at /api/files/{id}'),
  ackFileId: z.string().nullable().describe('The 997, TA1 or CONTRL, at /api/files/{id}'),
  importId: z.number().nullable(),
  subject: z.string().nullable(),
  at: z.string(),
})

const codeSchema = z.object({ kind: z.enum(codeKinds), code: z.string(), name: z.string() })

export const messagesContract = {
  partners: oc
    .route({ method: 'GET', path: '/supply/partners', summary: 'EDI partners, by name, with what came and went', tags })
    .output(z.object({ items: z.array(partnerSchema) })),
  partner: oc
    .route({ method: 'GET', path: '/supply/partners/{id}', summary: 'One EDI partner with its code mappings', tags })
    .input(z.object({ id }))
    .output(
      partnerSchema.extend({
        unmappedCodes: z.array(codeSchema.extend({ rows: z.number(), importIds: z.array(z.number()) })),
        waiting: z
          .array(z.object({ importId: z.number(), rows: z.number() }))
          .describe('Imports whose rows waited for codes that are mapped by now: take them in again'),
        mappedCodes: z.array(codeSchema.omit({ name: true }).extend({ id: z.number(), meaning: z.string() })),
      }),
    ),
  addPartner: oc
    .route({ method: 'POST', path: '/supply/partners', summary: 'Add an EDI partner', tags })
    .input(
      partnerFields
        .partial({ activityOverrides: true, ourQualifier: true, ourId: true, test: true, sendsOrders: true })
        .extend({ standard: z.enum(standards) }),
    )
    .output(partnerSchema),
  editPartner: oc
    .route({ method: 'PATCH', path: '/supply/partners/{id}', summary: 'Edit an EDI partner', tags })
    .input(partnerFields.partial().extend({ id, version: z.number().int() }))
    .output(partnerSchema),
  mapCode: oc
    .route({
      method: 'POST',
      path: '/supply/partners/{id}/codes',
      summary: 'Say what a code of a partner means; rows that wait for it come in when they are taken in again',
      tags,
    })
    .input(
      z.discriminatedUnion('kind', [
        z.object({ id, kind: z.literal('product'), code: z.string().min(1).max(100), productId: id }),
        z.object({ id, kind: z.literal('site'), code: z.string().min(1).max(100), siteId: id }),
        z.object({ id, kind: z.literal('party'), code: z.string().min(1).max(100), accountId: id }),
        z.object({ id, kind: z.literal('activity'), code: z.string().regex(/^[A-Z0-9]{1,4}$/), meaning }),
      ]),
    )
    .output(z.object({ mapped: z.literal(true) })),
  unmapCode: oc
    .route({
      method: 'DELETE',
      path: '/supply/partners/{id}/codes/{codeId}',
      summary: 'Forget what a code means',
      tags,
    })
    .input(z.object({ id, codeId: id }))
    .output(z.object({ removed: z.literal(true) })),
  list: oc
    .route({ method: 'GET', path: '/supply/messages', summary: 'EDI messages in and out, newest first', tags })
    .input(
      z.object({
        partnerId: id.optional(),
        direction: z.enum(['in', 'out']).optional(),
        state: z.enum(messageStates).optional(),
        cursor: z.string().optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ items: z.array(messageSchema), nextCursor: z.string().nullable() })),
  activities: oc
    .route({
      method: 'GET',
      path: '/supply/activity-codes',
      summary: 'What the codes of quantities mean where a partner says nothing else',
      tags,
    })
    .input(z.object({ standard: z.enum(standards) }))
    .output(z.object({ items: z.array(z.object({ code: z.string(), meaning, en: z.string(), zh: z.string() })) })),
  sendOrder: oc
    .route({
      method: 'POST',
      path: '/supply/partners/{id}/orders',
      summary: 'Write an order (850, ORDERS) or our answer to it (855, ORDRSP) for a partner',
      tags,
    })
    .input(z.object({ id, order: z.uuid().describe('The public id of the order'), kind: z.enum(['order', 'answer']) }))
    .output(messageSchema),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { deliveryStates, webhookFormats } from './webhook.ts'

const tags = ['Webhooks']
const id = z.coerce.number<number>().int().positive()
const version = z.number().int().describe('The version that was read')

const fields = {
  name: z.string().trim().min(1).max(100),
  url: z.string().trim().min(1).max(2000),
  eventTypes: z.array(z.string().max(60)).max(100).default([]).describe('Empty: every event'),
  format: z.enum(webhookFormats).default('json').describe('X12 and EDIFACT carry orders and confirmations alone'),
  enabled: z.boolean().default(true),
  allowPrivate: z.boolean().default(false).describe('Whether it may lie in the own network'),
}

const endpointSchema = z.object({
  ...fields,
  eventTypes: z.array(z.string()),
  id: z.number(),
  createdByName: z.string(),
  createdAt: z.string(),
  previousSecretUntil: z.string().nullable().describe('Until when the secret before this one signs as well'),
  version: z.number(),
})

const deliverySchema = z.object({
  id: z.number(),
  eventId: z.string().describe('With msg_ before it the header webhook-id'),
  type: z.string(),
  at: z.string(),
  endpointId: z.number(),
  endpointName: z.string(),
  state: z.enum(deliveryStates),
  attempts: z.number(),
  replays: z.number(),
  nextAt: z.string().nullable(),
  lastStatus: z.number().nullable(),
  lastError: z.string().nullable(),
})

const attemptSchema = z.object({
  at: z.string(),
  status: z.number().nullable(),
  response: z.string().nullable().describe('The first 2,000 characters'),
  error: z.string().nullable(),
  tookMs: z.number(),
})

const secretSchema = z.object({ secret: z.string().describe('Shown this once; begins with whsec_') })

export const webhooksContract = {
  list: oc.route({ method: 'GET', path: '/webhooks', summary: 'Who is told of what happens', tags }).output(
    z.object({
      endpoints: z.array(endpointSchema),
      types: z.array(z.object({ type: z.string(), name: z.string() })).describe('Every event there is'),
    }),
  ),
  create: oc
    .route({ method: 'POST', path: '/webhooks', summary: 'Tell another program of what happens', tags })
    .input(z.object(fields))
    .output(secretSchema.extend({ id: z.number() })),
  edit: oc
    .route({ method: 'PUT', path: '/webhooks/{id}', summary: 'Change a webhook', tags })
    .input(z.object({ id, version, ...fields }))
    .output(z.object({ id: z.number() })),
  rotate: oc
    .route({
      method: 'POST',
      path: '/webhooks/{id}/secret',
      summary: 'Give a webhook a new secret; the old one signs as well for a day',
      tags,
    })
    .input(z.object({ id, version }))
    .output(secretSchema),
  remove: oc
    .route({ method: 'DELETE', path: '/webhooks/{id}', summary: 'Remove a webhook with its log', tags })
    .input(z.object({ id, version: z.coerce.number<number>().int() }))
    .output(z.object({ id: z.number() })),
  test: oc
    .route({ method: 'POST', path: '/webhooks/{id}/test', summary: 'Send a webhook a message to try it', tags })
    .input(z.object({ id }))
    .output(z.object({ deliveryId: z.number() })),
  deliveries: oc
    .route({ method: 'GET', path: '/webhooks/deliveries', summary: 'What was sent, newest first', tags })
    .input(
      z.object({
        endpointId: id.optional(),
        state: z.enum(deliveryStates).optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
        cursor: z.string().max(20).optional(),
      }),
    )
    .output(z.object({ items: z.array(deliverySchema), nextCursor: z.string().nullable() })),
  delivery: oc
    .route({ method: 'GET', path: '/webhooks/deliveries/{id}', summary: 'One message with every try', tags })
    .input(z.object({ id }))
    .output(deliverySchema.extend({ tries: z.array(attemptSchema), payload: z.unknown() })),
  replay: oc
    .route({ method: 'POST', path: '/webhooks/deliveries/{id}/replay', summary: 'Send a message again', tags })
    .input(z.object({ id }))
    .output(z.object({ id: z.number() })),
}

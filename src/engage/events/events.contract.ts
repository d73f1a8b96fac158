import { oc } from '@orpc/contract'
import { z } from 'zod'
import { eventKinds } from './event.ts'

const tags = ['Events']
const id = z.coerce.number<number>().int().positive()
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'A decimal, at most two digits after the point')

const settlementSchema = z.object({
  day: z.string(),
  state: z.enum(['done', 'skipped']),
  note: z.string().nullable(),
  cost: z.string().nullable().describe('What it cost in the end, base currency'),
  settledByName: z.string(),
  settledOn: z.string(),
})

const eventSchema = z.object({
  id: z.number(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  contact: z.object({ id: z.number(), name: z.string() }).nullable(),
  kind: z.enum(eventKinds),
  title: z.string(),
  day: z.string().describe('The first time'),
  yearly: z.boolean(),
  leadDays: z.number(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable().describe('Who sees to it'),
  ownerNamed: z.boolean().describe('False: it falls to the account’s owner'),
  whatWeDo: z.string().nullable(),
  cost: z.string().nullable().describe('Expected, base currency'),
  next: z.string().nullable().describe('The next occurrence, today included'),
  times: z.number().nullable().describe('How many years since the first time, at the next'),
  nextSettlement: settlementSchema.nullable(),
  past: z.array(settlementSchema).describe('What was done before, latest first'),
  unsettled: z.string().nullable().describe('The latest occurrence of the last 60 days of which nothing was said'),
  mayEdit: z.boolean(),
  version: z.number(),
})

const fields = {
  kind: z.enum(eventKinds),
  title: z.string().trim().min(1).max(200),
  day: z.iso.date(),
  yearly: z.boolean(),
  leadDays: z.number().int().min(0).max(365),
  contactId: z.number().int().positive().nullable(),
  ownerId: z.string().max(100).nullable().describe('Null: whoever owns the account'),
  whatWeDo: z.string().trim().max(1000).nullable(),
  cost: amount.nullable(),
}

export const eventsContract = {
  list: oc
    .route({ method: 'GET', path: '/events', summary: 'Events of accounts, the next first', tags })
    .input(
      z.object({
        accountId: id.optional(),
        whose: z.enum(['mine', 'all']).default('all'),
        days: z.coerce
          .number<number>()
          .int()
          .min(1)
          .max(400)
          .optional()
          .describe('Only what happens within so many days'),
      }),
    )
    .output(z.object({ items: z.array(eventSchema) })),
  add: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/events', summary: 'Add an event of the account', tags })
    .input(
      z.object({
        accountId: id,
        ...fields,
        yearly: fields.yearly.default(false),
        leadDays: fields.leadDays.default(14),
        contactId: fields.contactId.default(null),
        ownerId: fields.ownerId.default(null),
        whatWeDo: fields.whatWeDo.default(null),
        cost: fields.cost.default(null),
      }),
    )
    .output(z.object({ id: z.number() })),
  edit: oc
    .route({ method: 'PATCH', path: '/events/{id}', summary: 'Edit an event', tags })
    .input(z.object({ id, version: z.number().int(), ...z.object(fields).partial().shape }))
    .output(z.object({ changed: z.boolean() })),
  remove: oc
    .route({ method: 'DELETE', path: '/events/{id}', summary: 'Remove an event', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.boolean() })),
  restore: oc
    .route({ method: 'POST', path: '/events/{id}/restore', summary: 'Put a removed event back', tags })
    .input(z.object({ id }))
    .output(z.object({ restored: z.boolean() })),
  settle: oc
    .route({ method: 'PUT', path: '/events/{id}/days/{day}', summary: 'Say what was done on an occurrence', tags })
    .input(
      z.object({
        id,
        day: z.iso.date(),
        state: z.enum(['done', 'skipped', 'open']).describe('open: nothing has been said'),
        note: z.string().trim().max(1000).nullable().default(null),
        cost: amount.nullable().default(null),
      }),
    )
    .output(z.object({ settled: z.boolean() })),
}

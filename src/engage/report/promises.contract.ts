import { oc } from '@orpc/contract'
import { z } from 'zod'
import { promiseSides, promiseStates } from './promise.ts'

const tags = ['Promises']
const id = z.coerce.number<number>().int().positive()
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'A decimal, at most two digits after the point')

/** What is said of a promise when it is made, here or in the report of a visit. */
export const promiseDraftSchema = z.object({
  side: z.enum(promiseSides).describe('Ours: we promised; theirs: the account did'),
  what: z.string().trim().min(1).max(500),
  ownerId: z.string().max(100).nullable().default(null).describe('Ours: who keeps it; without it, whoever enters it'),
  contactId: z.number().int().positive().nullable().default(null).describe('Theirs: who promised; ours: to whom'),
  due: z.iso.date().nullable().default(null),
  value: amount.nullable().default(null).describe('What hangs on it, base currency'),
})

export const promiseSchema = z.object({
  id: z.number(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  visitId: z.number().nullable().describe('The visit at which it was made'),
  side: z.enum(promiseSides),
  what: z.string(),
  ownerId: z.string().nullable(),
  ownerName: z.string().nullable(),
  contactId: z.number().nullable(),
  contactName: z.string().nullable(),
  due: z.string().nullable(),
  value: z.string().nullable().describe('Exact decimal, base currency'),
  state: z.enum(promiseStates),
  madeOn: z.string(),
  closedOn: z.string().nullable(),
  outcome: z.string().nullable(),
  mayEdit: z.boolean(),
  version: z.number(),
})

const countsSchema = z.object({
  kept: z.number().describe('On time'),
  keptLate: z.number(),
  broken: z.number(),
  overdue: z.number().describe('Still open past their day'),
  open: z.number(),
  rate: z.number().nullable().describe('Kept on time of those whose time has come, 0 to 1; null: none yet'),
})

export const promisesContract = {
  list: oc
    .route({
      method: 'GET',
      path: '/promises',
      summary: 'Promises: open ones by due day, settled ones newest first',
      tags,
    })
    .input(
      z.object({
        accountId: id.optional(),
        whose: z.enum(['mine', 'all']).default('all').describe('Mine: ours that I keep, theirs of my accounts'),
        side: z.enum(promiseSides).optional(),
        state: z.enum(['open', 'overdue', 'settled']).default('open'),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
        cursor: z.string().max(100).optional(),
      }),
    )
    .output(z.object({ items: z.array(promiseSchema), nextCursor: z.string().nullable() })),
  kept: oc
    .route({
      method: 'GET',
      path: '/promises/kept',
      summary: 'How promises were kept, by person or of one account',
      tags,
    })
    .input(
      z.object({
        accountId: id.optional(),
        from: z.iso.date().optional().describe('Made from this day on; without it, of the last twelve months'),
      }),
    )
    .output(
      z.object({
        from: z.string(),
        people: z.array(countsSchema.extend({ personId: z.string(), name: z.string() })).describe('Ours, by person'),
        ours: countsSchema,
        theirs: countsSchema,
      }),
    ),
  make: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/promises', summary: 'Enter a promise', tags })
    .input(promiseDraftSchema.extend({ accountId: id }))
    .output(promiseSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/promises/{id}', summary: 'Edit an open promise', tags })
    .input(
      z.object({
        id,
        version: z.number().int(),
        what: z.string().trim().min(1).max(500).optional(),
        ownerId: z.string().max(100).optional().describe('Ours only'),
        contactId: z.number().int().positive().nullable().optional(),
        due: z.iso.date().nullable().optional(),
        value: amount.nullable().optional(),
      }),
    )
    .output(promiseSchema),
  settle: oc
    .route({
      method: 'POST',
      path: '/promises/{id}/settle',
      summary: 'Say what became of a promise, or open it again',
      tags,
    })
    .input(
      z.object({
        id,
        version: z.number().int(),
        state: z.enum(promiseStates).describe('open: again'),
        on: z.iso.date().optional().describe('The day it was kept or broken; today without it'),
        outcome: z.string().trim().max(500).nullable().default(null),
      }),
    )
    .output(promiseSchema),
}

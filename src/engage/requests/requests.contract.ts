import { oc } from '@orpc/contract'
import { z } from 'zod'
import { requestKinds, requestStates } from './request.ts'

const tags = ['Special requests']
const id = z.coerce.number<number>().int().positive()
const amount = z.string().regex(/^\d{1,13}(\.\d{1,2})?$/, 'A decimal, at most two digits after the point')
const decidedAs = z.enum(['own', 'deputy', 'escalation', 'administrator'])

const stepSchema = z.object({
  place: z.number(),
  person: z.object({ id: z.string(), name: z.string() }).nullable().describe('Null: anybody of the role'),
  role: z.enum(['head', 'executive']).nullable(),
  because: z.enum(['always', 'cost', 'presence']),
  due: z.string(),
  state: z.enum(['waiting', 'approved', 'declined']),
  overdue: z.boolean().describe('May be decided one level higher'),
  deputy: z.string().nullable().describe('Who stands in today for the person'),
  decidedByName: z.string().nullable(),
  decidedAs: decidedAs.nullable(),
  decidedOn: z.string().nullable(),
  note: z.string().nullable(),
})

const requestSchema = z.object({
  id: z.number(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  contact: z.object({ id: z.number(), name: z.string() }).nullable(),
  kind: z.enum(requestKinds),
  what: z.string(),
  reason: z.string(),
  wantedOn: z.string(),
  worth: z.string().nullable().describe('What hangs on it, base currency'),
  cost: z.string().nullable().describe('What it costs us, base currency'),
  executive: z.object({ id: z.string(), name: z.string() }).nullable(),
  askedByName: z.string(),
  askedOn: z.string(),
  state: z.enum(requestStates),
  outcome: z.string().nullable(),
  outcomeOn: z.string().nullable(),
  costInTheEnd: z.string().nullable(),
  visitId: z.number().nullable(),
  steps: z.array(stepSchema),
  mayDecide: decidedAs.nullable().describe('As what I may decide it now; null: not at all'),
  mayHandle: z.boolean().describe('Whether I may withdraw it and record its outcome'),
  version: z.number(),
})

const daySchema = z.object({
  away: z.object({ deputy: z.string() }).nullable(),
  visits: z.array(z.object({ time: z.string(), endTime: z.string(), account: z.string() })),
})

const rulesSchema = z.object({
  freeBelow: amount.describe('Below this cost nobody need agree'),
  executiveFrom: amount.describe('From this cost on an executive must agree'),
  daysToDecide: z.number().int().min(1).max(30).describe('Working days a step has'),
})

const said = {
  kind: z.enum(requestKinds),
  what: z.string().trim().min(1).max(300),
  reason: z.string().trim().min(1).max(2000),
  wantedOn: z.iso.date(),
  contactId: z.number().int().positive().nullable().default(null),
  worth: amount.nullable().default(null),
  cost: amount.nullable().default(null).describe('Null: not known, which is taken for high'),
  executiveId: z.string().max(100).nullable().default(null),
}

export const requestsContract = {
  list: oc
    .route({ method: 'GET', path: '/requests', summary: 'Special requests, the soonest wanted first', tags })
    .input(
      z.object({
        whose: z.enum(['to decide', 'mine', 'all']).default('all'),
        state: z.enum(['open', 'closed']).default('open'),
        accountId: id.optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
        cursor: z.string().max(100).optional(),
      }),
    )
    .output(z.object({ items: z.array(requestSchema), nextCursor: z.string().nullable() })),
  read: oc
    .route({ method: 'GET', path: '/requests/{id}', summary: 'A special request with its path', tags })
    .input(z.object({ id }))
    .output(requestSchema.extend({ executiveDay: daySchema.nullable().describe('The executive’s day') })),
  path: oc
    .route({ method: 'GET', path: '/requests/path', summary: 'Who would have to agree, and by when', tags })
    .input(
      z.object({
        kind: said.kind,
        cost: amount.optional(),
        executiveId: z.string().max(100).optional(),
        wantedOn: z.iso.date(),
      }),
    )
    .output(
      z.object({
        steps: z.array(
          stepSchema.pick({ place: true, person: true, role: true, because: true, due: true, deputy: true }),
        ),
        executiveDay: daySchema.nullable(),
      }),
    ),
  ask: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/requests', summary: 'Ask for something special', tags })
    .input(
      z
        .object({ accountId: id, ...said })
        .refine(request => request.kind !== 'executive' || request.executiveId !== null, {
          path: ['executiveId'],
          message: 'Say whose presence is wanted',
        }),
    )
    .output(requestSchema),
  decide: oc
    .route({ method: 'POST', path: '/requests/{id}/decide', summary: 'Approve or decline the step in turn', tags })
    .input(
      z.object({
        id,
        version: z.number().int(),
        approve: z.boolean(),
        note: z.string().trim().max(1000).nullable().default(null),
      }),
    )
    .output(requestSchema),
  withdraw: oc
    .route({ method: 'POST', path: '/requests/{id}/withdraw', summary: 'Withdraw a request', tags })
    .input(z.object({ id, version: z.number().int() }))
    .output(requestSchema),
  settle: oc
    .route({
      method: 'POST',
      path: '/requests/{id}/outcome',
      summary: 'Record what came of it, or take that back',
      tags,
    })
    .input(
      z.object({
        id,
        version: z.number().int(),
        act: z.enum(['succeed', 'fail', 'reopen']),
        outcome: z.string().trim().max(2000).nullable().default(null),
        cost: amount.nullable().default(null).describe('What it cost in the end'),
      }),
    )
    .output(requestSchema),
  rules: oc
    .route({ method: 'GET', path: '/requests/rules', summary: 'Who must agree to what', tags })
    .output(rulesSchema.extend({ version: z.number() })),
  changeRules: oc
    .route({ method: 'PUT', path: '/requests/rules', summary: 'Change who must agree to what', tags })
    .input(rulesSchema.extend({ version: z.number().int() }))
    .output(rulesSchema.extend({ version: z.number() })),
}

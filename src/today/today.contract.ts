import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../identify/tier.ts'
import { groups } from './group.ts'

const tags = ['Today']
const id = z.coerce.number<number>().int().positive()
const value = z.union([z.string(), z.number(), z.null()])
const sum = z.object({
  signals: z.number(),
  value: z.string().nullable().describe('Exact; null where all are unknown'),
})

const signalSchema = z.object({
  id: z.number(),
  kind: z.string().describe('Room and name, such as identify.falling_silent'),
  title: z.string(),
  account: z.object({ id: z.number(), code: z.string(), name: z.string(), tier: z.enum(tiers).nullable() }).nullable(),
  due: z.string().nullable(),
  value: z.string().nullable().describe('Money at stake, base currency, exact; null where unknown'),
  confidence: z.number(),
  values: z.record(z.string(), value),
  reason: z.string().describe('One sentence with its figures, in the caller’s language'),
  actions: z
    .array(z.object({ label: z.string(), path: z.string() }))
    .describe('What answers it; the first is the usual one'),
  /** Why it stands here. */
  weight: z.object({
    stake: z.string().describe('What an unknown value is taken for'),
    urgency: z.number(),
    leadDays: z.number(),
  }),
  arisenOn: z.string(),
  personId: z.string().nullable(),
  personName: z.string().nullable(),
  role: z.string().nullable().describe('Where it is nobody’s in particular: everybody’s of this role'),
  answer: z
    .object({
      id: z.number(),
      state: z.enum(['done', 'snoozed', 'delegated', 'not useful']),
      until: z.string().nullable(),
      note: z.string().nullable(),
      by: z.string().nullable(),
      senderName: z.string().nullable(),
      senderNote: z.string().nullable(),
    })
    .nullable(),
})

const filterSchema = z.object({
  kind: z.string().max(100).optional(),
  group: z.enum(groups).optional(),
  cursor: z.coerce.number<number>().int().min(0).default(0),
  limit: z.coerce.number<number>().int().min(1).max(200).default(50),
})

const queueSchema = z.object({
  today: z.string(),
  total: z.number(),
  items: z.array(signalSchema),
  nextCursor: z.number().nullable(),
  groups: z.array(sum.extend({ group: z.enum(groups) })),
  kinds: z.array(sum.extend({ kind: z.string(), title: z.string() })),
  refreshing: z.boolean().describe('Signals are being read again at this moment; ask once more in a few seconds'),
  failed: z.array(z.string()).describe('Sources that could not be read; their signals stand as they were'),
})

export const todayContract = {
  queue: oc
    .route({ method: 'GET', path: '/today', summary: 'My queue, best first; also that of those I stand in for', tags })
    .input(filterSchema.extend({ show: z.enum(['open', 'answered']).default('open') }))
    .output(queueSchema.extend({ standingInFor: z.array(z.object({ id: z.string(), name: z.string() })) })),
  department: oc
    .route({ method: 'GET', path: '/today/department', summary: 'Everybody’s queue, by person and account', tags })
    .input(
      filterSchema.extend({
        personId: z.string().max(100).optional(),
        role: z.enum(['administrator', 'head', 'back office']).optional(),
        accountId: id.optional(),
      }),
    )
    .output(
      queueSchema.extend({
        people: z.array(
          sum.extend({
            personId: z.string().nullable(),
            role: z.string().nullable(),
            name: z.string(),
            overdue: z.number(),
          }),
        ),
        accounts: z.array(
          sum.extend({
            account: z.object({ id: z.number(), code: z.string(), name: z.string(), tier: z.enum(tiers).nullable() }),
            overdue: z.number(),
          }),
        ),
      }),
    ),
  answer: oc
    .route({
      method: 'POST',
      path: '/today/signals/{id}/answer',
      summary: 'Done, put off until a day, or not useful',
      tags,
    })
    .input(
      z.object({
        id,
        answer: z.enum(['done', 'snoozed', 'not useful']),
        until: z.iso.date().optional().describe('For snoozed: the day on which it comes back'),
        note: z.string().trim().min(1).max(1000).optional().describe('For not useful: why'),
      }),
    )
    .output(z.object({ answerId: z.number() })),
  delegate: oc
    .route({ method: 'POST', path: '/today/signals/{id}/delegate', summary: 'Give it to somebody else', tags })
    .input(z.object({ id, personId: z.string(), note: z.string().trim().min(1).max(1000).optional() }))
    .output(z.object({ answerId: z.number() })),
  takeBack: oc
    .route({ method: 'POST', path: '/today/answers/{id}/take-back', summary: 'Take an answer back', tags })
    .input(z.object({ id }))
    .output(z.object({ takenBack: z.literal(true) })),
  kinds: oc
    .route({ method: 'GET', path: '/today/kinds', summary: 'What became of each kind’s signals', tags })
    .input(z.object({ days: z.coerce.number<number>().int().min(1).max(366).default(90) }))
    .output(
      z.object({
        since: z.string(),
        items: z.array(
          z.object({
            kind: z.string(),
            title: z.string(),
            open: z.number(),
            value: z.string().nullable(),
            arisen: z.number(),
            done: z.number(),
            snoozed: z.number(),
            delegated: z.number(),
            notUseful: z.number(),
            ended: z.number().describe('Went without an answer: somebody acted, or the moment passed'),
            reasons: z.array(z.string()).describe('Why they were not useful, the latest first'),
          }),
        ),
      }),
    ),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { nearDay, nearMonth } from '../visits/near-day.ts'
import { entryCategories } from './entry.ts'

const tags = ['Calendar']
const id = z.coerce.number<number>().int().positive()
const day = nearDay
const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'HH:MM')
const personId = z.string().max(100)
const month = nearMonth
const accountId = z.number().int().positive().nullable()
const category = z.enum(entryCategories as [(typeof entryCategories)[number], ...(typeof entryCategories)[number][]])
const namedAccount = z.object({ id: z.number(), code: z.string(), name: z.string() })

const itemSchema = z.object({
  key: z.string(),
  kind: z.string(),
  title: z.string(),
  accountId: z.number().nullable(),
  personId: z.string().nullable(),
  day: z.string(),
  startsAt: z.string().nullable(),
  endsAt: z.string().nullable(),
  timeZone: z.string().nullable(),
  state: z.enum(['open', 'done', 'off']),
  path: z.string().nullable(),
  place: z.string().nullable(),
  note: z.string().nullable(),
  move: z.object({ visitId: z.number(), version: z.number() }).nullable(),
})

const entrySchema = z.object({
  id: z.number(),
  personId: z.string(),
  kind: z.enum(['appointment', 'task', 'time']),
  accountId: z.number().nullable(),
  account: namedAccount.nullable(),
  category: z.string(),
  title: z.string().nullable(),
  day: z.string(),
  time: z.string().nullable().describe('On the company’s clock'),
  minutes: z.number().nullable(),
  doneOn: z.string().nullable(),
  version: z.number(),
})

const said = z.object({
  title: z.string().trim().min(1).max(300),
  category,
  accountId,
  day,
  time: time.nullable().describe('With an hour it is an appointment, without a task'),
  minutes: z.number().int().min(5).max(1440).nullable(),
})

export const calendarContract = {
  read: oc
    .route({ method: 'GET', path: '/calendar', summary: 'What stands in the calendar between two days', tags })
    .input(
      z.object({
        from: day,
        to: day.describe('Inside; at most 100 days after the first'),
        personId: personId.optional().describe('Left out: one’s own; “all”: everybody’s'),
      }),
    )
    .output(
      z.object({
        items: z.array(itemSchema),
        kinds: z.array(z.object({ kind: z.string(), name: z.string() })),
        holidays: z.array(
          z.object({
            day: z.string(),
            region: z.string(),
            name: z.string(),
            kind: z.enum(['holiday', 'working day']),
            ours: z.boolean(),
          }),
        ),
        workdays: z.array(z.number()),
        timeZone: z.string(),
      }),
    ),
  entry: oc
    .route({ method: 'GET', path: '/calendar/entries/{id}', summary: 'One appointment or task', tags })
    .input(z.object({ id }))
    .output(entrySchema),
  addEntry: oc
    .route({ method: 'POST', path: '/calendar/entries', summary: 'Enter an appointment or a task', tags })
    .input(said.partial().extend({ title: said.shape.title, day }))
    .output(entrySchema),
  editEntry: oc
    .route({ method: 'PATCH', path: '/calendar/entries/{id}', summary: 'Edit an appointment or a task', tags })
    .input(said.partial().extend({ id, version: z.number().int(), done: z.boolean().optional() }))
    .output(entrySchema),
  removeEntry: oc
    .route({ method: 'DELETE', path: '/calendar/entries/{id}', summary: 'Delete an own entry', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
  feed: oc
    .route({ method: 'GET', path: '/calendar/feed', summary: 'Whether one’s calendar has a secret address', tags })
    .output(z.object({ madeAt: z.string().nullable(), lastReadAt: z.string().nullable() })),
  makeFeed: oc
    .route({
      method: 'POST',
      path: '/calendar/feed',
      summary: 'Make the secret address of one’s calendar; the one before it stops working',
      tags,
    })
    .output(z.object({ address: z.string().describe('Shown once; only its hash is kept') })),
  endFeed: oc
    .route({ method: 'DELETE', path: '/calendar/feed', summary: 'Revoke the secret address', tags })
    .output(z.object({ revoked: z.literal(true) })),
  plan: oc
    .route({
      method: 'GET',
      path: '/calendar/plan',
      summary: 'A month in which every cadence holds and days balance; what cannot be kept is said',
      tags,
    })
    .input(z.object({ personId, month }))
    .output(
      z.object({
        proposals: z.array(
          z.object({
            key: z.string(),
            account: namedAccount,
            tier: z.enum(tiers).nullable(),
            reason: z.enum(['none planned', 'overlaps', 'away', 'day full', 'closed']),
            visit: z.object({ id: z.number(), day: z.string(), time: z.string() }).nullable(),
            from: z.string(),
            to: z.string(),
            minutes: z.number(),
            slot: z.object({ day: z.string(), time: z.string() }).nullable(),
            why: z.enum(['no working day', 'days full', 'no free hour']).nullable(),
          }),
        ),
        days: z.array(
          z.object({
            day: z.string(),
            works: z.boolean(),
            holiday: z.string().nullable(),
            away: z.boolean(),
            before: z.number().describe('Minutes of visits'),
            after: z.number(),
          }),
        ),
        accepted: z.object({ id: z.number(), at: z.string(), by: z.string(), visits: z.number() }).nullable(),
        mayAccept: z.boolean(),
      }),
    ),
  acceptPlan: oc
    .route({ method: 'POST', path: '/calendar/plan', summary: 'Accept a month’s plan, all of it or some', tags })
    .input(z.object({ personId, month, keys: z.array(z.string().max(100)).min(1).max(1000) }))
    .output(z.object({ id: z.number(), planned: z.number(), moved: z.number() })),
  undoPlan: oc
    .route({ method: 'POST', path: '/calendar/plan/{id}/undo', summary: 'Take an accepted plan back', tags })
    .input(z.object({ id }))
    .output(z.object({ undone: z.number(), left: z.number() })),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Executives']
const id = z.coerce.number<number>().int().positive()
const accountSchema = z.object({ id: z.number(), code: z.string(), name: z.string() })

const sponsorSchema = z.object({
  id: z.number(),
  account: accountSchema,
  person: z.object({ id: z.string(), name: z.string() }),
  since: z.string(),
  visitsAYear: z.number().describe('Promised'),
  held: z.number().describe('In the last twelve months'),
  planned: z.number().describe('In the coming twelve months'),
  state: z.enum(['kept', 'planned', 'behind']),
  lastHeld: z.string().nullable().describe('Day'),
  next: z.object({ visitId: z.number(), day: z.string(), time: z.string() }).nullable(),
})

export const executivesContract = {
  overview: oc
    .route({
      method: 'GET',
      path: '/executives',
      summary: 'Executives: for whom they stand, their visits, promises and share of time',
      tags,
    })
    .output(
      z.object({
        from: z.string().describe('First day of the twelve weeks of which the time is counted'),
        people: z.array(
          z.object({
            person: z.object({ id: z.string(), name: z.string(), title: z.string().nullable() }),
            away: z.object({ deputy: z.string(), to: z.string() }).nullable(),
            sponsors: z.array(sponsorSchema),
            promisesOpen: z.number(),
            promisesOverdue: z.number(),
            minutes: z.number().describe('Working time on record'),
            keyMinutes: z.number().describe('Of it with key accounts'),
            share: z.number().nullable().describe('0 to 1; a third is wanted; null: nothing on record'),
          }),
        ),
        without: z.array(accountSchema.extend({ tier: z.string() })).describe('Platinum accounts without a sponsor'),
      }),
    ),
  sponsors: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/sponsors', summary: 'Who stands for an account', tags })
    .input(z.object({ accountId: id }))
    .output(z.object({ items: z.array(sponsorSchema) })),
  appoint: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/sponsors', summary: 'Let an executive stand for it', tags })
    .input(
      z.object({
        accountId: id,
        personId: z.string().max(100),
        visitsAYear: z.number().int().min(1).max(52).default(2),
      }),
    )
    .output(z.object({ id: z.number() })),
  change: oc
    .route({ method: 'PATCH', path: '/sponsors/{id}', summary: 'Change or end it', tags })
    .input(
      z.object({
        id,
        visitsAYear: z.number().int().min(1).max(52).optional(),
        until: z.iso.date().nullable().optional().describe('Last day; null: it goes on'),
      }),
    )
    .output(z.object({ changed: z.boolean() })),
}

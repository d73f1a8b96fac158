import { oc } from '@orpc/contract'
import { z } from 'zod'
import { entryCategories } from '../calendar/entry.ts'
import { nearDay } from '../visits/near-day.ts'
import { timeCategories } from './working-time.ts'

const tags = ['Time']
const day = nearDay
const category = z.enum(entryCategories as [(typeof entryCategories)[number], ...(typeof entryCategories)[number][]])
const share = {
  all: z.number().describe('Minutes'),
  key: z.number().describe('Minutes for key accounts'),
  share: z.number().nullable(),
}
const namedAccount = z.object({ id: z.number(), code: z.string(), name: z.string() })

export const timeContract = {
  shares: oc
    .route({ method: 'GET', path: '/time', summary: 'Where working time went, by person and week', tags })
    .input(
      z.object({
        from: day,
        to: day.describe('Inside; at most 400 days after the first'),
        personId: z.string().max(100).optional().describe('Left out: the managers; managers see themselves'),
      }),
    )
    .output(
      z.object({
        target: z.number(),
        whole: z.object(share),
        people: z.array(z.object({ personId: z.string(), ...share, weeks: z.number(), below: z.number() })),
        weeks: z.array(z.object({ week: z.string(), ...share })),
        categories: z.array(
          z.object({ category: z.enum(timeCategories), key: z.number(), other: z.number(), none: z.number() }),
        ),
        elsewhere: z.array(z.object({ account: namedAccount, minutes: z.number() })),
      }),
    ),
  entries: oc
    .route({ method: 'GET', path: '/time/entries', summary: 'Time entered, the latest first', tags })
    .input(z.object({ personId: z.string().max(100).optional() }))
    .output(
      z.object({
        items: z.array(
          z.object({
            id: z.number(),
            day: z.string(),
            account: namedAccount.nullable(),
            category: z.string(),
            minutes: z.number(),
            note: z.string().nullable(),
          }),
        ),
      }),
    ),
  enter: oc
    .route({ method: 'POST', path: '/time/entries', summary: 'Enter time spent, on an account or otherwise', tags })
    .input(
      z.object({
        day,
        minutes: z.number().int().min(1).max(1440),
        category,
        accountId: z.number().int().positive().nullable(),
        note: z.string().trim().max(300).nullable().optional(),
      }),
    )
    .output(z.object({ id: z.number() })),
  remove: oc
    .route({ method: 'DELETE', path: '/time/entries/{id}', summary: 'Delete an own entry of time', tags })
    .input(z.object({ id: z.coerce.number<number>().int().positive() }))
    .output(z.object({ removed: z.literal(true) })),
}

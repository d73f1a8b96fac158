import { oc } from '@orpc/contract'
import { z } from 'zod'
import { reportedVisitSchema } from './reports.contract.ts'

const tags = ['Briefs']
const id = z.coerce.number<number>().int().positive()
const words = z.object({ en: z.string(), 'zh-Hans': z.string() })

export const briefSchema = z.object({
  account: z.object({ id: z.number(), code: z.string(), name: z.string(), city: z.string().nullable() }),
  visit: z
    .object({ id: z.number(), startsAt: z.string(), timeZone: z.string(), purpose: z.string().nullable() })
    .nullable()
    .describe('Null: made for the account, without a visit'),
  personName: z.string().nullable().describe('Who goes; without a visit, who owns the account'),
  since: z.string().nullable().describe('Day of the last visit held before'),
  asOf: z.string().describe('The company’s day on which it was made'),
  currency: z.string(),
  topics: z.array(z.object({ text: words, reason: words, weight: z.number() })).describe('The weightiest first'),
  sections: z.array(
    z.object({
      name: z.string(),
      title: words,
      items: z.array(
        z.object({
          text: words,
          detail: words.nullable(),
          mark: z.enum(['good', 'warning', 'bad']).nullable(),
          path: z.string().nullable(),
        }),
      ),
      figures: z.array(
        z.object({
          label: words,
          amount: z.string().nullable(),
          before: z.string().nullable().describe('Of the same days a year before'),
          isPart: z.boolean().describe('A product line of the amount above'),
        }),
      ),
    }),
  ),
})

export const briefContract = {
  ofVisit: oc
    .route({ method: 'GET', path: '/visits/{visitId}/brief', summary: 'The brief before a visit', tags })
    .input(z.object({ visitId: id }))
    .output(briefSchema),
  ofAccount: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/brief', summary: 'A brief of an account as it stands', tags })
    .input(z.object({ accountId: id }))
    .output(briefSchema),
  kit: oc
    .route({
      method: 'GET',
      path: '/offline-kit',
      summary: 'My visits of the coming days with their briefs and people, to take along',
      tags,
    })
    .input(z.object({ days: z.coerce.number<number>().int().min(1).max(14).default(7) }))
    .output(
      z.object({
        madeAt: z.string(),
        visits: z
          .array(z.object({ reported: reportedVisitSchema, brief: briefSchema.nullable() }))
          .describe('Also the past two weeks’ without a report, these without a brief; by start'),
      }),
    ),
}

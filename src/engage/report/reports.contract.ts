import { oc } from '@orpc/contract'
import { z } from 'zod'
import { visitStates } from '../visits/visit.ts'
import { promiseSides, promiseStates } from './promise.ts'
import { promiseDraftSchema } from './promises.contract.ts'
import { opinionSubjects, opinionTones, resolutions } from './visit-report.ts'

const tags = ['Visit reports']
const id = z.coerce.number<number>().int().positive()
const contact = z.number().int().positive()
const instant = z.iso.datetime().describe('Instant, UTC')
const words = z.string().trim().max(500)

const contentShape = {
  startedAt: instant.describe('When it really began'),
  endedAt: instant,
  contactIds: z.array(contact).max(100).default([]).describe('Who of the account was there'),
  newPeople: z
    .array(
      z.object({
        key: z.string().min(1).max(50).describe('To name them within this report'),
        name: z.string().trim().min(1).max(200),
        role: z.string().trim().max(200).nullable().default(null),
      }),
    )
    .max(20)
    .default([])
    .describe('Who was there and is no contact yet'),
  colleagueIds: z.array(z.string().max(100)).max(20).default([]).describe('Who of ours came along'),
  said: z.string().trim().max(20_000).default('').describe('What was said, Markdown'),
  opinions: z
    .array(z.object({ subject: z.enum(opinionSubjects), tone: z.enum(opinionTones), words }))
    .max(20)
    .default([])
    .describe('What they think of us'),
  competitors: z
    .array(z.object({ name: z.string().trim().min(1).max(200), words }))
    .max(20)
    .default([]),
  nextSteps: z.string().trim().max(4000).default(''),
}

export const reportDraftSchema = z.object({
  ...contentShape,
  draftKey: z.uuid().describe('Made where it was written: the same key sent again is the same report'),
  personId: z.string().max(100).optional().describe('Whose draft it is; another person’s is refused'),
  visitStartsAt: instant.describe('When the visit was to begin, as the writer knew it'),
  promises: z
    .array(promiseDraftSchema.extend({ personKey: z.string().max(50).nullable().default(null) }))
    .max(50)
    .default([])
    .describe('personKey: one of newPeople in place of contactId'),
  resolution: z.enum(resolutions).nullable().default(null).describe('What the writer decided about a conflict'),
  seenVersion: z.number().int().nullable().default(null).describe('The version of the report to replace or to add to'),
})

export const reportSchema = z.object({
  id: z.number(),
  visitId: z.number(),
  authorId: z.string().nullable(),
  authorName: z.string().nullable(),
  startedAt: z.string(),
  endedAt: z.string(),
  attendance: z.array(z.object({ contactId: z.number().nullable(), name: z.string().nullable() })),
  colleagueIds: z.array(z.string()),
  said: z.string(),
  opinions: z.array(z.object({ subject: z.enum(opinionSubjects), tone: z.enum(opinionTones), words: z.string() })),
  competitors: z.array(z.object({ name: z.string(), words: z.string() })),
  nextSteps: z.string(),
  promises: z.array(
    z.object({
      id: z.number(),
      side: z.enum(promiseSides),
      what: z.string(),
      due: z.string().nullable(),
      state: z.enum(promiseStates),
    }),
  ),
  sentAt: z.string(),
  version: z.number(),
})

/** What one needs to write the report, also without a network. */
export const reportedVisitSchema = z.object({
  visit: z.object({
    id: z.number(),
    personId: z.string(),
    personName: z.string().nullable(),
    contactIds: z.array(z.number()),
    startsAt: z.string(),
    endsAt: z.string(),
    timeZone: z.string(),
    state: z.enum(visitStates),
    purpose: z.string().nullable(),
  }),
  account: z.object({ id: z.number(), code: z.string(), name: z.string() }),
  people: z.array(z.object({ contactId: z.number(), name: z.string(), title: z.string().nullable() })),
  colleagues: z.array(z.object({ id: z.string(), name: z.string() })),
  report: reportSchema.nullable(),
  mayWrite: z.boolean(),
})

export const reportsContract = {
  read: oc
    .route({
      method: 'GET',
      path: '/visits/{visitId}/report',
      summary: 'A visit with its people and, once written, its report',
      tags,
    })
    .input(z.object({ visitId: id }))
    .output(reportedVisitSchema),
  write: oc
    .route({
      method: 'POST',
      path: '/visits/{visitId}/report',
      summary: 'Report a visit; the same draft sent again makes one report',
      tags,
    })
    .input(reportDraftSchema.extend({ visitId: id }))
    .output(
      z.object({
        reportId: z.number(),
        visitId: z.number().describe('Another one where it became a visit of its own'),
        sentAt: z.string(),
      }),
    ),
  edit: oc
    .route({ method: 'PATCH', path: '/visits/{visitId}/report', summary: 'Correct a report', tags })
    .input(z.object({ ...contentShape, visitId: id, version: z.number().int() }))
    .output(reportSchema),
  list: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/reports', summary: 'Reports of visits, latest first', tags })
    .input(
      z.object({
        accountId: id,
        limit: z.coerce.number<number>().int().min(1).max(100).default(20),
        cursor: z.string().max(100).optional(),
      }),
    )
    .output(z.object({ items: z.array(reportSchema), nextCursor: z.string().nullable() })),
}

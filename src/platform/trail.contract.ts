import { oc } from '@orpc/contract'
import { z } from 'zod'

export const changeSchema = z.object({
  id: z.number(),
  at: z.string(),
  actor: z.string(),
  via: z.string(),
  room: z.string(),
  subject: z.string(),
  subjectId: z.string(),
  accountId: z.number().nullable(),
  operation: z.string(),
  before: z.unknown(),
  after: z.unknown(),
})

export const trailContract = {
  list: oc
    .route({ method: 'GET', path: '/changes', summary: 'The trail: who changed what, newest first', tags: ['Trail'] })
    .input(
      z.object({
        accountId: z.coerce.number().int().optional(),
        room: z.string().optional(),
        subject: z.string().optional(),
        subjectId: z.string().optional(),
        cursor: z.coerce.number().int().optional().describe('Go on from this id'),
        limit: z.coerce.number().int().min(1).max(1000).default(100),
      }),
    )
    .output(z.object({ items: z.array(changeSchema), nextCursor: z.number().nullable() })),
}

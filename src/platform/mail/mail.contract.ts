import { oc } from '@orpc/contract'
import { z } from 'zod'
import { chosenKinds } from './mail.ts'

const mailSchema = z.object({
  id: z.number(),
  kind: z.enum([...chosenKinds, 'portal', 'test']),
  address: z.string(),
  subject: z.string(),
  state: z.enum(['waiting', 'sent', 'failed', 'captured']).describe('captured: kept here, no mail server is set'),
  attempts: z.number(),
  error: z.string().nullable(),
  queuedAt: z.string(),
  doneAt: z.string().nullable(),
})

const choicesSchema = z.object({
  items: z.array(z.object({ kind: z.enum(chosenKinds), wanted: z.boolean() })),
})

const tags = ['Mail']

export const mailContract = {
  list: oc
    .route({ method: 'GET', path: '/mail', summary: 'Mails to me; administrators see everybody’s', tags })
    .input(
      z.object({
        cursor: z.coerce.number().int().optional(),
        limit: z.coerce.number().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        delivery: z.enum(['mail server', 'kept here']),
        items: z.array(mailSchema),
        nextCursor: z.number().nullable(),
      }),
    ),
  read: oc
    .route({ method: 'GET', path: '/mail/{id}', summary: 'One mail as text', tags })
    .input(z.object({ id: z.coerce.number().int() }))
    .output(mailSchema.extend({ text: z.string(), calendar: z.string().nullable() })),
  sendAgain: oc
    .route({ method: 'POST', path: '/mail/{id}/send-again', summary: 'Try a failed mail again', tags })
    .input(z.object({ id: z.coerce.number().int() }))
    .output(z.object({ queued: z.boolean() })),
  sendTest: oc
    .route({ method: 'POST', path: '/mail/test', summary: 'Send a test mail to me', tags })
    .output(z.object({ id: z.number() })),
  choices: oc.route({ method: 'GET', path: '/me/mail', summary: 'Which mails I want', tags }).output(choicesSchema),
  choose: oc
    .route({ method: 'PUT', path: '/me/mail', summary: 'Say which mails I want', tags })
    .input(z.object({ kind: z.enum(chosenKinds), wanted: z.boolean() }))
    .output(choicesSchema),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'

const tags = ['Portal people']
const accountId = z.coerce.number<number>().int().positive()
const id = z.uuid()
/** What a person may do for their account. */
export const rightSchema = z.enum(['buyer', 'staff'])
const language = z.enum(['en', 'zh-Hans'])

const personSchema = z.object({
  id,
  accountId: z.number(),
  contactId: z.number().nullable(),
  name: z.string(),
  email: z.string(),
  right: rightSchema,
  subsidiaries: z.boolean().describe('Sees the accounts below theirs as well'),
  disabled: z.boolean(),
  twoFactor: z.boolean(),
  lastSeen: z.string().nullable().describe('Instant of the last session, UTC'),
  invitedBy: z.string(),
  version: z.number(),
})

const invitationSchema = z.object({
  id,
  name: z.string(),
  email: z.string(),
  right: rightSchema,
  subsidiaries: z.boolean(),
  invitedBy: z.string(),
  invitedAt: z.string(),
  expiresAt: z.string(),
  expired: z.boolean(),
})

const linkSchema = z.object({
  link: z.string().nullable().describe('To pass on by hand; null where it was mailed, so that nobody else has it'),
  expiresAt: z.string(),
})

const messageSchema = z.object({
  id,
  side: z.enum(['account', 'department']),
  author: z.string(),
  order: z.object({ id, number: z.string() }).nullable(),
  text: z.string(),
  sentAt: z.string(),
  readAt: z.string().nullable().describe('By the other side'),
})

/** What the department does about the people whom an account lets into its portal. */
export const portalPeopleContract = {
  read: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/portal', summary: 'An account’s people at the portal', tags })
    .input(z.object({ accountId }))
    .output(
      z.object({
        people: z.array(personSchema),
        invitations: z.array(invitationSchema),
        mayChange: z.boolean(),
        mayWrite: z.boolean(),
        mail: z.boolean().describe('Whether links are mailed; else they are passed on by hand'),
        hasSubsidiaries: z.boolean(),
      }),
    ),
  invite: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/portal/invitations',
      summary: 'Invite a person of the account to its portal',
      tags,
    })
    .input(
      z.object({
        accountId,
        contactId: z.number().int().positive().nullish(),
        name: z.string().trim().min(1).max(120),
        email: z.email().max(200),
        right: rightSchema,
        subsidiaries: z.boolean().default(false),
        language,
      }),
    )
    .output(linkSchema.extend({ id })),
  renewInvitation: oc
    .route({ method: 'POST', path: '/portal-invitations/{id}/link', summary: 'A new link of an invitation', tags })
    .input(z.object({ id }))
    .output(linkSchema),
  withdrawInvitation: oc
    .route({ method: 'DELETE', path: '/portal-invitations/{id}', summary: 'Withdraw an invitation', tags })
    .input(z.object({ id }))
    .output(z.object({ withdrawn: z.literal(true) })),
  changePerson: oc
    .route({
      method: 'PATCH',
      path: '/portal-people/{id}',
      summary: 'Change what a person of an account may do, or end and give back their access',
      tags,
    })
    .input(
      z.object({
        id,
        version: z.number().int(),
        right: rightSchema.optional(),
        subsidiaries: z.boolean().optional(),
        disabled: z.boolean().optional(),
      }),
    )
    .output(personSchema),
  signInLink: oc
    .route({
      method: 'POST',
      path: '/portal-people/{id}/link',
      summary: 'A link that signs a person of an account in once',
      tags,
    })
    .input(z.object({ id }))
    .output(linkSchema),
  messages: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/portal/messages',
      summary: 'Messages between an account and the department, the newest first',
      tags,
    })
    .input(
      z.object({
        accountId,
        before: z.uuid().optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
      }),
    )
    .output(z.object({ items: z.array(messageSchema), next: z.string().nullable() })),
  writeMessage: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/portal/messages',
      summary: 'Write to the people of an account',
      tags,
    })
    .input(z.object({ accountId, text: z.string().trim().min(1).max(4000) }))
    .output(messageSchema),
  markRead: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/portal/messages/read',
      summary: 'Mark what an account has written as read',
      tags,
    })
    .input(z.object({ accountId }))
    .output(z.object({ read: z.number() })),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { roles } from './roles.ts'

const role = z.enum(roles)
const language = z.enum(['en', 'zh-Hans'])

export const personSchema = z.object({
  id: z.string(),
  name: z.string(),
  email: z.string(),
  role,
  title: z.string().nullable(),
  disabled: z.boolean(),
  twoFactor: z.boolean(),
  lastSeen: z.string().nullable().describe('Instant of the last session, UTC'),
})

const linkSchema = z.object({ link: z.string(), expiresAt: z.string() })

const keySchema = z.object({
  id: z.string(),
  name: z.string(),
  start: z.string().describe('The first characters, to tell keys apart'),
  role,
  scope: z.enum(['read', 'write']),
  createdAt: z.string(),
  expiresAt: z.string().nullable(),
  lastUsedAt: z.string().nullable(),
})

export const peopleContract = {
  signInFacts: oc
    .route({
      method: 'GET',
      path: '/sign-in',
      summary: 'What the sign-in page needs: company, demo people, single sign-on',
      tags: ['People'],
    })
    .output(
      z.object({
        companyName: z.string(),
        demo: z.boolean(),
        singleSignOn: z.string().nullable().describe('The label of its button'),
        people: z
          .array(z.object({ id: z.string(), name: z.string(), role, title: z.string().nullable() }))
          .describe('Demo only: who one can be with one click'),
        needsFirstAdministrator: z.boolean(),
      }),
    ),
  session: oc
    .route({ method: 'GET', path: '/session', summary: 'Who is signed in, and at which company', tags: ['People'] })
    .output(
      z.object({
        person: z.object({
          id: z.string(),
          name: z.string(),
          email: z.string(),
          role,
          language: language.nullable(),
          title: z.string().nullable(),
          twoFactor: z.boolean(),
        }),
        company: z.object({
          name: z.string(),
          baseCurrency: z.string().describe('ISO 4217; XXX until known'),
          fiscalYearStart: z.number().describe('First month, 1 to 12'),
          timeZone: z.string().describe('IANA name; decides what day it is'),
          today: z.string().describe('The company’s day'),
          demoDay: z.string().nullable().describe('The day on which a demo stands'),
        }),
        demo: z.boolean(),
      }),
    ),
  changeMe: oc
    .route({ method: 'PATCH', path: '/me', summary: 'Change my name or language', tags: ['People'] })
    .input(z.object({ name: z.string().trim().min(1).max(120).optional(), language: language.optional() }))
    .output(z.object({ changed: z.boolean() })),
  list: oc
    .route({ method: 'GET', path: '/people', summary: 'People of the department', tags: ['People'] })
    .output(z.object({ items: z.array(personSchema) })),
  invite: oc
    .route({
      method: 'POST',
      path: '/people',
      summary: 'Invite a person; answers with a one-time link to pass on',
      tags: ['People'],
    })
    .input(
      z.object({
        name: z.string().trim().min(1).max(120),
        email: z.email(),
        role,
        title: z.string().max(120).optional(),
      }),
    )
    .output(linkSchema.extend({ id: z.string() })),
  newLink: oc
    .route({
      method: 'POST',
      path: '/people/{id}/link',
      summary: 'A new one-time link to set a password',
      tags: ['People'],
    })
    .input(z.object({ id: z.string() }))
    .output(linkSchema),
  change: oc
    .route({
      method: 'PATCH',
      path: '/people/{id}',
      summary: 'Change role or title, disable or enable',
      tags: ['People'],
    })
    .input(
      z.object({
        id: z.string(),
        role: role.optional(),
        title: z.string().max(120).nullable().optional(),
        disabled: z.boolean().optional(),
      }),
    )
    .output(personSchema),
  acceptLink: oc
    .route({
      method: 'POST',
      path: '/people/accept',
      summary: 'Use a one-time link: set name and password',
      tags: ['People'],
    })
    .input(
      z.object({
        secret: z.string().min(20).max(200),
        name: z.string().trim().min(1).max(120),
        email: z.email(),
        password: z.string().max(200),
      }),
    )
    .output(z.object({ email: z.string() })),
  linkFacts: oc
    .route({ method: 'GET', path: '/people/link', summary: 'What a one-time link is for', tags: ['People'] })
    .input(z.object({ secret: z.string().max(200) }))
    .output(
      z.object({
        purpose: z.enum(['first administrator', 'invitation', 'password']),
        email: z.string().nullable(),
        name: z.string().nullable(),
      }),
    ),
  keys: oc
    .route({ method: 'GET', path: '/keys', summary: 'API keys', tags: ['People'] })
    .output(z.object({ items: z.array(keySchema) })),
  createKey: oc
    .route({ method: 'POST', path: '/keys', summary: 'Create an API key; the secret is shown once', tags: ['People'] })
    .input(
      z.object({
        name: z.string().trim().min(1).max(80),
        role,
        scope: z.enum(['read', 'write']),
        days: z.number().int().min(1).max(3650).nullable(),
      }),
    )
    .output(z.object({ id: z.string(), key: z.string() })),
  revokeKey: oc
    .route({ method: 'DELETE', path: '/keys/{id}', summary: 'Revoke an API key', tags: ['People'] })
    .input(z.object({ id: z.string() }))
    .output(z.object({ revoked: z.boolean() })),
}

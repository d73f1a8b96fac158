import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'
import { valueTypes } from '../../identify/value-type.ts'
import { type BuyingField, buyingFactSchema, buyingValues } from './buying-facts.contract.ts'

const tags = ['How it buys']
const id = z.coerce.number<number>().int().positive()
const fields = Object.keys(buyingValues) as [BuyingField, ...BuyingField[]]
const field = z.enum(fields)

const questionSchema = z
  .object({
    field,
    reason: z.enum(['unknown', 'partial', 'stale']),
    gain: z.number().describe('Points that an answer today would add'),
  })
  .nullable()
  .describe('The field to ask about next; null where every answer is fresh')

const scoreSchema = z.object({
  score: z.number().describe('0 to 100: completeness × freshness'),
  completeness: z.number().describe('0 to 100: weight of what is answered, however old'),
  freshness: z.number().nullable().describe('0 to 100; null while nothing is known'),
})

const knownFactSchema = z.object({
  fact: buyingFactSchema,
  learnedOn: z.string().describe('When it was last heard to be so'),
  contact: z.object({ id: z.number(), name: z.string() }).nullable().describe('From whom, where it is a contact'),
  toldBy: z.string().nullable().describe('Any other source'),
  personId: z.string().nullable().describe('Who of ours learned it'),
  version: z.number(),
})

export const buyingProfileSchema = z.object({
  facts: z.array(knownFactSchema),
  ...scoreSchema.shape,
  parts: z.array(
    z.object({
      field,
      weight: z.number(),
      filled: z.number().describe('How much of the field is answered, 0 to 1'),
      fresh: z.number().nullable().describe('1 on the day it was learned, 0.5 a half-life later'),
      points: z.number(),
    }),
  ),
  question: questionSchema,
  valueType: z.enum(valueTypes).nullable(),
})

const source = {
  learnedOn: z.iso.date(),
  contactId: z.number().int().positive().nullable(),
  toldBy: z.string().trim().min(1).max(200).nullable(),
}

const listedProfileSchema = z.object({
  accountId: z.number(),
  code: z.string(),
  name: z.string(),
  ownerId: z.string().nullable(),
  tier: z.enum(tiers).nullable().describe('Of key accounts'),
  ...scoreSchema.shape,
  lastLearnedOn: z.string().nullable(),
  question: questionSchema,
})

export const buyingContract = {
  read: oc
    .route({ method: 'GET', path: '/accounts/{accountId}/buying', summary: 'How an account buys, scored', tags })
    .input(z.object({ accountId: id }))
    .output(buyingProfileSchema),
  say: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/buying',
      summary: 'Say one fact of how an account buys',
      tags,
    })
    .input(
      z.object({
        accountId: id,
        fact: buyingFactSchema,
        ...source,
        version: z.number().int().nullable().describe('Of the fact that was read; null where there was none'),
      }),
    )
    .output(z.object({ version: z.number() })),
  confirm: oc
    .route({
      method: 'POST',
      path: '/accounts/{accountId}/buying/{field}/confirm',
      summary: 'A fact was heard again and still holds',
      tags,
    })
    .input(z.object({ accountId: id, field, version: z.number().int(), ...source }))
    .output(z.object({ version: z.number() })),
  forget: oc
    .route({ method: 'DELETE', path: '/accounts/{accountId}/buying/{field}', summary: 'Take a fact back', tags })
    .input(z.object({ accountId: id, field, version: z.coerce.number<number>().int() }))
    .output(z.object({ removed: z.literal(true) })),
  list: oc
    .route({
      method: 'GET',
      path: '/buying-profiles',
      summary: 'Key accounts and all of which something is known, by the worth of the next question',
      tags,
    })
    .input(
      z.object({
        owner: z.string().optional(),
        state: z.enum(['stale', 'unknown', 'good']).optional(),
        cursor: z.coerce.number<number>().int().min(0).default(0).describe('How many to skip'),
        limit: z.coerce.number<number>().int().min(1).max(200).default(100),
      }),
    )
    .output(
      z.object({
        items: z.array(listedProfileSchema),
        total: z.number(),
        counts: z.object({ stale: z.number(), unknown: z.number(), good: z.number() }),
        nextCursor: z.number().nullable(),
      }),
    ),
}

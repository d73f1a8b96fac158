import { oc } from '@orpc/contract'
import { z } from 'zod'
import { tiers } from '../../identify/tier.ts'

const tags = ['White space']
const id = z.coerce.number<number>().int().positive()
const line = z.string().trim().min(1).max(200)

const windowSchema = z
  .object({ from: z.string(), to: z.string() })
  .nullable()
  .describe('Null while the ledger is empty')

const lineSchema = z.object({
  productLine: z.string(),
  own: z.string().describe('Our net sales of the twelve months'),
  potential: z.string().nullable().describe('Base currency a year; null where nobody can say'),
  source: z.enum(['entered', 'estimated']).nullable(),
  evidence: z
    .object({
      buyers: z.number().describe('Accounts alike that buy the line'),
      alike: z.number().describe('Accounts alike'),
      median: z.string().describe('Of what the buyers spend on it in a year'),
    })
    .nullable(),
  share: z.number().nullable().describe('Share of wallet: own ÷ potential; above 1 where an entered one is too low'),
  open: z.string().describe('Potential less own, never below 0'),
  certainty: z.number().describe('1 if entered, else the share of accounts alike that buy the line'),
})

export const whiteSpaceContract = {
  read: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/white-space',
      summary: 'Potential by product line, share of wallet, and what accounts alike buy that it does not',
      tags,
    })
    .input(z.object({ accountId: id }))
    .output(
      z.object({
        window: windowSchema,
        total: z.string().describe('Our net sales to it in the twelve months'),
        lines: z.array(
          lineSchema.extend({
            entered: z
              .object({
                amount: z.string(),
                source: z.string(),
                asOf: z.string(),
                personId: z.string().nullable(),
                version: z.number(),
              })
              .nullable(),
          }),
        ),
        alike: z.array(
          z.object({
            accountId: z.number(),
            code: z.string(),
            name: z.string(),
            similarity: z.number().describe('0.5 to 1'),
            total: z.string(),
          }),
        ),
      }),
    ),
  setPotential: oc
    .route({
      method: 'PUT',
      path: '/accounts/{accountId}/potential',
      summary: 'Enter what an account could buy of a product line in a year',
      tags,
    })
    .input(
      z.object({
        accountId: id,
        productLine: line,
        amount: z
          .string()
          .regex(/^\d{1,15}(\.\d{1,6})?$/, 'A decimal of at least 0 with at most six digits after the point'),
        source: z.string().trim().min(1).max(500),
        asOf: z.iso.date(),
        version: z.number().int().nullable(),
      }),
    )
    .output(z.object({ version: z.number() })),
  removePotential: oc
    .route({
      method: 'DELETE',
      path: '/accounts/{accountId}/potential',
      summary: 'Take an entered potential back: the estimate holds again',
      tags,
    })
    .input(z.object({ accountId: id, productLine: line, version: z.coerce.number<number>().int() }))
    .output(z.object({ removed: z.literal(true) })),
  list: oc
    .route({
      method: 'GET',
      path: '/white-space',
      summary: 'What is left to win at key accounts and those that somebody owns, greatest first',
      tags,
    })
    .input(
      z.object({
        owner: z.string().optional(),
        productLine: z.string().optional(),
        only: z.enum(['unbought', 'bought']).optional().describe('Lines it buys nothing of, or some already'),
        cursor: z.coerce.number<number>().int().min(0).default(0).describe('How many to skip'),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        window: windowSchema,
        items: z.array(
          lineSchema.extend({
            accountId: z.number(),
            code: z.string(),
            name: z.string(),
            ownerId: z.string().nullable(),
            tier: z.enum(tiers).nullable(),
          }),
        ),
        total: z.number(),
        open: z.string().describe('Of all that fit'),
        likely: z.string().describe('The same, each by its certainty'),
        productLines: z.array(z.string()),
        nextCursor: z.number().nullable(),
      }),
    ),
}

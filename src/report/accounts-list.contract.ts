import { oc } from '@orpc/contract'
import { z } from 'zod'
import { accountLevels } from '../accounts/account.ts'
import { guardKeys } from '../identify/guards.ts'
import { tiers } from '../identify/tier.ts'
import { figureKeys } from './account-order.ts'

const tags = ['Accounts']

const attributeKeys = [
  'code',
  'name',
  'country',
  'region',
  'city',
  'level',
  'owner',
  'salesperson',
  'cooperationSince',
] as const

export type AttributeKey = (typeof attributeKeys)[number]

/** One value or several: a query string with a single value is no array. */
const several = <T extends z.ZodType<string>>(value: T) =>
  z.union([z.array(value).max(200), value.transform(single => [single])])

export const nobody = 'nobody'

export const accountsFilterSchema = z.object({
  text: z.string().trim().max(100).optional().describe('Words of code or name, or a code in another system'),
  country: several(z.string()).optional(),
  region: several(z.string()).optional(),
  salesperson: several(z.string()).optional(),
  level: several(z.enum(accountLevels)).optional(),
  owner: several(z.string()).optional().describe(`Ids of people; “${nobody}” for accounts without an owner`),
  tier: several(z.enum([...tiers, 'none']))
    .optional()
    .describe('“none”: not yet reviewed'),
  movement: several(z.enum(['up', 'down', 'stayed', 'new'])).optional(),
  guard: several(z.enum(guardKeys)).optional().describe('Accounts that one of these guards finds today'),
  silentDays: z.coerce
    .number<number>()
    .int()
    .min(0)
    .optional()
    .describe('Bought nothing for so many days or longer, up to the last day of the ledger'),
  losing: z.union([z.boolean(), z.stringbool()]).optional().describe('Contribution below zero'),
  from: z.iso
    .date()
    .optional()
    .describe('First day of the window; both days or neither (the last 12 months of the ledger)'),
  to: z.iso.date().optional(),
})

export const accountsSortSchema = z.object({
  sort: z.enum([...figureKeys, ...attributeKeys]).default('revenue'),
  direction: z.enum(['asc', 'desc']).default('desc'),
})

const listedAccountSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
  level: z.enum(accountLevels).nullable(),
  parent: z.object({ id: z.number(), code: z.string(), name: z.string() }).nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  salesperson: z.string().nullable(),
  cooperationSince: z.string().nullable(),
  revenue: z.string(),
  margin: z.string().nullable().describe('Of the lines whose cost is known'),
  costToServe: z.string(),
  contribution: z.string().nullable().describe('Margin less cost to serve'),
  marginRate: z.number().nullable().describe('Share of the revenue whose cost is known'),
  documents: z.number(),
  growth: z.number().nullable().describe('Revenue against the window before, as a share'),
  lastDay: z.string().nullable().describe('Last day on which it bought'),
  silentDays: z.number().nullable().describe('From then to the last day of the ledger'),
  tier: z.enum(tiers).nullable(),
  movement: z.enum(['up', 'down', 'stayed', 'new']).nullable().describe('Against the review before'),
  points: z.number().nullable(),
  rank: z.number().nullable(),
  months: z.array(z.string()).describe('Revenue of each of the 12 months that end with the window'),
})

export type ListedAccount = z.infer<typeof listedAccountSchema>

export const accountsListContract = {
  list: oc
    .route({ method: 'GET', path: '/accounts', summary: 'Accounts with figures, tier and movement', tags })
    .input(
      accountsFilterSchema.extend(accountsSortSchema.shape).extend({
        cursor: z.string().max(600).optional(),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        items: z.array(listedAccountSchema),
        nextCursor: z.string().nullable(),
        total: z.number().describe('Accounts that fit the filter'),
        window: z.object({ from: z.string(), to: z.string() }).nullable().describe('null while the ledger is empty'),
        months: z.array(z.string()).describe('First days of the months of each row'),
        review: z.object({ id: z.number(), asOf: z.string(), state: z.enum(['provisional', 'confirmed']) }).nullable(),
      }),
    ),
  choices: oc
    .route({ method: 'GET', path: '/accounts/choices', summary: 'What accounts can be filtered by, with counts', tags })
    .output(
      z.object({
        country: z.array(z.object({ value: z.string(), accounts: z.number() })),
        region: z.array(z.object({ value: z.string(), accounts: z.number() })),
        salesperson: z.array(z.object({ value: z.string(), accounts: z.number() })),
        owner: z.array(z.object({ id: z.string(), name: z.string(), accounts: z.number() })),
        ownerless: z.number(),
      }),
    ),
}

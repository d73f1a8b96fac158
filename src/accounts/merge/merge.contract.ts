import { oc } from '@orpc/contract'
import { z } from 'zod'
import { type AccountField, accountColumns } from '../account.ts'

const tags = ['Duplicates']
const id = z.coerce.number<number>().int().positive()
const reason = z.string().trim().min(1).max(500)
const limit = z.coerce.number<number>().int().min(1).max(200).default(50)
const fields = Object.keys(accountColumns) as [AccountField, ...AccountField[]]
const field = z.enum(fields)

const evidenceSchema = z.object({
  field: z.enum(['taxNumber', 'name', 'mail', 'address', 'place', 'country', 'code', 'group', 'branch']),
  finding: z.enum(['same', 'alike', 'different']),
  weight: z.number().describe('In bits; negative speaks against'),
  similarity: z.number().optional().describe('0 to 1'),
  value: z.string().optional(),
})

const sideSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  city: z.string().nullable(),
  country: z.string().nullable(),
  owner: z.string().nullable(),
})

const pairSchema = z.object({
  id: z.number(),
  one: sideSchema,
  other: sideSchema,
  score: z.number().describe('Percent: how likely it is that the two are one company'),
  evidence: z.array(evidenceSchema).describe('The heaviest first'),
  sentence: z.string().describe('The evidence in words'),
  state: z.enum(['open', 'proposed', 'not duplicates']),
  reason: z.string().nullable(),
  decidedBy: z.string().nullable(),
  decidedAt: z.string().nullable(),
})

const mergeSchema = z.object({
  id: z.number(),
  survivorId: z.number(),
  survivorName: z.string(),
  loserId: z.number(),
  loserCode: z.string(),
  loserName: z.string(),
  taken: z.array(field).describe('Fields whose value was taken from the merged account'),
  counts: z.record(z.string(), z.number()).describe('What moved, by kind'),
  by: z.string(),
  mergedAt: z.string(),
  undoneBy: z.string().nullable(),
  undoneAt: z.string().nullable(),
})

const historySchema = z.object({
  revenue: z.string().describe('Of the whole ledger, base currency'),
  revenueYear: z.string().describe('Of the last twelve months that the ledger knows'),
  documents: z.number(),
  firstDay: z.string().nullable(),
  lastDay: z.string().nullable(),
  tier: z.enum(['platinum', 'gold', 'silver', 'special', 'regular']).nullable(),
  contacts: z.number(),
  uses: z.array(z.object({ use: z.string(), count: z.number() })).describe('What hangs on it in every room'),
})

const comparedSchema = z.object({
  id: z.number(),
  code: z.string(),
  version: z.number(),
  codes: z.array(z.object({ source: z.string(), code: z.string() })),
  values: z.record(field, z.string().nullable()),
  /** Names of the people and companies that values refer to. */
  shown: z.record(field, z.string().nullable()).describe('The values as a person reads them'),
  history: historySchema,
})

export const mergeContract = {
  list: oc
    .route({ method: 'GET', path: '/duplicates', summary: 'Pairs of accounts that may be one company', tags })
    .input(
      z.object({
        state: z.enum(['open', 'not duplicates']).default('open'),
        text: z.string().trim().max(100).optional(),
        cursor: z.string().optional(),
        limit,
      }),
    )
    .output(z.object({ items: z.array(pairSchema), total: z.number(), nextCursor: z.string().nullable() })),
  propose: oc
    .route({ method: 'POST', path: '/duplicates', summary: 'Propose that two accounts are one company', tags })
    .input(z.object({ one: id, other: id, reason }))
    .output(pairSchema),
  decide: oc
    .route({
      method: 'POST',
      path: '/duplicates/{id}/decide',
      summary: 'Say that a pair is none, or open it again',
      tags,
    })
    .input(z.object({ id, state: z.enum(['open', 'not duplicates']), reason: reason.nullable().default(null) }))
    .output(pairSchema),
  compare: oc
    .route({ method: 'GET', path: '/duplicates/compare', summary: 'Two accounts side by side', tags })
    .input(z.object({ one: id, other: id }))
    .output(
      z.object({
        pair: pairSchema,
        sides: z.array(comparedSchema).length(2),
        differing: z.array(field),
        survivorId: z.number().describe('Suggested: the one with more history'),
        sharedDocuments: z.number().describe('Document numbers of one source that both have'),
        parentSettled: z.boolean().describe('One stands below the other, so the parent is not for choice'),
        mayMerge: z.boolean(),
      }),
    ),
  similar: oc
    .route({ method: 'GET', path: '/duplicates/similar', summary: 'Accounts like one about to be added', tags })
    .input(
      z.object({
        name: z.string().trim().min(2).max(200),
        taxNumber: z.string().trim().max(200).optional(),
        city: z.string().trim().max(200).optional(),
        country: z.string().trim().max(200).optional(),
        address: z.string().trim().max(500).optional(),
      }),
    )
    .output(z.object({ items: z.array(sideSchema.extend({ score: z.number(), sentence: z.string() })) })),
  readSearch: oc
    .route({ method: 'GET', path: '/duplicates/search', summary: 'The latest search for duplicates', tags })
    .output(
      z.object({
        search: z
          .object({
            id: z.number(),
            state: z.enum(['waiting', 'running', 'finished', 'failed', 'cancelled']),
            step: z.enum(['reading', 'pairing', 'comparing', 'saving']).nullable(),
            accounts: z.number(),
            compared: z.number(),
            pairs: z.number(),
            skipped: z
              .array(z.object({ key: z.string(), accounts: z.number() }))
              .describe('Traits that too many accounts share to be compared by'),
            seconds: z.number().nullable(),
            by: z.string(),
            askedAt: z.string(),
            finishedAt: z.string().nullable(),
          })
          .nullable(),
      }),
    ),
  startSearch: oc
    .route({ method: 'POST', path: '/duplicates/search', summary: 'Search all accounts for duplicates', tags })
    .output(z.object({ started: z.literal(true) })),
  cancelSearch: oc
    .route({ method: 'POST', path: '/duplicates/search/cancel', summary: 'Stop the search for duplicates', tags })
    .output(z.object({ cancelled: z.literal(true) })),
  merge: oc
    .route({
      method: 'POST',
      path: '/accounts/{id}/merge',
      summary: 'Merge another account into this one',
      description:
        'One transaction: contacts, documents and the rows of every room go to this account. It can be undone to the row.',
      tags,
    })
    .input(
      z.object({
        id,
        loserId: id,
        version: z.number().int().describe('The version you read of this account'),
        loserVersion: z.number().int(),
        take: z.array(field).default([]).describe('Fields whose value this account takes from the other'),
      }),
    )
    .output(mergeSchema),
  listMerges: oc
    .route({ method: 'GET', path: '/merges', summary: 'Merges made, newest first', tags })
    .input(z.object({ accountId: id.optional(), cursor: z.coerce.number<number>().int().optional(), limit }))
    .output(z.object({ items: z.array(mergeSchema), nextCursor: z.number().nullable() })),
  undo: oc
    .route({ method: 'POST', path: '/merges/{id}/undo', summary: 'Take a merge back', tags })
    .input(z.object({ id }))
    .output(
      z.object({
        merge: mergeSchema,
        kept: z.array(field).describe('Fields that somebody changed since: theirs stays'),
      }),
    ),
}

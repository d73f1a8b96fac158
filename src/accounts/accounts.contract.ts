import { oc } from '@orpc/contract'
import { z } from 'zod'
import { changeSchema } from '../platform/trail.contract.ts'
import { accountColumns, accountLevels } from './account.ts'

const tags = ['Accounts']
const id = z.coerce.number<number>().int().positive()
const day = z.iso.date()
const short = z.string().trim().min(1).max(200)

/** The fields that people edit; the owner is set by an operation of its own. */
const accountEditSchema = z.object({
  name: short,
  country: short.nullable(),
  region: short.nullable(),
  city: short.nullable(),
  address: z.string().trim().max(500).nullable(),
  level: z.enum(accountLevels).nullable(),
  parentId: id.nullable().describe('The company this one belongs to'),
  salesperson: short.nullable(),
  cooperationSince: day.nullable(),
  legalStandingConfirmedOn: day.nullable(),
  taxNumber: short.nullable(),
  note: z.string().trim().max(4000).nullable(),
})

const briefSchema = z.object({ id: z.number(), code: z.string(), name: z.string() })

const accountSchema = z.object({
  id: z.number(),
  code: z.string(),
  name: z.string(),
  country: z.string().nullable(),
  region: z.string().nullable(),
  city: z.string().nullable(),
  address: z.string().nullable(),
  level: z.enum(accountLevels).nullable(),
  parent: briefSchema.nullable(),
  owner: z.object({ id: z.string(), name: z.string() }).nullable(),
  salesperson: z.string().nullable().describe('As the ledger names them'),
  cooperationSince: z.string().nullable(),
  legalStandingConfirmedOn: z.string().nullable(),
  taxNumber: z.string().nullable(),
  note: z.string().nullable(),
  version: z.number().describe('Give it back with an edit'),
  createdAt: z.string(),
  createdByImport: z.number().nullable(),
  codes: z.array(z.object({ source: z.string(), code: z.string() })).describe('Codes in other systems'),
  merged: z
    .array(briefSchema.extend({ codes: z.array(z.object({ source: z.string(), code: z.string() })) }))
    .describe('Accounts that were merged into this one; files still find it under their codes'),
  mayEdit: z.boolean().describe('Whether you may edit it'),
  mayEditContacts: z.boolean(),
})

const field = z.enum(Object.keys(accountColumns) as [keyof typeof accountColumns, ...(keyof typeof accountColumns)[]])

export const accountsContract = {
  search: oc
    .route({ method: 'GET', path: '/accounts/search', summary: 'Find accounts by code or name', tags })
    .input(
      z.object({
        text: z.string().trim().min(1).max(100),
        limit: z.coerce.number<number>().int().min(1).max(50).default(8),
      }),
    )
    .output(
      z.object({ items: z.array(briefSchema.extend({ city: z.string().nullable(), country: z.string().nullable() })) }),
    ),
  get: oc
    .route({
      method: 'GET',
      path: '/accounts/{id}',
      summary: 'One account',
      description: 'The address of an account that was merged answers with the one it was merged into.',
      tags,
    })
    .input(z.object({ id }))
    .output(accountSchema),
  create: oc
    .route({ method: 'POST', path: '/accounts', summary: 'Add an account by hand', tags })
    .input(accountEditSchema.partial().extend({ code: short, name: short }))
    .output(accountSchema),
  edit: oc
    .route({ method: 'PATCH', path: '/accounts/{id}', summary: 'Edit an account', tags })
    .input(accountEditSchema.partial().extend({ id, version: z.number().int().describe('The version you read') }))
    .output(accountSchema),
  setOwner: oc
    .route({ method: 'POST', path: '/accounts/owner', summary: 'Give accounts to a manager, or to nobody', tags })
    .input(z.object({ accounts: z.array(id).min(1).max(1000), ownerId: z.string().nullable() }))
    .output(z.object({ changed: z.number() })),
  remove: oc
    .route({ method: 'DELETE', path: '/accounts/{id}', summary: 'Delete an account that nothing uses', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.literal(true) })),
  hierarchy: oc
    .route({ method: 'GET', path: '/accounts/{id}/hierarchy', summary: 'Its group and its sites', tags })
    .input(z.object({ id }))
    .output(
      z.object({
        ancestors: z
          .array(briefSchema.extend({ level: z.enum(accountLevels).nullable() }))
          .describe('From the top down'),
        children: z.array(
          briefSchema.extend({
            level: z.enum(accountLevels).nullable(),
            children: z.number().describe('How many below it'),
          }),
        ),
        ring: z.boolean().describe('The companies name each other as parent: somebody must decide'),
      }),
    ),
  origins: oc
    .route({ method: 'GET', path: '/accounts/{id}/origins', summary: 'Who said each of its values', tags })
    .input(z.object({ id }))
    .output(
      z.object({
        items: z.array(
          z.object({
            field,
            value: z.union([z.string(), z.number()]).nullable(),
            importId: z.number().nullable(),
            actorId: z.string().nullable(),
            source: z.string().nullable(),
            at: z.string(),
          }),
        ),
      }),
    ),
  changes: oc
    .route({ method: 'GET', path: '/accounts/{id}/changes', summary: 'What people changed here, newest first', tags })
    .input(
      z.object({
        id,
        cursor: z.coerce.number<number>().int().optional(),
        limit: z.coerce.number<number>().int().min(1).max(500).default(50),
      }),
    )
    .output(z.object({ items: z.array(changeSchema), nextCursor: z.number().nullable() })),
  addCode: oc
    .route({ method: 'POST', path: '/accounts/{id}/codes', summary: 'Add its code in another system', tags })
    .input(z.object({ id, source: short, code: short }))
    .output(accountSchema),
  removeCode: oc
    .route({ method: 'DELETE', path: '/accounts/{id}/codes', summary: 'Remove its code in another system', tags })
    .input(z.object({ id, source: short, code: short }))
    .output(accountSchema),
}

import { oc } from '@orpc/contract'
import { z } from 'zod'
import { fieldsOf, importKinds } from './fields.ts'
import { questionSchema } from './question.ts'
import { correctionsSchema, shapeSchema } from './shape.ts'

const tags = ['Imports']
const id = z.coerce.number<number>().int().positive()
const source = z.string().trim().min(1).max(60)

export const progressSchema = z.object({
  step: z.enum(['waiting', 'reading', 'writing']),
  rows: z.number(),
  bytes: z.number(),
  totalBytes: z.number(),
  rowsPerSecond: z.number(),
  secondsLeft: z.number().nullable(),
})

export const importSchema = z.object({
  id: z.number(),
  parentId: z.number().nullable(),
  kind: z.enum(importKinds).nullable(),
  source: z.string(),
  fileName: z.string(),
  fileSize: z.number(),
  state: z.enum(['asking', 'waiting', 'running', 'finished', 'failed', 'cancelled', 'undoing', 'undone']),
  shape: shapeSchema.nullable(),
  corrections: correctionsSchema,
  questions: z.array(questionSchema),
  createAccounts: z.boolean(),
  createProducts: z.boolean(),
  progress: progressSchema.nullable(),
  rows: z.number(),
  added: z.number(),
  replaced: z.number(),
  unchanged: z.number(),
  setAside: z.number(),
  flagged: z.number(),
  reasons: z.record(z.string(), z.number()),
  seconds: z.number().nullable(),
  error: z
    .object({ code: z.string(), values: z.record(z.string(), z.union([z.string(), z.number(), z.null()])) })
    .nullable(),
  actorName: z.string(),
  via: z.string(),
  createdAt: z.string(),
  finishedAt: z.string().nullable(),
  undoneAt: z.string().nullable(),
})

export const setAsideSchema = z.object({
  row: z.number(),
  reason: z.string(),
  field: z.string().nullable(),
  raw: z.string(),
  state: z.enum(['open', 'left', 'booked']),
})

const uploadSchema = z.object({ id: z.uuid(), name: z.string(), size: z.number(), received: z.number() })

const detectInput = {
  source: source.optional(),
  corrections: correctionsSchema.optional(),
  createAccounts: z.boolean().optional(),
  createProducts: z.boolean().optional(),
}

const value = z
  .union([z.string().max(400), z.number()])
  .nullable()
  .optional()
const pushedLine = z.object(
  Object.fromEntries(fieldsOf.invoices.map(field => [field.name, value])) as Record<string, typeof value>,
)

const pushedSchema = z.object({
  import: z.number(),
  rows: z.number(),
  added: z.number(),
  replaced: z.number(),
  unchanged: z.number(),
  setAside: z.array(z.object({ row: z.number(), reason: z.string(), field: z.string().nullable() })),
  reasons: z.record(z.string(), z.number()),
})

export const importsContract = {
  list: oc
    .route({ method: 'GET', path: '/imports', summary: 'Imports, newest first', tags })
    .input(
      z.object({
        cursor: z.string().optional(),
        limit: z.coerce.number<number>().int().min(1).max(200).default(50),
        kind: z.enum(importKinds).optional(),
        source: source.optional(),
      }),
    )
    .output(z.object({ items: z.array(importSchema), nextCursor: z.string().nullable() })),
  show: oc
    .route({
      method: 'GET',
      path: '/imports/{id}',
      summary: 'One import: state, progress, shape, what was set aside',
      tags,
    })
    .input(z.object({ id }))
    .output(importSchema),
  beginUpload: oc
    .route({
      method: 'POST',
      path: '/imports/uploads',
      tags,
      summary:
        'Begin an upload; its bytes follow by PUT /api/imports/uploads/{id}?offset=N, in as many pieces as needed',
    })
    .input(z.object({ name: z.string().min(1).max(300), size: z.number().int().min(0) }))
    .output(uploadSchema),
  showUpload: oc
    .route({ method: 'GET', path: '/imports/uploads/{id}', summary: 'How much of an upload has arrived', tags })
    .input(z.object({ id: z.uuid() }))
    .output(uploadSchema),
  detect: oc
    .route({
      method: 'POST',
      path: '/imports',
      summary: 'Detect the shape of an uploaded file; nothing is imported yet',
      tags,
    })
    .input(z.object({ uploadId: z.uuid(), ...detectInput }))
    .output(importSchema),
  correct: oc
    .route({
      method: 'PATCH',
      path: '/imports/{id}',
      summary: 'Correct what was detected, answer what was asked',
      tags,
    })
    .input(z.object({ id, ...detectInput }))
    .output(importSchema),
  preview: oc
    .route({
      method: 'GET',
      path: '/imports/{id}/preview',
      summary: 'First rows, and the first that would be set aside',
      tags,
    })
    .input(z.object({ id }))
    .output(
      z.object({
        headers: z.array(z.string()),
        rows: z.array(z.object({ row: z.number(), cells: z.array(z.string()) })),
        doubtful: z.array(setAsideSchema.omit({ state: true })),
        /** Rows looked at for doubtful ones. */
        looked: z.number(),
      }),
    ),
  start: oc
    .route({
      method: 'POST',
      path: '/imports/{id}/start',
      summary: 'Start an import, or start a failed one again',
      tags,
    })
    .input(z.object({ id }))
    .output(importSchema),
  cancel: oc
    .route({ method: 'POST', path: '/imports/{id}/cancel', summary: 'Stop an import; nothing of it stays', tags })
    .input(z.object({ id }))
    .output(importSchema),
  undo: oc
    .route({
      method: 'POST',
      path: '/imports/{id}/undo',
      summary: 'Undo a finished import as if it had never been',
      tags,
    })
    .input(z.object({ id }))
    .output(importSchema),
  discard: oc
    .route({ method: 'DELETE', path: '/imports/{id}', summary: 'Discard an import that was never finished', tags })
    .input(z.object({ id }))
    .output(z.object({ discarded: z.literal(true) })),
  setAside: oc
    .route({
      method: 'GET',
      path: '/imports/{id}/set-aside',
      summary: 'Rows set aside, in the order of the file',
      tags,
    })
    .input(
      z.object({
        id,
        reason: z.string().optional(),
        state: z.enum(['open', 'left', 'booked']).optional(),
        cursor: z.string().optional(),
        limit: z.coerce.number<number>().int().min(1).max(500).default(100),
      }),
    )
    .output(
      z.object({
        headers: z.array(z.string()),
        items: z.array(setAsideSchema),
        counts: z.array(z.object({ reason: z.string(), state: z.enum(['open', 'left', 'booked']), rows: z.number() })),
        nextCursor: z.string().nullable(),
      }),
    ),
  settle: oc
    .route({
      method: 'POST',
      path: '/imports/{id}/settle',
      tags,
      summary:
        'Answer for all open rows of a reason at once: leave them aside, or book those without account to an account; or try all open rows again',
    })
    .input(
      z.discriminatedUnion('answer', [
        z.object({ id, reason: z.string(), answer: z.literal('leave') }),
        z.object({ id, answer: z.literal('again') }),
        z.object({
          id,
          reason: z.enum(['account_missing', 'account_unknown']),
          answer: z.literal('book'),
          accountId: id,
        }),
      ]),
    )
    .output(z.object({ rows: z.number(), import: importSchema.nullable() })),
  push: oc
    .route({
      method: 'POST',
      path: '/imports/push',
      tags,
      summary: 'Invoice lines of an ERP in a batch: the same checks as a file, rows set aside in the answer',
      description:
        'Days are YYYY-MM-DD, amounts decimals with a point. Give `line` where a document may be spread over batches: lines without one are numbered by their order in the batch. Send an Idempotency-Key so that a batch sent twice counts once.',
    })
    .input(
      z.object({
        source: source.default('api'),
        createAccounts: z.boolean().default(true),
        createProducts: z.boolean().default(true),
        lines: z.array(pushedLine).min(1).max(20_000),
      }),
    )
    .output(pushedSchema),
  pushRows: oc
    .route({
      method: 'POST',
      path: '/imports/push/{kind}',
      tags,
      summary: 'Stock, sales, deliveries or supply in a batch: the same checks as a file, rows set aside in the answer',
      description:
        'Rows have the fields of the kind by name, as a file has columns: account, site, product or gtin, day, on_hand, in_transit; week, sold, returned; reference, line, promised_on, shipped_on, arrived_on, quantity, mode. Days are YYYY-MM-DD, weeks 2026-W44, quantities decimals with a point. Rows sent twice change nothing.',
    })
    .input(
      z.object({
        kind: z.enum(['stock', 'sell-through', 'deliveries', 'supply']),
        source: source.default('api'),
        createAccounts: z.boolean().default(false).describe('Deliveries alone make accounts that nobody knows'),
        rows: z
          .array(z.record(z.string().max(40), value))
          .min(1)
          .max(50_000),
      }),
    )
    .output(pushedSchema),
  rates: oc
    .route({ method: 'GET', path: '/rates', summary: 'Exchange rates in force, newest day first', tags })
    .input(
      z.object({
        currency: z.string().optional(),
        limit: z.coerce.number<number>().int().min(1).max(1000).default(200),
        cursor: z.string().optional(),
      }),
    )
    .output(
      z.object({
        items: z.array(z.object({ currency: z.string(), day: z.string(), rate: z.string(), importId: z.number() })),
        nextCursor: z.string().nullable(),
      }),
    ),
}

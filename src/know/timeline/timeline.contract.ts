import { oc } from '@orpc/contract'
import { z } from 'zod'
import { longestNote, mostFilesOfNote } from './note.ts'

const tags = ['Timeline']
const id = z.coerce.number().int()

const fileSchema = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), size: z.number() })

const noteSchema = z.object({
  id: z.number(),
  accountId: z.number(),
  text: z.string().describe('Markdown; people of ours as [@name](person:id)'),
  authorName: z.string(),
  at: z.string(),
  editedAt: z.string().nullable(),
  version: z.number(),
  files: z.array(fileSchema),
  mayChange: z.boolean(),
})

const words = {
  text: z.string().trim().min(1).max(longestNote),
  fileIds: z.array(z.uuid()).max(mostFilesOfNote).default([]).describe('From POST /files'),
}

export const timelineContract = {
  read: oc
    .route({
      method: 'GET',
      path: '/accounts/{accountId}/timeline',
      summary: 'Everything that happened with an account, latest first',
      tags,
    })
    .input(
      z.object({
        accountId: id,
        kinds: z
          .union([z.string(), z.array(z.string())])
          .optional()
          .describe('Of these kinds alone'),
        language: z.enum(['en', 'zh-Hans']).optional().describe('Of the sentences; that of the request where left out'),
        cursor: z.string().max(300).optional(),
        limit: z.coerce.number().int().min(1).max(200).default(50),
      }),
    )
    .output(
      z.object({
        kinds: z.array(z.object({ kind: z.string(), title: z.string() })).describe('Every kind there is'),
        items: z.array(
          z.object({
            kind: z.string(),
            key: z.string(),
            at: z.string().describe('Instant, UTC; noon where only the day is known'),
            wholeDay: z.boolean(),
            title: z.string(),
            sentence: z.string(),
            actor: z.string().nullable(),
            path: z.string().nullable(),
            note: noteSchema.nullable(),
          }),
        ),
        nextCursor: z.string().nullable(),
      }),
    ),
  writeNote: oc
    .route({ method: 'POST', path: '/accounts/{accountId}/notes', summary: 'Write a note', tags })
    .input(z.object({ accountId: id, ...words }))
    .output(z.object({ id: z.number() })),
  editNote: oc
    .route({ method: 'PATCH', path: '/notes/{id}', summary: 'Change a note of one’s own', tags })
    .input(z.object({ id, version: z.number().int(), ...words }))
    .output(z.object({ changed: z.boolean() })),
  removeNote: oc
    .route({ method: 'DELETE', path: '/notes/{id}', summary: 'Remove a note of one’s own', tags })
    .input(z.object({ id }))
    .output(z.object({ removed: z.boolean() })),
  restoreNote: oc
    .route({ method: 'POST', path: '/notes/{id}/restore', summary: 'Put a removed note back', tags })
    .input(z.object({ id }))
    .output(z.object({ restored: z.boolean() })),
}

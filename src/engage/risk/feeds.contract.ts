import { z } from 'zod'

/** A feed that warnings are read from. */
export const feedSchema = z.object({
  id: z.number(),
  name: z.string(),
  url: z.string(),
  enabled: z.boolean(),
  allowPrivate: z.boolean().describe('Whether private addresses may be read, as those of a gateway in the own network'),
  lastReadAt: z.string().nullable(),
  lastProblem: z.string().nullable(),
  messagesRead: z.number(),
  version: z.number(),
})

export const feedEditSchema = z.object({
  name: z.string().trim().min(1).max(200),
  url: z.url({ protocol: /^https?$/ }).max(2000),
  enabled: z.boolean(),
  allowPrivate: z.boolean(),
})

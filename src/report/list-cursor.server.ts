import { z } from 'zod'
import { Refusal } from '../platform/refusal.ts'

const cursorSchema = z.object({ value: z.union([z.string(), z.number()]).nullable(), id: z.number() })

/** The last row of a page: the value it is ordered by (null: unknown) and its id. */
export type ListCursor = z.infer<typeof cursorSchema>

export function writeCursor(cursor: ListCursor): string {
  return Buffer.from(JSON.stringify([cursor.value, cursor.id])).toString('base64url')
}

/** Refused as `cursor_invalid` where it is not one of ours. */
export function readCursor(text: string): ListCursor {
  try {
    const [value, id] = JSON.parse(Buffer.from(text, 'base64url').toString())
    return cursorSchema.parse({ value, id })
  } catch {
    throw new Refusal('cursor_invalid')
  }
}

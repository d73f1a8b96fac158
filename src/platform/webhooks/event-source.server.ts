import type { Db } from '../database.server.ts'
import { discovered } from '../discovered.server.ts'
import type { Language } from '../language.ts'
import type { WebhookFormat } from './webhook.ts'

export type KeptEvent = {
  id: number
  publicId: string
  type: string
  accountId: number | null
  subjectId: string | null
  payload: unknown
  at: string
}

export type EventBody = { contentType: string; bytes: Uint8Array }

/**
 * What a room tells other programs of: the default export of its `….events.server.ts`, found by its name. JSON is written
 * for every event; `write` writes the other formats, and says null where there is no such message for the event.
 */
export type EventSource = {
  types: Record<string, (language: Language) => string>
  write?: (db: Db, event: KeptEvent, format: Exclude<WebhookFormat, 'json'>) => Promise<EventBody | null>
}

const sources = () => discovered<EventSource>('.events.server.ts', ({ types }) => Object.keys(types))

/** Every type of event there is, with its name. */
export async function eventTypes(language: Language): Promise<{ type: string; name: string }[]> {
  return (await sources()).flatMap(({ part }) =>
    Object.entries(part.types).map(([type, name]) => ({ type, name: name(language) })),
  )
}

/** What is sent of an event; null: it has no message in this format. */
export async function bodyOf(db: Db, event: KeptEvent, format: WebhookFormat): Promise<EventBody | null> {
  if (format === 'json') {
    const text = JSON.stringify({ type: event.type, timestamp: event.at, data: event.payload })
    return { contentType: 'application/json', bytes: Buffer.from(text) }
  }
  const source = (await sources()).find(({ part }) => part.types[event.type])
  return (await source?.part.write?.(db, event, format)) ?? null
}

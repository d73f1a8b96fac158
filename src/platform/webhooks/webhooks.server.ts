import { sql } from 'kysely'
import type { Db } from '../database.server.ts'

/** Something that happened and that other programs may be told of. */
export type PublishedEvent = {
  /** Of what and what happened: 'order.signed'. */
  type: string
  accountId?: number | null
  /** What it is about, for rooms that write it in another form than JSON. */
  subjectId?: string | null
  /** Values a program can read for good: names of fields are a promise. */
  payload: object
  at: Date
}

/**
 * Puts an event into the outbox, in the transaction of what happened: it is told if and only if that is kept. The
 * database queues it for every endpoint that listens at this moment.
 */
export async function publishEvent(db: Db, event: PublishedEvent): Promise<void> {
  await sql`
    insert into platform.event (type, about_account, subject_id, payload, at)
    values (${event.type}, ${event.accountId ?? null}, ${event.subjectId ?? null}, ${JSON.stringify(event.payload)}::jsonb, ${event.at})
  `.execute(db)
}

import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { BriefSection, Words } from './brief.ts'
import type { Clock } from './clock.ts'
import type { DB } from './database-types.ts'
import type { SignalFormat } from './signal.ts'

export type BriefReading = {
  db: Kysely<DB>
  pool: pg.Pool
  clock: Clock
  /** The company's day. */
  today: string
  accountId: number
  /** The day of the last visit that was held; null: none yet. */
  since: string | null
  /** Who of the account is to be met; empty: not agreed, or no visit is planned. */
  contactIds: readonly number[]
  /** A sentence in both languages with its figures. */
  words: (say: (format: SignalFormat) => string) => Words
}

/**
 * A room's part of the brief: the default export of its `….brief.server.ts`, found by name. Parts stand by `order`:
 * 10 who to meet, 20 figures, 30 promises, 40 risks, 50 events, 60 gaps, 70 questions. Null: nothing to say.
 */
export type BriefPart = {
  name: string
  order: number
  read: (reading: BriefReading) => Promise<BriefSection | null>
}

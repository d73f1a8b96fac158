import type { Kysely } from 'kysely'
import type { DB } from './database-types.ts'
import type { TimelineBound, TimelineEvent, TimelineKind } from './timeline.ts'

export type TimelineReading = {
  db: Kysely<DB>
  accountIds: readonly number[]
  /** At most so many of each kind, latest first. */
  limit: number
  /** Null where events of this kind are not wanted. */
  below: (kind: string) => TimelineBound | null
}

/** The default export of a room's `….timeline.server.ts`; found by its name (platform/discovered.server.ts). */
export type TimelineSource = {
  kinds: Record<string, TimelineKind>
  read: (reading: TimelineReading) => Promise<TimelineEvent[]>
}

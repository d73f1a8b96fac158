import type { Kysely } from 'kysely'
import type pg from 'pg'
import type { Clock } from './clock.ts'
import type { DB } from './database-types.ts'
import type { Signal, SignalKind } from './signal.ts'

export type SignalReading = {
  db: Kysely<DB>
  pool: pg.Pool
  clock: Clock
  /** The company's day. */
  today: string
  /** Only what concerns these accounts; null: everything. Sources answer it with set-based SQL, never account by account. */
  accountIds: readonly number[] | null
}

/** The default export of a room's `….signals.server.ts`. */
export type SignalSource = {
  /** By kind: 'identify.falling_silent'. A kind has one source. */
  kinds: Record<string, SignalKind>
  read: (reading: SignalReading) => Promise<Signal[]>
  /**
   * What else its signals depend on than the day, the ledger and changes that are recorded (a model that a job fitted):
   * when this text differs, everything of the source is read again. Cheap, since it is asked whenever a queue is read.
   */
  version?: (reading: Omit<SignalReading, 'accountIds'>) => Promise<string>
}

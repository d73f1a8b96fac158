import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

/** What the signals that are kept were read from. */
export type SignalState = {
  day: string
  ledgerVersion: number
  /** By source. */
  versions: Record<string, string>
  /** By source that could not be read: why. */
  failed: Record<string, string>
  typicalValue: number
  refreshedAt: Date
}

/** Any number of our own: whoever brings the signals up to date holds it until the transaction ends. */
const refreshLock = 7_340_301

export async function lockSignals(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(${refreshLock})`.execute(db)
}

/** Null before anything was read. */
export async function readState(db: Db): Promise<SignalState | null> {
  const { rows } = await sql<SignalState>`
    select day, ledger_version as "ledgerVersion", versions, failed, typical_value::float8 as "typicalValue",
      refreshed_at as "refreshedAt"
    from today.state`.execute(db)
  return rows[0] ?? null
}

export async function writeState(db: Db, state: SignalState): Promise<void> {
  await sql`
    insert into today.state (day, ledger_version, versions, failed, typical_value, refreshed_at)
    values (${state.day}, ${state.ledgerVersion}, ${JSON.stringify(state.versions)}::jsonb,
      ${JSON.stringify(state.failed)}::jsonb, ${state.typicalValue}::float8::numeric, ${state.refreshedAt})
    on conflict (one) do update set day = excluded.day, ledger_version = excluded.ledger_version,
      versions = excluded.versions, failed = excluded.failed, typical_value = excluded.typical_value,
      refreshed_at = excluded.refreshed_at`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import type { SearchOutcome, SearchProgress, Skipped } from './find-duplicates.use.ts'

export type DuplicateRun = {
  id: number
  state: 'waiting' | 'running' | 'finished' | 'failed' | 'cancelled'
  step: SearchProgress['step'] | null
  accounts: number
  compared: number
  pairs: number
  skipped: Skipped[]
  seconds: number | null
  actor: string
  askedAt: Date
  finishedAt: Date | null
}

/** Held with the number of the search while it runs: whoever does not hold it has ended without saying so. */
const runningLock = 7_340_402

const columns = sql`
  r.id, case when r.state = 'running' and not exists (
    select from pg_locks l where l.locktype = 'advisory' and l.classid = ${sql.lit(runningLock)}::int8::oid
      and l.objid = r.id::int8::oid and l.objsubid = 2 and l.granted
      and l.database = (select oid from pg_database where datname = current_database())
  ) then 'failed' else r.state end as state,
  r.step, r.accounts, r.compared, r.pairs, r.skipped, r.seconds::float8 as seconds, r.actor_name as actor,
  r.asked_at as "askedAt", r.finished_at as "finishedAt"`

export async function latestRun(db: Db): Promise<DuplicateRun | undefined> {
  const { rows } = await sql<DuplicateRun>`
    select ${columns} from accounts.duplicate_run r order by r.id desc limit 1`.execute(db)
  return rows[0]
}

export async function insertRun(db: Db, actor: Actor, at: Date): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into accounts.duplicate_run (state, actor_id, actor_name, asked_at)
    values ('waiting', ${actor.id}, ${actor.name}, ${at}) returning id`.execute(db)
  return rows[0]!.id
}

/** Two people who ask at once take turns. */
export async function lockRuns(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7340401)`.execute(db)
}

/** Held by the connection that runs the search, until it is given back. False where another holds it. */
export async function holdRun(
  client: { query: (text: string, values: unknown[]) => Promise<{ rows: { held: boolean }[] }> },
  id: number,
): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock($1, $2) as held', [runningLock, id])
  return rows[0]!.held
}

export async function releaseRun(
  client: { query: (text: string, values: unknown[]) => Promise<unknown> },
  id: number,
): Promise<void> {
  await client.query('select pg_advisory_unlock($1, $2)', [runningLock, id])
}

/** False where it does not wait any more. */
export async function beginRun(db: Db, id: number, at: Date): Promise<boolean> {
  const { rows } = await sql`
    update accounts.duplicate_run set state = 'running', started_at = ${at} where id = ${id} and state = 'waiting'
    returning id`.execute(db)
  return rows.length > 0
}

/** Tells how far it is; true where somebody wants it to stop. */
export async function tellRun(
  db: Db,
  id: number,
  { step, accounts, compared, pairs }: SearchProgress,
): Promise<boolean> {
  const { rows } = await sql<{ stop: boolean }>`
    update accounts.duplicate_run set step = ${step}, accounts = ${accounts}, compared = ${compared}, pairs = ${pairs}
    where id = ${id} returning cancel_requested as stop`.execute(db)
  return rows[0]?.stop ?? true
}

export async function endRun(
  db: Db,
  id: number,
  state: 'finished' | 'failed' | 'cancelled',
  at: Date,
  seconds: number,
  outcome: SearchOutcome | null,
): Promise<void> {
  const { accounts = null, compared = null, pairs = null, skipped = [] } = outcome ?? {}
  await sql`
    update accounts.duplicate_run set state = ${state}, finished_at = ${at}, seconds = ${seconds},
      accounts = coalesce(${accounts}, accounts), compared = coalesce(${compared}, compared),
      pairs = coalesce(${pairs}, pairs), skipped = ${JSON.stringify(skipped)}::jsonb
    where id = ${id}`.execute(db)
}

/** One that waits ends at once; one that runs stops at its next step. */
export async function requestCancel(db: Db): Promise<void> {
  await sql`
    update accounts.duplicate_run set cancel_requested = true,
      state = case state when 'waiting' then 'cancelled' else state end
    where state in ('waiting', 'running')`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import type { AllocationPolicy } from './allocation-policy.ts'
import type { AllocationRun, RunState } from './allocation-run.ts'

const utc = (column: string) => sql.raw(`to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`)

const columns = sql`
  r.id, r.public_id as "publicId", r.name, r.state, r.requests_from as "requestsFrom", r.from_week as "fromWeek",
  r.until_week as "untilWeek", r.policy, r.previous_run_id as "previousRunId", r.inputs_digest as "inputsDigest",
  r.made_by_name as "madeByName", r.made_on as "madeOn", r.released_by_name as "releasedByName",
  ${utc('r.released_at')} as "releasedAt", r.undone_by_name as "undoneByName", ${utc('r.undone_at')} as "undoneAt", r.version`

export type NewRun = Pick<
  AllocationRun,
  'name' | 'requestsFrom' | 'fromWeek' | 'untilWeek' | 'policy' | 'previousRunId' | 'inputsDigest' | 'madeOn'
> & { madeAt: Date }

export async function insertRun(db: Db, actor: Actor, run: NewRun): Promise<AllocationRun> {
  const { rows } = await sql<AllocationRun>`
    insert into supply.allocation_run as r (name, requests_from, from_week, until_week, policy, previous_run_id, inputs_digest,
      made_by, made_by_name, made_on, made_at)
    values (${run.name}, ${run.requestsFrom}, ${run.fromWeek}, ${run.untilWeek}, ${JSON.stringify(run.policy)}::jsonb,
      ${run.previousRunId}, ${run.inputsDigest}, ${actor.id}, ${actor.name}, ${run.madeOn}, ${run.madeAt})
    returning ${columns}`.execute(db)
  return rows[0]!
}

export async function findRun(db: Db, publicId: string): Promise<AllocationRun | null> {
  const { rows } = await sql<AllocationRun>`
    select ${columns} from supply.allocation_run r where r.public_id = ${publicId}`.execute(db)
  return rows[0] ?? null
}

export async function lockRun(db: Db, publicId: string): Promise<AllocationRun | null> {
  const { rows } = await sql<AllocationRun>`
    select ${columns} from supply.allocation_run r where r.public_id = ${publicId} for update`.execute(db)
  return rows[0] ?? null
}

/** Releases and undoings go one after another: each must see what the one before has promised. */
export async function lockReleases(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('supply.allocation_run'))`.execute(db)
}

/** The one released last, which a new one is held against. */
export async function lastReleasedRun(db: Db, butId: number | null): Promise<AllocationRun | null> {
  const { rows } = await sql<AllocationRun>`
    select ${columns} from supply.allocation_run r where r.state = 'released' and r.id is distinct from ${butId}::bigint
    order by r.released_at desc, r.id desc limit 1`.execute(db)
  return rows[0] ?? null
}

export async function moveRun(db: Db, id: number, state: RunState, actor: Actor, at: Date): Promise<void> {
  const released = state === 'released'
  const undone = state === 'undone'
  await sql`
    update supply.allocation_run set state = ${state}, version = version + 1,
      released_by_name = case when ${released} then ${actor.name} else released_by_name end,
      released_at = case when ${released} then ${at}::timestamptz else released_at end,
      undone_by_name = case when ${undone} then ${actor.name} else undone_by_name end,
      undone_at = case when ${undone} then ${at}::timestamptz else undone_at end
    where id = ${id}`.execute(db)
  if (released || undone) {
    await sql`
      update supply.allocation set released_at = case when ${released} then ${at}::timestamptz end
      where run_id = ${id}`.execute(db)
  }
}

export async function changeRun(
  db: Db,
  id: number,
  said: { name: string; policy: AllocationPolicy; inputsDigest: string; previousRunId: number | null },
): Promise<void> {
  await sql`
    update supply.allocation_run set name = ${said.name}, policy = ${JSON.stringify(said.policy)}::jsonb,
      inputs_digest = ${said.inputsDigest}, previous_run_id = ${said.previousRunId}, version = version + 1
    where id = ${id}`.execute(db)
}

export type RunListed = AllocationRun & {
  products: number
  accounts: number
  requested: string
  allocated: string
  /** Accounts that get less than they asked for. */
  cutAccounts: number
}

/** The newest first, from after the id given. */
export async function listRuns(
  db: Db,
  { states, limit, after }: { states: readonly RunState[]; limit: number; after: number | null },
): Promise<RunListed[]> {
  const { rows } = await sql<RunListed>`
    select ${columns}, a.products, a.accounts, a.requested, a.allocated, a."cutAccounts"
    from supply.allocation_run r
    cross join lateral (
      select count(distinct product_id)::integer as products, count(distinct account_id)::integer as accounts,
        trim_scale(coalesce(sum(requested), 0))::text as requested, trim_scale(coalesce(sum(allocated), 0))::text as allocated,
        (count(distinct account_id) filter (where allocated < requested))::integer as "cutAccounts"
      from supply.allocation where run_id = r.id) a
    where r.state = any(${states}::text[]) and (${after}::bigint is null or r.id < ${after}::bigint)
    order by r.id desc limit ${limit}`.execute(db)
  return rows
}

export async function findRunById(db: Db, id: number): Promise<AllocationRun | null> {
  const { rows } = await sql<AllocationRun>`
    select ${columns} from supply.allocation_run r where r.id = ${id}`.execute(db)
  return rows[0] ?? null
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Actor } from '../../platform/roles.ts'
import type { RunState, RunStep } from './run.ts'

export type ForecastRun = {
  id: number
  state: RunState
  step: RunStep
  done: number
  total: number
  askedByName: string
  askedAt: string
  startedAt: string | null
  finishedAt: string | null
  cancelAsked: boolean
  summary: {
    items: number
    series: number
    soldThrough: number
    methods: Record<string, number>
    seconds: number
    /** What it was made of; see forecastInputs. */
    inputs: string
  } | null
}

const instant = (column: string) => sql`to_char(${sql.raw(column)} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"')`

const columns = sql`
  id, state, step, done, total, asked_by_name as "askedByName", ${instant('asked_at')} as "askedAt",
  ${instant('started_at')} as "startedAt", ${instant('finished_at')} as "finishedAt", cancel_asked as "cancelAsked", summary`

/** A run that has not ended by then was cut off. */
const longestHours = 2

/** The new run; null where one is under way, which is then followed by another. */
export async function insertRun(db: Db, actor: Actor, at: Date): Promise<number | null> {
  const cutOff = new Date(at.getTime() - longestHours * 3_600_000).toISOString()
  await sql`
    update supply.forecast_run set state = 'failed', finished_at = ${at.toISOString()}
    where state in ('waiting', 'running') and coalesce(started_at, asked_at) < ${cutOff}`.execute(db)
  const { rows } = await sql<{ id: number }>`
    insert into supply.forecast_run (asked_by, asked_by_name, asked_at)
    values (${actor.id}, ${actor.name}, ${at.toISOString()})
    on conflict ((true)) where state in ('waiting', 'running') do nothing
    returning id`.execute(db)
  if (rows[0]) return rows[0].id
  await sql`update supply.forecast_run set again = true where state = 'running'`.execute(db)
  return null
}

export async function lastRuns(db: Db, limit: number): Promise<ForecastRun[]> {
  const { rows } = await sql<ForecastRun>`
    select ${columns} from supply.forecast_run order by id desc limit ${limit}`.execute(db)
  return rows
}

/** False where it is over: a job that runs a second time has nothing to do. */
export async function beginRun(db: Db, id: number, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update supply.forecast_run set state = 'running', started_at = ${at.toISOString()}
    where id = ${id} and state in ('waiting', 'running')`.execute(db)
  return numAffectedRows === 1n
}

/** Whether somebody has asked it to stop. */
export async function noteProgress(db: Db, id: number, step: RunStep, done: number, total: number): Promise<boolean> {
  const { rows } = await sql<{ cancel: boolean }>`
    update supply.forecast_run set step = ${step}, done = ${done}, total = ${total} where id = ${id}
    returning cancel_asked as cancel`.execute(db)
  return rows[0]?.cancel ?? true
}

/** Whether another has to follow. */
export async function endRun(
  db: Db,
  id: number,
  state: 'done' | 'cancelled' | 'failed',
  at: Date,
  summary: ForecastRun['summary'] = null,
): Promise<boolean> {
  const { rows } = await sql<{ again: boolean }>`
    update supply.forecast_run set state = ${state}, finished_at = ${at.toISOString()},
      summary = ${summary === null ? null : JSON.stringify(summary)}::jsonb
    where id = ${id} returning again`.execute(db)
  return rows[0]?.again ?? false
}

/** A waiting one ends at once, a running one at its next step. False where none is under way. */
export async function askToCancel(db: Db, id: number, at: Date): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update supply.forecast_run set cancel_asked = true,
      state = case when state = 'waiting' then 'cancelled' else state end,
      finished_at = case when state = 'waiting' then ${at.toISOString()}::timestamptz end
    where id = ${id} and state in ('waiting', 'running')`.execute(db)
  return numAffectedRows === 1n
}

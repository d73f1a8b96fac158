import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { SeasonTask } from './season.ts'

const columns = sql`
  t.id, t.public_id as "publicId", t.kind, t.state, t.title, t.product_id as "productId", t.account_id as "accountId",
  t.lane_id as "laneId", t.week, t.due_on as "dueOn", trim_scale(t.quantity)::text as quantity, t.unit,
  trim_scale(t.done_quantity)::text as "doneQuantity", trim_scale(t.value)::text as value, t.owner_id as "ownerId",
  t.owner_name as "ownerName", t.note, t.why, t.made_by as "madeBy", t.settled_on as "settledOn", t.version`

/** The tasks of a season, the earliest due first. */
export async function tasksOf(db: Db, seasonId: number): Promise<SeasonTask[]> {
  const { rows } = await sql<SeasonTask>`
    select ${columns} from supply.season_task t where t.season_id = ${seasonId}
    order by t.due_on, t.value desc nulls last, t.id`.execute(db)
  return rows
}

export type NewTask = Pick<
  SeasonTask,
  | 'kind'
  | 'title'
  | 'productId'
  | 'accountId'
  | 'laneId'
  | 'week'
  | 'dueOn'
  | 'quantity'
  | 'unit'
  | 'value'
  | 'why'
  | 'madeBy'
>

export async function insertTasks(db: Db, seasonId: number, tasks: readonly NewTask[]): Promise<string[]> {
  const { rows } = await sql<{ publicId: string }>`
    insert into supply.season_task (season_id, kind, title, product_id, account_id, lane_id, week, due_on, quantity, unit, value,
      why, made_by)
    select ${seasonId}, t.kind, t.title, t."productId", t."accountId", t."laneId", t.week, t."dueOn", t.quantity, t.unit, t.value,
      t.why, t."madeBy"
    from jsonb_to_recordset(${JSON.stringify(tasks)}::jsonb) as t (kind text, title text, "productId" bigint, "accountId" bigint,
      "laneId" bigint, week date, "dueOn" date, quantity numeric, unit text, value numeric, why jsonb, "madeBy" text)
    returning public_id as "publicId"`.execute(db)
  return rows.map(row => row.publicId)
}

/** Removes what the plan made and nobody has touched. */
export async function deleteUntouched(db: Db, seasonId: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from supply.season_task where season_id = ${seasonId} and made_by = 'plan' and not is_touched`.execute(db)
  return Number(numAffectedRows ?? 0n)
}

export type TaskOfSeason = SeasonTask & { seasonId: number; seasonState: 'open' | 'closed' }

export async function lockTask(db: Db, publicId: string): Promise<TaskOfSeason | null> {
  const { rows } = await sql<TaskOfSeason>`
    select ${columns}, s.id as "seasonId", s.state as "seasonState"
    from supply.season_task t join supply.season s on s.id = t.season_id
    where t.public_id = ${publicId} for update of t`.execute(db)
  return rows[0] ?? null
}

export async function updateTask(
  db: Db,
  id: number,
  said: Pick<
    SeasonTask,
    'state' | 'ownerId' | 'ownerName' | 'note' | 'dueOn' | 'quantity' | 'doneQuantity' | 'settledOn'
  >,
): Promise<void> {
  await sql`
    update supply.season_task set state = ${said.state}, owner_id = ${said.ownerId}, owner_name = ${said.ownerName},
      note = ${said.note}, due_on = ${said.dueOn}, quantity = ${said.quantity}, done_quantity = ${said.doneQuantity},
      settled_on = ${said.settledOn}, is_touched = true, version = version + 1
    where id = ${id}`.execute(db)
}

export type DueTask = SeasonTask & { seasonPublicId: string; season: string }

/** Open tasks of open seasons that are due by the day; of these accounts, or all (those without an account with them). */
export async function dueTasks(
  db: Db,
  by: string,
  accountIds: readonly number[] | null,
  limit: number,
): Promise<DueTask[]> {
  const { rows } = await sql<DueTask>`
    select ${columns}, s.public_id as "seasonPublicId", s.name as season
    from supply.season_task t join supply.season s on s.id = t.season_id and s.state = 'open'
    where t.state in ('open', 'doing') and t.due_on <= ${by}
      and (${accountIds}::bigint[] is null or t.account_id = any(${accountIds}::bigint[]))
    order by t.due_on, t.id limit ${limit}`.execute(db)
  return rows
}

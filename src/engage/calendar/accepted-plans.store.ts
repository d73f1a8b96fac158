import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** What a plan did to a visit; `before` null: it made it. `version` is the visit's after the plan. */
export type PlanChange = {
  visitId: number
  version: number
  before: { startsAt: string; endsAt: string; movedBy: string | null; moveReason: string | null } | null
}

export type AcceptedPlan = {
  id: number
  personId: string
  month: string
  changes: PlanChange[]
  acceptedAt: string
  acceptedBy: string
  undone: boolean
}

const planColumns = sql`
  id, person_id as "personId", month, changes,
  to_char(accepted_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "acceptedAt",
  accepted_by_name as "acceptedBy", undone_at is not null as undone`

export async function insertPlan(
  db: Db,
  plan: Pick<AcceptedPlan, 'personId' | 'month' | 'changes' | 'acceptedBy'> & { now: Date },
): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into engage.accepted_plan (person_id, month, changes, accepted_at, accepted_by_name)
    values (${plan.personId}, ${plan.month}, ${JSON.stringify(plan.changes)}::jsonb, ${plan.now}, ${plan.acceptedBy})
    returning id`.execute(db)
  return rows[0]!.id
}

/** Plans of one person and month are accepted one behind the other. */
export async function lockPlans(db: Db, personId: string, month: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`plan ${month} ${personId}`}, 0))`.execute(db)
}

export async function lockPlan(db: Db, id: number): Promise<AcceptedPlan | undefined> {
  const { rows } = await sql<AcceptedPlan>`
    select ${planColumns} from engage.accepted_plan where id = ${id} for update`.execute(db)
  return rows[0]
}

/** The latest of a person's month that still stands. */
export async function standingPlan(db: Db, personId: string, month: string): Promise<AcceptedPlan | undefined> {
  const { rows } = await sql<AcceptedPlan>`
    select ${planColumns} from engage.accepted_plan
    where person_id = ${personId} and month = ${month} and undone_at is null order by id desc limit 1`.execute(db)
  return rows[0]
}

export async function markUndone(db: Db, id: number, now: Date): Promise<void> {
  await sql`update engage.accepted_plan set undone_at = ${now} where id = ${id}`.execute(db)
}

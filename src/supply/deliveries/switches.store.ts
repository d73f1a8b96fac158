import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type ModeSwitch = {
  id: number
  fromLaneId: number
  toLaneId: number
  accountId: number | null
  alertId: number | null
  fromDay: string
  toDay: string
  reason: string
  expectedSaved: string
  extraCost: string
  shipments: number
  /** Public ids of the lines that were sent the other way. */
  deliveries: string[]
  decidedBy: string | null
  decidedByName: string
  decidedAt: Date
  state: 'in force' | 'ended'
  saved: string | null
  spent: string | null
  outcome: string | null
  version: number
}

export type NewSwitch = Omit<ModeSwitch, 'id' | 'state' | 'saved' | 'spent' | 'outcome' | 'version'>

const columns = sql`
  id, from_lane_id as "fromLaneId", to_lane_id as "toLaneId", account_id as "accountId", alert_id as "alertId",
  from_day as "fromDay", to_day as "toDay", reason, expected_saved as "expectedSaved", extra_cost as "extraCost",
  shipments, deliveries, decided_by as "decidedBy", decided_by_name as "decidedByName", decided_at as "decidedAt", state, saved, spent, outcome, version`

export async function insertSwitch(db: Db, made: NewSwitch): Promise<ModeSwitch> {
  const { rows } = await sql<ModeSwitch>`
    insert into supply.mode_switch (from_lane_id, to_lane_id, account_id, alert_id, from_day, to_day, reason,
      expected_saved, extra_cost, shipments, deliveries, decided_by, decided_by_name, decided_at)
    values (${made.fromLaneId}, ${made.toLaneId}, ${made.accountId}, ${made.alertId}, ${made.fromDay}, ${made.toDay},
      ${made.reason}, ${made.expectedSaved}, ${made.extraCost}, ${made.shipments}, ${made.deliveries}::uuid[],
      ${made.decidedBy}, ${made.decidedByName}, ${made.decidedAt})
    returning ${columns}`.execute(db)
  return rows[0]!
}

export async function lockSwitch(db: Db, id: number): Promise<ModeSwitch | undefined> {
  const { rows } = await sql<ModeSwitch>`select ${columns} from supply.mode_switch where id = ${id} for update`.execute(
    db,
  )
  return rows[0]
}

export async function endSwitch(
  db: Db,
  id: number,
  { saved, spent, outcome }: Pick<ModeSwitch, 'saved' | 'spent' | 'outcome'>,
): Promise<ModeSwitch> {
  const { rows } = await sql<ModeSwitch>`
    update supply.mode_switch set state = 'ended', saved = ${saved}, spent = ${spent}, outcome = ${outcome},
      version = version + 1
    where id = ${id} returning ${columns}`.execute(db)
  return rows[0]!
}

/** The latest first. */
export async function listSwitches(
  db: Db,
  { accountId = null, limit }: { accountId?: number | null; limit: number },
): Promise<ModeSwitch[]> {
  const { rows } = await sql<ModeSwitch>`
    select ${columns} from supply.mode_switch
    where ${accountId}::bigint is null or account_id = ${accountId}
    order by state = 'ended', id desc limit ${limit}`.execute(db)
  return rows
}

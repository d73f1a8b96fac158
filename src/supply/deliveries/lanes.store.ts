import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Lane, LaneFields } from './lane.ts'

const lane = sql`id, name, from_place as "fromPlace", to_place as "toPlace", country, account_id as "accountId", mode,
  trim_scale(days) as days, trim_scale(days_p90) as "daysP90", trim_scale(cost_per_kg) as "costPerKg",
  trim_scale(cost_share) as "costShare", is_active as "isActive", note, version`

/** All lanes, those in use first. There are dozens, not thousands. */
export async function listLanes(db: Db, accountId: number | null = null): Promise<Lane[]> {
  const { rows } = await sql<Lane>`
    select ${lane} from supply.lane where ${accountId}::bigint is null or account_id is null or account_id = ${accountId}
    order by is_active desc, country nulls first, name, id`.execute(db)
  return rows
}

export async function findLane(db: Db, id: number): Promise<Lane | undefined> {
  const { rows } = await sql<Lane>`select ${lane} from supply.lane where id = ${id} for update`.execute(db)
  return rows[0]
}

export async function insertLane(db: Db, fields: LaneFields): Promise<Lane> {
  const { rows } = await sql<Lane>`
    insert into supply.lane (name, from_place, to_place, country, account_id, mode, days, days_p90, cost_per_kg,
      cost_share, is_active, note)
    values (${fields.name}, ${fields.fromPlace}, ${fields.toPlace}, ${fields.country}, ${fields.accountId},
      ${fields.mode}, ${fields.days}, ${fields.daysP90}, ${fields.costPerKg}, ${fields.costShare}, ${fields.isActive},
      ${fields.note})
    returning ${lane}`.execute(db)
  return rows[0]!
}

export async function updateLane(db: Db, id: number, fields: LaneFields): Promise<Lane> {
  const { rows } = await sql<Lane>`
    update supply.lane set name = ${fields.name}, from_place = ${fields.fromPlace}, to_place = ${fields.toPlace},
      country = ${fields.country}, account_id = ${fields.accountId}, mode = ${fields.mode}, days = ${fields.days},
      days_p90 = ${fields.daysP90}, cost_per_kg = ${fields.costPerKg}, cost_share = ${fields.costShare},
      is_active = ${fields.isActive}, note = ${fields.note}, version = version + 1
    where id = ${id} returning ${lane}`.execute(db)
  return rows[0]!
}

export async function deleteLane(db: Db, id: number): Promise<void> {
  await sql`delete from supply.lane where id = ${id}`.execute(db)
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import { asNumber, asText, manyRows } from '../../platform/many-rows.server.ts'
import type { Mode } from './delivery.ts'

/** A line that is promised and has not left yet. */
export type WaitingLine = {
  publicId: string
  accountId: number
  originId: number
  productId: number | null
  /** What travels together: the reference, else the order, else the day. */
  consignment: string
  promisedOn: string
  quantity: string | null
  value: string | null
  weightKg: string | null
  mode: Mode | null
  laneId: number | null
}

export async function waitingLines(
  db: Db,
  { accountIds, from, to }: { accountIds: readonly number[] | null; from: string; to: string },
): Promise<WaitingLine[]> {
  const { rows } = await sql<WaitingLine>`
    select public_id as "publicId", account_id as "accountId", origin_id as "originId", product_id as "productId",
      coalesce(reference, order_reference, promised_on::text) as consignment, promised_on as "promisedOn",
      trim_scale(coalesce(promised_quantity, quantity)) as quantity, case when currency is null then value end as value,
      weight_kg as "weightKg", mode, lane_id as "laneId"
    from supply.delivery
    where shipped_on is null and arrived_on is null and promised_on between ${from}::date and ${to}::date
      and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
    order by promised_on, account_id, consignment, id`.execute(db)
  return rows
}

export type ClaimedPlace = { source: string; key: string; originId: number }

/** Where those of these lines that go by the lane and have not left stand for a claim: source, key and account of origin. */
export async function claimedPlaces(
  db: Db,
  publicIds: readonly string[],
  lane: { id: number; mode: Mode },
): Promise<ClaimedPlace[]> {
  const { rows } = await sql<ClaimedPlace>`
    select source, key, origin_id as "originId" from supply.delivery
    where public_id = any(${publicIds}::uuid[]) and shipped_on is null and arrived_on is null
      and coalesce(lane_id = ${lane.id}, mode = ${lane.mode}) order by source, key`.execute(db)
  return rows
}

export type DueBefore = { accountId: number; productId: number; day: string; quantity: string }

/** What is under way or promised to come, by day. */
export function dueToArrive(db: Db, accountIds: readonly number[], to: string): Promise<DueBefore[]> {
  return manyRows<DueBefore>(
    db,
    sql`select account_id as "accountId", product_id as "productId", promised_on as day,
        sum(coalesce(promised_quantity, quantity)) as quantity
      from supply.delivery
      where arrived_on is null and product_id is not null and promised_on <= ${to}::date
        and coalesce(promised_quantity, quantity) is not null and account_id = any(${accountIds}::bigint[])
      group by 1, 2, 3 order by 1, 2, 3`,
    { accountId: asNumber, productId: asNumber, day: asText, quantity: asText },
  )
}

export type WeatherSeen = {
  mode: Mode
  /** 1 to 12: of the promised day. */
  month: number
  arrived: number
  heldUp: number
  heldUpDays: number
}

/** How often and for how long weather held deliveries up, by mode and month of the year, over all that is known. */
export async function weatherSeen(db: Db): Promise<WeatherSeen[]> {
  const { rows } = await sql<WeatherSeen>`
    with consignment as (
      select account_id, mode, coalesce(reference, key) as consignment, min(promised_on) as promised_on,
        bool_or(cause = 'weather') as weather, max(arrived_on - promised_on) as late_days
      from supply.delivery where mode is not null and promised_on is not null and arrived_on is not null
      group by 1, 2, 3)
    select mode, extract(month from promised_on)::integer as month, count(*)::integer as arrived,
      count(*) filter (where weather and late_days > 0)::integer as "heldUp",
      coalesce(sum(late_days) filter (where weather and late_days > 0), 0)::integer as "heldUpDays"
    from consignment group by 1, 2 order by 1, 2`.execute(db)
  return rows
}

export type ServingLane = {
  id: number
  name: string
  fromPlace: string
  country: string | null
  accountId: number | null
  mode: Mode
  days: number
  daysP90: number | null
  costPerKg: string | null
  costShare: string | null
}

const laneColumns = sql`
  id, name, from_place as "fromPlace", country, account_id as "accountId", mode, days::float8 as days,
  days_p90::float8 as "daysP90", cost_per_kg as "costPerKg", cost_share as "costShare"`

export async function lanesInUse(db: Db): Promise<ServingLane[]> {
  const { rows } = await sql<ServingLane>`
    select ${laneColumns} from supply.lane where is_active order by id`.execute(db)
  return rows
}

/** Also those that are not used any more. */
export async function lanesByIds(db: Db, ids: readonly number[]): Promise<ServingLane[]> {
  const { rows } = await sql<ServingLane>`
    select ${laneColumns} from supply.lane where id = any(${ids}::bigint[])`.execute(db)
  return rows
}

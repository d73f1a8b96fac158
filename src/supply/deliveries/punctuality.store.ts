import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Cause, Mode } from './delivery.ts'
import type { Grouping, Punctuality } from './punctuality.ts'

/** `today` ends the window at the latest: what is promised for later is not due. Ids null: all. */
export type DeliveryFilter = {
  from: string
  to: string
  today: string
  accountIds: readonly number[] | null
  mode?: Mode
  cause?: Cause
  laneId?: number
}

const due = ({ from, to, today, accountIds, mode, cause, laneId }: DeliveryFilter) => sql`
  d.promised_on between ${from}::date and ${to}::date
  and (d.promised_on < ${today}::date or d.arrived_on is not null)
  and (${accountIds}::bigint[] is null or d.account_id = any(${accountIds}::bigint[]))
  and (${mode ?? null}::text is null or d.mode = ${mode ?? null})
  and (${cause ?? null}::text is null or d.cause = ${cause ?? null})
  and (${laneId ?? null}::bigint is null or d.lane_id = ${laneId ?? null}::bigint)`

const isOnTime = sql`(d.arrived_on is not null and d.arrived_on <= d.promised_on)`
const isInFull = sql`(d.arrived_on is not null and (d.promised_quantity is null or d.quantity >= d.promised_quantity))`
const lateDays = sql`(d.arrived_on - d.promised_on) filter (where d.arrived_on > d.promised_on)`

const counts = sql`
  count(*)::integer as due, count(*) filter (where ${isOnTime})::integer as "onTime",
  count(*) filter (where ${isInFull})::integer as "inFull",
  count(*) filter (where ${isOnTime} and ${isInFull})::integer as kept,
  count(*) filter (where d.arrived_on > d.promised_on)::integer as late,
  count(*) filter (where d.arrived_on is null)::integer as overdue,
  avg${lateDays}::double precision as "lateDaysMean",
  percentile_cont(0.9) within group (order by d.arrived_on - d.promised_on)
    filter (where d.arrived_on > d.promised_on) as "lateDaysP90"`

const keyOf: Record<Grouping, RawBuilder<unknown>> = {
  account: sql`d.account_id::text`,
  mode: sql`d.mode`,
  lane: sql`d.lane_id::text`,
  cause: sql`d.cause`,
  month: sql`to_char(d.promised_on, 'YYYY-MM-01')`,
}

export async function punctualityOf(db: Db, filter: DeliveryFilter): Promise<Punctuality> {
  const { rows } = await sql<Punctuality>`select ${counts} from supply.delivery d where ${due(filter)}`.execute(db)
  return rows[0]!
}

/**
 * By group, those with most promises broken first (months in their order); at most `limit` of them. `key` is null for
 * lines that do not say it. By cause only lines that were not kept count.
 */
export async function punctualityBy(
  db: Db,
  by: Grouping,
  filter: DeliveryFilter,
  limit: number,
): Promise<(Punctuality & { key: string | null })[]> {
  const broken = by === 'cause' ? sql`and not (${isOnTime} and ${isInFull})` : sql``
  const order = by === 'month' ? sql`1` : sql`count(*) - count(*) filter (where ${isOnTime} and ${isInFull}) desc, 1`
  const { rows } = await sql<Punctuality & { key: string | null }>`
    select ${keyOf[by]} as key, ${counts} from supply.delivery d where ${due(filter)} ${broken}
    group by 1 order by ${order} limit ${limit}`.execute(db)
  return rows
}

export type BrokenDelivery = {
  id: string
  accountId: number
  productId: number | null
  productText: string | null
  reference: string | null
  promisedOn: string
  promisedQuantity: string | null
  arrivedOn: string | null
  quantity: string | null
  /** Until today where it has not arrived; 0 for one that was only short. */
  lateDays: number
  mode: Mode | null
  laneId: number | null
  cause: Cause | null
  causeNote: string | null
}

/** Lines that were late, short or are overdue, the last promised first. `cursor`: how many were read before. */
export async function brokenDeliveries(
  db: Db,
  filter: DeliveryFilter,
  { limit, cursor }: { limit: number; cursor: number },
): Promise<BrokenDelivery[]> {
  const { rows } = await sql<BrokenDelivery>`
    select d.public_id as id, d.account_id as "accountId", d.product_id as "productId", d.product_text as "productText",
      d.reference, d.promised_on as "promisedOn", trim_scale(d.promised_quantity) as "promisedQuantity",
      d.arrived_on as "arrivedOn", trim_scale(d.quantity) as quantity,
      greatest(0, coalesce(d.arrived_on, ${filter.today}::date) - d.promised_on) as "lateDays",
      d.mode, d.lane_id as "laneId", d.cause, d.cause_note as "causeNote"
    from supply.delivery d where ${due(filter)} and not (${isOnTime} and ${isInFull})
    order by d.promised_on desc, d.id desc limit ${limit} offset ${cursor}`.execute(db)
  return rows
}

/** Modes and lanes of deliveries with a promised day, to fill filters. */
export async function waysInUse(db: Db): Promise<{ modes: Mode[]; lanes: { id: number; name: string }[] }> {
  const { rows: modes } = await sql<{ mode: Mode }>`
    select distinct mode from supply.delivery where promised_on is not null and mode is not null order by mode`.execute(
    db,
  )
  const { rows: lanes } = await sql<{ id: number; name: string }>`
    select id, name from supply.lane order by name, id`.execute(db)
  return { modes: modes.map(({ mode }) => mode), lanes }
}

export type Overdue = { accountId: number; lines: number; oldest: string; value: string | null }

/** Deliveries whose promised day has passed within two months and that have not arrived, by account. */
export async function overdueByAccount(
  db: Db,
  { accountIds, today }: { accountIds: readonly number[] | null; today: string },
): Promise<Overdue[]> {
  const { rows } = await sql<Overdue>`
    select account_id as "accountId", count(*)::integer as lines, min(promised_on) as oldest,
      sum(value) filter (where currency is null) as value
    from supply.delivery
    where arrived_on is null and promised_on < ${today}::date and promised_on >= ${today}::date - 60
      and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
    group by account_id order by account_id`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Tier } from '../../identify/tier.ts'
import type { Db } from '../../platform/database.server.ts'
import type { AwardReason } from './allocation-run.ts'
import type { Capacity } from './capacity.ts'

/** A share as it is kept; decimal strings. */
export type Allocation = {
  id: number
  publicId: string
  accountId: number
  productId: number
  tier: Tier
  requested: string
  committed: string
  fair: string
  floor: string
  allocated: string
  contributionAUnit: string | null
  reason: AwardReason
}

export type NewAllocation = Omit<Allocation, 'id' | 'publicId'> & {
  lines: { orderLineId: number; requested: string; committed: string; allocated: string }[]
}

export type RunSupply = {
  productId: number
  quantity: string
  withinCapacity: string | null
  entered: boolean
  pack: string
}

export type RunCapacity = Omit<Capacity, 'uses'> & { unit: string; uses: { productId: number; perUnit: string }[] }

export type RunRows = {
  allocations: readonly NewAllocation[]
  supply: readonly RunSupply[]
  capacities: readonly RunCapacity[]
}

/** Everything of a run anew: shares with their lines, supply and capacities. */
export async function replaceRows(db: Db, runId: number, rows: RunRows): Promise<void> {
  await sql`delete from supply.allocation where run_id = ${runId}`.execute(db)
  await sql`delete from supply.allocation_supply where run_id = ${runId}`.execute(db)
  await sql`delete from supply.allocation_capacity where run_id = ${runId}`.execute(db)
  await sql`
    insert into supply.allocation_supply (run_id, product_id, quantity, within_capacity, entered, pack)
    select ${runId}, s."productId", s.quantity, s."withinCapacity", s.entered, s.pack
    from jsonb_to_recordset(${JSON.stringify(rows.supply)}::jsonb) as s (
      "productId" bigint, quantity numeric, "withinCapacity" numeric, entered boolean, pack numeric)`.execute(db)
  await sql`
    insert into supply.allocation_capacity (run_id, name, kind, unit, quantity, uses)
    select ${runId}, c.name, c.kind, c.unit, c.quantity, c.uses
    from jsonb_to_recordset(${JSON.stringify(rows.capacities)}::jsonb) as c (
      name text, kind text, unit text, quantity numeric, uses jsonb)`.execute(db)
  await sql`
    with said as (
      select a.* from jsonb_to_recordset(${JSON.stringify(rows.allocations)}::jsonb) as a (
        "accountId" bigint, "productId" bigint, tier text, requested numeric, committed numeric, fair numeric, floor numeric,
        allocated numeric, "contributionAUnit" numeric, reason jsonb, lines jsonb)
    ), made as (
      insert into supply.allocation (run_id, account_id, product_id, tier, requested, committed, fair, floor, allocated,
        contribution_a_unit, reason)
      select ${runId}, "accountId", "productId", tier, requested, committed, fair, floor, allocated, "contributionAUnit", reason
      from said
      returning id, account_id, product_id
    )
    insert into supply.allocation_line (allocation_id, order_line_id, requested, committed, allocated)
    select m.id, l."orderLineId", l.requested, l.committed, l.allocated
    from made m join said s on s."accountId" = m.account_id and s."productId" = m.product_id
    cross join lateral jsonb_to_recordset(s.lines) as l (
      "orderLineId" bigint, requested numeric, committed numeric, allocated numeric)`.execute(db)
}

/** By product and account; of one product only where it is given. */
export async function allocationsOfRun(db: Db, runId: number, productId: number | null = null): Promise<Allocation[]> {
  const { rows } = await sql<Allocation>`
    select id, public_id as "publicId", account_id as "accountId", product_id as "productId", tier,
      trim_scale(requested)::text as requested, trim_scale(committed)::text as committed, trim_scale(fair)::text as fair,
      trim_scale(floor)::text as floor, trim_scale(allocated)::text as allocated,
      trim_scale(contribution_a_unit)::text as "contributionAUnit", reason
    from supply.allocation
    where run_id = ${runId} and (${productId}::bigint is null or product_id = ${productId}::bigint)
    order by product_id, account_id, id`.execute(db)
  return rows
}

export async function supplyOfRun(db: Db, runId: number): Promise<RunSupply[]> {
  const { rows } = await sql<RunSupply>`
    select product_id as "productId", trim_scale(quantity)::text as quantity,
      trim_scale(within_capacity)::text as "withinCapacity", entered, trim_scale(pack)::text as pack
    from supply.allocation_supply where run_id = ${runId} order by product_id`.execute(db)
  return rows
}

export async function capacitiesOfRun(db: Db, runId: number): Promise<RunCapacity[]> {
  const { rows } = await sql<RunCapacity>`
    select name, kind, unit, trim_scale(quantity)::text as quantity, uses
    from supply.allocation_capacity where run_id = ${runId} order by name collate "C"`.execute(db)
  return rows
}

export type ReleasedAllocation = {
  publicId: string
  accountId: number
  productId: number
  releasedAt: string
  reason: AwardReason
}

/** What was released to these accounts and not undone, the newest first. */
export async function releasedAllocations(
  db: Db,
  accountIds: readonly number[],
  limit: number,
): Promise<ReleasedAllocation[]> {
  const { rows } = await sql<ReleasedAllocation>`
    select public_id as "publicId", account_id as "accountId", product_id as "productId",
      to_char(released_at at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "releasedAt", reason
    from supply.allocation
    where account_id = any(${accountIds}::bigint[]) and released_at is not null
    order by released_at desc, id desc limit ${limit}`.execute(db)
  return rows
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type AllocatedLine = {
  orderLineId: number
  allocationId: number
  requested: string
  committed: string
  allocated: string
}

/** The order lines behind a run's shares. */
export async function linesOfRun(db: Db, runId: number): Promise<AllocatedLine[]> {
  const { rows } = await sql<AllocatedLine>`
    select l.order_line_id as "orderLineId", l.allocation_id as "allocationId", trim_scale(l.requested)::text as requested,
      trim_scale(l.committed)::text as committed, trim_scale(l.allocated)::text as allocated
    from supply.allocation_line l join supply.allocation a on a.id = l.allocation_id
    where a.run_id = ${runId} order by l.order_line_id`.execute(db)
  return rows
}

/** The number of an order of which a share by this run has been confirmed; null where there is none. */
export async function confirmedSince(db: Db, runId: number): Promise<string | null> {
  const { rows } = await sql<{ number: string }>`
    select o.number from supply.order_line l join supply.purchase_order o on o.id = l.order_id
    where l.allocation_run_id = ${runId} and l.confirmed_quantity is not null order by o.id limit 1`.execute(db)
  return rows[0]?.number ?? null
}

/** The name of a later run that has shared out the same order lines again; null where there is none. */
export async function sharedAgainAfter(db: Db, runId: number): Promise<string | null> {
  const { rows } = await sql<{ name: string }>`
    select later.name
    from supply.allocation a join supply.allocation_line al on al.allocation_id = a.id
    join supply.order_line l on l.id = al.order_line_id
    join supply.allocation_run later on later.id = l.allocation_run_id
    join supply.allocation_run this on this.id = a.run_id
    where a.run_id = ${runId} and later.released_at > this.released_at limit 1`.execute(db)
  return rows[0]?.name ?? null
}

export type ShareBefore = { orderLineId: number; runId: number | null; quantity: string | null }

/** What the lines that got their share from this run had before: that of the last other run still in force, or none. */
export async function sharesBefore(db: Db, runId: number): Promise<ShareBefore[]> {
  const { rows } = await sql<ShareBefore>`
    select l.id as "orderLineId", before."runId", before.quantity
    from supply.order_line l
    left join lateral (
      select a.run_id as "runId", trim_scale(al.allocated)::text as quantity
      from supply.allocation_line al join supply.allocation a on a.id = al.allocation_id
      where al.order_line_id = l.id and a.run_id <> ${runId} and a.released_at is not null
      order by a.released_at desc limit 1) before on true
    where l.allocation_run_id = ${runId} order by l.id`.execute(db)
  return rows
}

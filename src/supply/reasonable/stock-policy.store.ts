import { sql } from 'kysely'
import type { Tier } from '../../identify/tier.ts'
import type { Db } from '../../platform/database.server.ts'
import type { StockClass } from './product-class.ts'
import { type ServiceTable, type StockLimits, serviceTiers, usualLimits, usualService } from './stock-policy.ts'

export type StockPolicy = { limits: StockLimits; service: ServiceTable; version: number }

/** What is in force: what somebody has changed laid over the usual. */
export async function readStockPolicy(db: Db): Promise<StockPolicy> {
  const [kept, cells] = await Promise.all([
    sql<{ limits: Partial<StockLimits>; version: number }>`select limits, version from supply.stock_policy`.execute(db),
    sql<{ tier: Tier; class: StockClass; service: number }>`
      select tier, class, service::float8 as service from supply.service_target`.execute(db),
  ])
  const service = structuredClone(usualService) as Record<Tier, Record<StockClass, number>>
  for (const cell of cells.rows) service[cell.tier][cell.class] = cell.service
  const [row] = kept.rows
  return { limits: { ...usualLimits, ...row?.limits }, service, version: row?.version ?? 0 }
}

/** False where somebody was quicker. */
export async function writeStockPolicy(
  db: Db,
  { limits, service }: Omit<StockPolicy, 'version'>,
  version: number,
): Promise<boolean> {
  const { numAffectedRows } = await sql`
    insert into supply.stock_policy (limits) values (${JSON.stringify(limits)}::jsonb)
    on conflict (only_one) do update set limits = excluded.limits, version = stock_policy.version + 1
      where stock_policy.version = ${version}`.execute(db)
  if (numAffectedRows !== 1n) return false
  const cells = serviceTiers.flatMap(tier =>
    Object.entries(service[tier]).map(([stockClass, share]) => ({ tier, class: stockClass, share })),
  )
  await sql`
    insert into supply.service_target (tier, class, service)
    select tier, class, share from jsonb_to_recordset(${JSON.stringify(cells)}::jsonb) as c (tier text, class text, share numeric)
    on conflict (tier, class) do update set service = excluded.service`.execute(db)
  return true
}

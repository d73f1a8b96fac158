import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'
import type { Level } from './structure.ts'

export type MonthAccuracy = {
  period: string
  level: Level
  series: number
  mase: number | null
  baseMase: number | null
  naiveMase: number | null
  bias: number | null
  quantileLoss: number | null
  /** Shares of the pieces that came; null where none did. */
  missed: number | null
  baseMissed: number | null
  naiveMissed: number | null
}

/** The last two years, latest month first. */
export async function accuracyByMonth(db: Db): Promise<MonthAccuracy[]> {
  const share = (column: string) => sql`(${sql.raw(column)} / nullif(actual, 0))::double precision`
  const { rows } = await sql<MonthAccuracy>`
    select period, level, series, mase, base_mase as "baseMase", naive_mase as "naiveMase", bias,
      quantile_loss as "quantileLoss", ${share('missed')} as missed, ${share('base_missed')} as "baseMissed",
      ${share('naive_missed')} as "naiveMissed"
    from supply.forecast_accuracy
    where period > (select max(period) from supply.forecast_accuracy) - interval '2 years'
    order by period desc, level`.execute(db)
  return rows
}

export type MethodAccuracy = { level: Level; method: string; series: number; won: number; mase: number | null }

/** How each method did over the last year of what is kept, most used first. */
export async function accuracyByMethod(db: Db): Promise<MethodAccuracy[]> {
  const { rows } = await sql<MethodAccuracy>`
    select a.level, m.key as method, sum((m.value->>'series')::integer)::integer as series,
      sum((m.value->>'won')::integer)::integer as won,
      sum((m.value->>'mase')::double precision * (m.value->>'series')::integer)
        / nullif(sum((m.value->>'series')::integer) filter (where m.value->>'mase' is not null), 0) as mase
    from supply.forecast_accuracy a, jsonb_each(a.methods) m
    where a.period > (select max(period) from supply.forecast_accuracy) - interval '1 year'
    group by a.level, m.key order by a.level, 3 desc, m.key`.execute(db)
  return rows
}

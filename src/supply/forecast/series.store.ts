import { sql } from 'kysely'
import type { Tier } from '../../identify/tier.ts'
import type { Db } from '../../platform/database.server.ts'
import type { Why } from './forecast-rows.ts'
import type { Source } from './items.ts'
import type { Grain } from './periods.ts'
import type { SeriesSort } from './series-sort.ts'
import type { Level, SeriesKey } from './structure.ts'

export type SeriesRow = SeriesKey & {
  method: string
  source: Source | 'both'
  mase: number | null
  bias: number | null
  ahead: number
  lastYear: number
  pieceValue: number | null
  madeOn: string
  firstPeriod: string
}

const figures = sql`
  f.level, f.account_id as "accountId", f.product_id as "productId", f.tier, f.method, f.source, f.mase, f.bias, f.ahead,
  f.last_year as "lastYear", f.piece_value as "pieceValue", f.made_on as "madeOn"`

const orders: Record<SeriesSort, ReturnType<typeof sql>> = {
  ahead: sql`f.ahead desc`,
  growth: sql`(f.ahead - f.last_year) / nullif(f.last_year, 0) desc nulls last`,
  decline: sql`f.ahead - f.last_year`,
  error: sql`f.mase desc nulls last`,
  bias: sql`abs(f.bias) * f.last_year desc nulls last`,
}

export type SeriesAsked = {
  level: Level
  accountIds: readonly number[] | null
  productIds: readonly number[] | null
  tier: Tier | null
  sort: SeriesSort
  limit: number
  offset: number
}

/** Forecasts by month, with the means of the next twelve. */
export async function listSeries(db: Db, asked: SeriesAsked): Promise<(SeriesRow & { months: number[] })[]> {
  const { rows } = await sql<SeriesRow & { months: number[] }>`
    select ${figures}, f.first_period as "firstPeriod", f.mean[1:12] as months from supply.forecast f
    where f.grain = 'month' and f.level = ${asked.level}
      and (${asked.accountIds}::bigint[] is null or f.account_id = any(${asked.accountIds}::bigint[]))
      and (${asked.productIds}::bigint[] is null or f.product_id = any(${asked.productIds}::bigint[]))
      and (${asked.tier}::text is null or f.tier = ${asked.tier})
    order by ${orders[asked.sort]}, f.ahead desc, f.account_id, f.product_id, f.tier
    limit ${asked.limit} offset ${asked.offset}`.execute(db)
  return rows
}

export type SeriesWhole = SeriesRow & {
  grain: Grain
  base: number[] | null
  mean: number[]
  p10: number[]
  p90: number[]
  historyFrom: string | null
  history: number[] | null
  cleaned: number[] | null
  quantileLoss: number | null
  why: Why
}

export type Which = { accountId: number | null; productId: number | null; tier: Tier | null }

const isWhich = (which: Which, name: string) => sql`
  ${sql.ref(name)}.account_id is not distinct from ${which.accountId}::bigint
  and ${sql.ref(name)}.product_id is not distinct from ${which.productId}::bigint
  and ${sql.ref(name)}.tier is not distinct from ${which.tier}::text`

/** The forecast of one series by week or month; its figures and its past are those by month. */
export async function findSeries(db: Db, which: Which, grain: Grain): Promise<SeriesWhole | null> {
  const { rows } = await sql<SeriesWhole>`
    select ${figures}, g.grain, g.first_period as "firstPeriod", g.base, g.mean, g.p10, g.p90,
      f.quantile_loss as "quantileLoss", f.why, f.history_from as "historyFrom", f.history, f.cleaned
    from supply.forecast f join supply.forecast g on g.grain = ${grain} and ${isWhich(which, 'g')}
    where f.grain = 'month' and ${isWhich(which, 'f')}`.execute(db)
  return rows[0] ?? null
}

export type PastRow = {
  period: string
  mean: number
  base: number
  naive: number
  p10: number
  p90: number
  actual: number | null
  backcast: boolean
}

/** What stood for each of the last months, oldest first. */
export async function pastOfSeries(db: Db, which: Which): Promise<PastRow[]> {
  const { rows } = await sql<PastRow>`
    select p.period, p.mean, p.base, p.naive, p.p10, p.p90, p.actual, p.backcast from supply.forecast_past p
    where ${isWhich(which, 'p')} order by p.period`.execute(db)
  return rows
}

/** When the forecasts in force were made; null before the first. */
export async function forecastsMade(db: Db): Promise<{ madeOn: string; firstMonth: string } | null> {
  const { rows } = await sql<{ madeOn: string; firstMonth: string }>`
    select made_on as "madeOn", first_period as "firstMonth" from supply.forecast
    where grain = 'month' order by level = 'total' desc limit 1`.execute(db)
  return rows[0] ?? null
}

/** Forecasts by month of items and sums, tiers left out; of one account, one product, both or all. */
export async function seriesByMonth(
  db: Db,
  accountId: number | null,
  productId: number | null,
): Promise<
  (Pick<SeriesWhole, 'accountId' | 'productId' | 'method' | 'firstPeriod'> &
    Pick<SeriesWhole, 'mean' | 'p10' | 'p90'>)[]
> {
  const { rows } = await sql<SeriesWhole>`
    select account_id as "accountId", product_id as "productId", method, first_period as "firstPeriod", mean, p10, p90
    from supply.forecast
    where grain = 'month' and tier is null
      and (${accountId}::bigint is null or account_id = ${accountId}::bigint)
      and (${productId}::bigint is null or product_id = ${productId}::bigint)`.execute(db)
  return rows
}

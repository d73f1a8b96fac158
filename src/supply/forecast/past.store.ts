import { type Kysely, sql } from 'kysely'
import type pg from 'pg'
import type { DB } from '../../platform/database-types.ts'
import type { Demand } from './demand.ts'
import type { AdjustmentWorth, MonthOfScope, PastForecast } from './past.ts'
import { monthsAfter, monthsBetween, periodsFrom } from './periods.ts'
import { type SeriesKey, type Structure, sumCourses } from './structure.ts'
import { copyRows } from './written-rows.server.ts'

/** Months that are kept series by series, the one under way among them; the accuracy of each level stays for ever. */
const monthsKept = 13

/** The last complete months of which no forecast is kept, oldest first. */
export async function missingPast(db: Kysely<DB>, firstAhead: string): Promise<string[]> {
  const months = periodsFrom(monthsAfter(firstAhead, 1 - monthsKept), 'month', monthsKept - 1)
  const { rows } = await sql<{ period: string }>`
    select period from supply.forecast_past where level = 'total' and period = any(${months}::date[])`.execute(db)
  const known = new Set(rows.map(row => row.period))
  return months.filter(month => !known.has(month))
}

const columns = [
  'account_id',
  'product_id',
  'tier',
  'level',
  'period',
  'method',
  'base',
  'mean',
  'p10',
  'p90',
  'naive',
  'scale',
]

/** Keeps what stood first: a later forecast of a month that has begun already knows more. */
export async function writePast(
  client: pg.ClientBase,
  past: readonly PastForecast[],
  backcast: boolean,
): Promise<void> {
  if (past.length === 0) return
  await client.query('create temporary table past_made (like supply.forecast_past) on commit drop')
  await copyRows(
    client,
    'past_made',
    [...columns, 'backcast'],
    past.map(({ key, ...row }) => [
      key.accountId,
      key.productId,
      key.tier,
      key.level,
      row.period,
      row.method,
      Math.fround(row.base),
      Math.fround(row.mean),
      Math.fround(row.p10),
      Math.fround(row.p90),
      Math.fround(row.naive),
      Math.fround(row.scale),
      String(backcast),
    ]),
  )
  await client.query(`
    insert into supply.forecast_past (${columns.join(', ')}, backcast)
    select ${columns.join(', ')}, backcast from past_made
    on conflict do nothing`)
  await client.query('drop table past_made')
}

/** Enters what came in months that are over, forgets what is older than 13 months, and sums up each month by level. */
export async function keepAccuracy(client: pg.ClientBase, demand: Demand, structure: Structure): Promise<void> {
  const { firstAhead } = demand
  await client.query('delete from supply.forecast_past where period < $1', [monthsAfter(firstAhead, 1 - monthsKept)])
  // The last month again: a ledger that lags brings some of it later.
  const { rows } = await client.query<PastKey>(
    `select account_id as "accountId", product_id as "productId", tier, period from supply.forecast_past
    where period < $1 and (actual is null or period = $2)`,
    [firstAhead, monthsAfter(firstAhead, -1)],
  )
  if (rows.length > 0) await enterActuals(client, rows, demand, structure)
  await sumUpAccuracy(client)
}

type PastKey = Pick<SeriesKey, 'accountId' | 'productId' | 'tier'> & { period: string }

const keyOf = ({ accountId, productId, tier }: Omit<PastKey, 'period'>) =>
  `${accountId ?? ''} ${productId ?? ''} ${accountId === null && productId === null ? (tier ?? '') : ''}`

async function enterActuals(
  client: pg.ClientBase,
  rows: readonly PastKey[],
  { items, window }: Demand,
  structure: Structure,
): Promise<void> {
  const courses = items.map(item => item.whole)
  const all = [...courses, ...sumCourses(courses, structure)]
  const places = new Map([...items, ...structure.parts].map((key, at) => [keyOf(key), at]))
  await client.query(
    'create temporary table came (account_id bigint, product_id bigint, tier text, period date, pieces real) on commit drop',
  )
  await copyRows(
    client,
    'came',
    ['account_id', 'product_id', 'tier', 'period', 'pieces'],
    rows.map(row => {
      const at = places.get(keyOf(row))
      // What is no item any more was not bought for two years.
      const pieces = at === undefined ? 0 : all[at]![monthsBetween(window.firstMonth, row.period)]!
      return [row.accountId, row.productId, row.tier, row.period, Math.fround(pieces)]
    }),
  )
  await client.query('analyze came')
  await client.query(`
    update supply.forecast_past p set actual = c.pieces
    from came c
    where p.period = c.period and coalesce(p.account_id, 0) = coalesce(c.account_id, 0)
      and coalesce(p.product_id, 0) = coalesce(c.product_id, 0) and coalesce(p.tier, '') = coalesce(c.tier, '')
      and p.actual is distinct from c.pieces`)
  await client.query('drop table came')
}

async function sumUpAccuracy(client: pg.ClientBase): Promise<void> {
  await client.query(`
    with known as (
      select period, level, method, actual, mean, base, naive, nullif(scale, 0) as scale,
        abs(actual - mean) as missed, abs(actual - base) as base_missed, abs(actual - naive) as naive_missed,
        (greatest(0.1 * (actual - p10), 0.9 * (p10 - actual)) + greatest(0.5 * (actual - mean), 0.5 * (mean - actual))
          + greatest(0.9 * (actual - p90), 0.1 * (p90 - actual))) / 3 as loss
      from supply.forecast_past where actual is not null
    ), by_method as (
      select period, level, jsonb_object_agg(method, jsonb_build_object('series', series, 'won', won, 'mase', mase)) as methods
      from (
        select period, level, method, count(*) as series, count(*) filter (where base_missed < naive_missed) as won,
          avg(base_missed / scale) as mase
        from known group by period, level, method) each
      group by period, level
    )
    insert into supply.forecast_accuracy (period, level, series, mase, base_mase, naive_mase, bias, quantile_loss, missed,
      base_missed, naive_missed, actual, methods)
    select k.period, k.level, count(*), avg(missed / scale), avg(base_missed / scale), avg(naive_missed / scale),
      sum(mean - actual) / nullif(sum(actual), 0), avg(loss / scale), sum(missed), sum(base_missed), sum(naive_missed),
      sum(actual), (array_agg(m.methods))[1]
    from known k join by_method m on m.period = k.period and m.level = k.level
    group by k.period, k.level
    on conflict (period, level) do update set series = excluded.series, mase = excluded.mase, base_mase = excluded.base_mase,
      naive_mase = excluded.naive_mase, bias = excluded.bias, quantile_loss = excluded.quantile_loss,
      missed = excluded.missed, base_missed = excluded.base_missed, naive_missed = excluded.naive_missed,
      actual = excluded.actual, methods = excluded.methods`)
}

/** What stood for these places in these months, and what came, summed by month. */
export async function pastOfPlaces(
  client: pg.ClientBase,
  places: { accountId: number; productId: number }[],
  months: readonly string[],
): Promise<MonthOfScope[]> {
  const { rows } = await client.query<MonthOfScope>(
    `select sum(p.base)::double precision as base, sum(p.mean)::double precision as mean,
      sum(p.naive)::double precision as naive, sum(p.actual)::double precision as actual
    from unnest($1::bigint[], $2::bigint[]) as s (account_id, product_id)
      join supply.forecast_past p on p.account_id = s.account_id and p.product_id = s.product_id
    where p.period = any($3::date[]) and p.actual is not null
    group by p.period order by p.period`,
    [places.map(place => place.accountId), places.map(place => place.productId), months],
  )
  return rows
}

/** Replaces what adjustments were worth. */
export async function writeWorth(client: pg.ClientBase, worths: readonly AdjustmentWorth[]): Promise<void> {
  await client.query(
    `insert into supply.adjustment_worth (adjustment_id, months, base_missed, missed, naive_missed, base, expected, actual)
    select "adjustmentId", months, "baseMissed", missed, "naiveMissed", base, expected, actual
    from jsonb_to_recordset($1::jsonb) as w ("adjustmentId" bigint, months integer, "baseMissed" double precision,
      missed double precision, "naiveMissed" double precision, base double precision, expected double precision,
      actual double precision)
    on conflict (adjustment_id) do update set months = excluded.months, base_missed = excluded.base_missed,
      missed = excluded.missed, naive_missed = excluded.naive_missed, base = excluded.base, expected = excluded.expected,
      actual = excluded.actual`,
    [JSON.stringify(worths)],
  )
}

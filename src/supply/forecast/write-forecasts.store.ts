import type pg from 'pg'
import type { ForecastRow } from './forecast-rows.ts'
import { copyRows } from './written-rows.server.ts'

const columns = [
  'account_id',
  'product_id',
  'tier',
  'level',
  'grain',
  'first_period',
  'method',
  'source',
  'base',
  'mean',
  'p10',
  'p90',
  'mase',
  'bias',
  'quantile_loss',
  'why',
  'history_from',
  'history',
  'cleaned',
  'ahead',
  'last_year',
  'piece_value',
  'made_on',
]

/** Replaces all forecasts, or those of some accounts and what they add up to. */
export async function writeForecasts(
  client: pg.ClientBase,
  rows: readonly ForecastRow[],
  accountIds: readonly number[] | null,
): Promise<void> {
  // Two at once would each keep rows that the other deletes.
  await client.query(`select pg_advisory_xact_lock(hashtext('supply.forecast'))`)
  await client.query('delete from supply.forecast where $1::bigint[] is null or account_id = any($1::bigint[])', [
    accountIds,
  ])
  const kept = accountIds ? rows.filter(row => row.key.accountId !== null) : rows
  await copyRows(
    client,
    'supply.forecast',
    columns,
    (function* () {
      for (const { key, band, error, ...row } of kept)
        yield [
          key.accountId,
          key.productId,
          key.tier,
          key.level,
          row.grain,
          row.firstPeriod,
          row.method,
          row.source,
          row.base,
          band.mean,
          band.p10.map(thousandths),
          band.p90.map(thousandths),
          error.mase,
          error.bias,
          error.quantileLoss,
          JSON.stringify(row.why),
          row.past?.from ?? null,
          row.past?.history.map(thousandths) ?? null,
          row.past?.cleaned?.map(thousandths) ?? null,
          row.ahead,
          thousandths(row.lastYear),
          row.pieceValue === null ? null : Number(row.pieceValue.toPrecision(8)),
          row.madeOn,
        ]
    })(),
  )
}

const thousandths = (value: number) => Math.round(value * 1000) / 1000

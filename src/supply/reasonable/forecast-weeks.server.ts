import type pg from 'pg'
import { to as copyTo } from 'pg-copy-streams'

/** The weeks ahead of one account's product as forecast: means of a year, upper quantiles of the first weeks. */
export type WeeksForecast = {
  accountId: number
  productId: number
  /** Days from 2000-01-01 to the Monday of the first week. */
  firstWeek: number
  mean: Float64Array
  p90: Float64Array
}

/** So many weeks tell how far forecasts miss: longer than any lead time with its review. */
const weeksOfSpread = 16

/** Signature, flags and length of the extension of COPY's binary format. */
const headerLength = 19

/**
 * Forecasts by week of these accounts (null: all), read as PostgreSQL holds them: 120,000 series of 52 weeks are eight
 * million numbers, which take ten times as long as text. Memory: 600 bytes a series.
 */
export async function forecastWeeks(
  client: pg.ClientBase,
  accountIds: readonly number[] | null,
): Promise<WeeksForecast[]> {
  const among = accountIds ? `and account_id = any('{${accountIds.map(Number).join(',')}}'::bigint[])` : ''
  const stream = client.query(
    copyTo(`copy (
      select account_id, product_id, first_period - date '2000-01-01', mean::real[], (p90[1:${weeksOfSpread}])::real[]
      from supply.forecast where level = 'item' and grain = 'week' ${among}
    ) to stdout (format binary)`),
  )
  const chunks: Buffer[] = []
  for await (const chunk of stream) chunks.push(chunk as Buffer)
  const bytes = Buffer.concat(chunks)
  const series: WeeksForecast[] = []
  // Each row: count of fields (−1 after the last row), then each field with its length before it.
  for (let at = headerLength; bytes.readInt16BE(at) !== -1; ) {
    const accountId = Number(bytes.readBigInt64BE(at + 6))
    const productId = Number(bytes.readBigInt64BE(at + 18))
    const firstWeek = bytes.readInt32BE(at + 30)
    const mean = readReals(bytes, at + 34)
    const p90 = readReals(bytes, mean.end)
    series.push({ accountId, productId, firstWeek, mean: mean.values, p90: p90.values })
    at = p90.end
  }
  return series
}

/** A field with a one-dimensional array of four-byte numbers without nulls, and where the next field begins. */
function readReals(bytes: Buffer, field: number): { values: Float64Array; end: number } {
  const end = field + 4 + bytes.readInt32BE(field)
  const dimensions = bytes.readInt32BE(field + 4)
  const count = dimensions === 0 ? 0 : bytes.readInt32BE(field + 16)
  const values = new Float64Array(count)
  for (let index = 0, at = field + 28; index < count; index += 1, at += 8) values[index] = bytes.readFloatBE(at)
  return { values, end }
}

import type pg from 'pg'

/** A steady year of forecast for one account's product: pieces a week, and what 90% of weeks stay below. */
export async function forecastSteady(
  pool: pg.Pool,
  said: { accountId: number; productId: number; mean: number; p90: number; firstWeek?: string },
): Promise<void> {
  await pool.query(
    `insert into supply.forecast (account_id, product_id, level, grain, first_period, method, source, mean, p10, p90,
       why, ahead, last_year, made_on)
     select $1, $2, 'item', 'week', $5, 'theta', 'sell-through', array_fill($3::float8, '{52}'),
       array_fill(0::float8, '{52}'), array_fill($4::float8, '{52}'), '{}', 52 * $3, 52 * $3, $5`,
    [said.accountId, said.productId, said.mean, said.p90, said.firstWeek ?? '2026-11-02'],
  )
}

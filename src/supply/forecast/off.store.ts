import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type ForecastOff = {
  accountId: number
  productId: number
  months: number
  expected: number
  came: number
  /** Of the pieces that lie between, base currency. */
  value: string
}

const months = 3
/** More or less than half again of what came. */
const offBy = 0.5
/** Of the account's value ahead: what is smaller nobody need look at. */
const shareOfAccount = 0.1

/**
 * Large products of accounts whose forecasts have missed to the same side three months running, by more than half of
 * what came in all: of each account the one with most money between.
 */
export async function forecastsOff(db: Db, accountIds: readonly number[] | null): Promise<ForecastOff[]> {
  const { rows } = await sql<ForecastOff>`
    with last as (select max(period) as month from supply.forecast_past where actual is not null),
    missed as (
      select p.account_id, p.product_id, count(*)::integer as months, sum(p.mean)::double precision as expected,
        sum(p.actual)::double precision as came
      from supply.forecast_past p, last
      where p.level = 'item' and p.actual is not null and p.period > last.month - ${months} * interval '1 month'
        and (${accountIds}::bigint[] is null or p.account_id = any(${accountIds}::bigint[]))
      group by p.account_id, p.product_id
      having count(*) = ${months} and abs(sum(sign(p.mean - p.actual))) = ${months}
        and abs(sum(p.mean) - sum(p.actual)) > ${offBy} * sum(p.actual)
    ), valued as (
      select m.*, abs(m.expected - m.came) * f.piece_value as value,
        row_number() over (partition by m.account_id order by abs(m.expected - m.came) * f.piece_value desc, m.product_id) as place
      from missed m
        join supply.forecast f on f.account_id = m.account_id and f.product_id = m.product_id and f.grain = 'month'
        join supply.forecast a on a.account_id = m.account_id and a.level = 'account' and a.grain = 'month'
      where f.last_year * f.piece_value >= ${shareOfAccount} * a.last_year * a.piece_value
    )
    select account_id as "accountId", product_id as "productId", months, expected, came, round(value::numeric, 2)::text as value
    from valued where place = 1 order by account_id`.execute(db)
  return rows
}

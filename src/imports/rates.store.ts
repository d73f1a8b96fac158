import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'

export type Rate = { currency: string; day: string; rate: string }

/** Every rate in force, by currency and day. */
export async function ratesInForce(db: Db): Promise<Rate[]> {
  const { rows } = await sql<Rate>`
    select currency, day, trim_scale(rate)::text as rate from imports.rate order by currency, day`.execute(db)
  return rows
}

export async function currenciesWithRates(db: Db): Promise<Set<string>> {
  const { rows } = await sql<{ currency: string }>`select distinct currency from imports.rate_claim`.execute(db)
  return new Set(rows.map(row => row.currency))
}

/** Writes what an import says of rates; how it compares with what was in force. */
export async function claimRates(
  db: Db,
  importId: number,
  rates: readonly Rate[],
): Promise<{ added: number; replaced: number; unchanged: number }> {
  const { rows } = await sql<{ added: number; replaced: number; unchanged: number }>`
    with given as materialized (
      select currency, day::date as day, rate::numeric as rate
      from jsonb_to_recordset(${JSON.stringify(rates)}::jsonb) as r (currency text, day text, rate text)
    ), before as materialized (
      select given.currency, given.day, given.rate, r.rate as known
      from given left join imports.rate r on r.currency = given.currency and r.day = given.day
    ), written as (
      insert into imports.rate_claim (import_id, currency, day, rate) select ${importId}, currency, day, rate from given
    )
    select count(*) filter (where known is null) as added, count(*) filter (where known <> rate) as replaced,
      count(*) filter (where known = rate) as unchanged
    from before`.execute(db)
  return rows[0]!
}

export async function withdrawRates(db: Db, importId: number): Promise<void> {
  await sql`delete from imports.rate_claim where import_id = ${importId}`.execute(db)
}

/** Rates in force, newest day first; the cursor is "day currency" of the last one. */
export async function listRates(
  db: Db,
  filter: { currency?: string; cursor?: string; limit: number },
): Promise<{ items: (Rate & { importId: number })[]; nextCursor: string | null }> {
  const [day, currency] = (filter.cursor ?? '').split(' ')
  const { rows } = await sql<Rate & { importId: number }>`
    select currency, day, trim_scale(rate)::text as rate, import_id as "importId" from imports.rate
    where (${filter.currency ?? null}::text is null or currency = ${filter.currency ?? null})
      and (${day || null}::date is null or (day, currency) < (${day || null}::date, ${currency ?? ''}))
    order by day desc, currency desc limit ${filter.limit + 1}`.execute(db)
  const items = rows.slice(0, filter.limit)
  const last = items.at(-1)
  return { items, nextCursor: rows.length > filter.limit && last ? `${last.day} ${last.currency}` : null }
}

/** Base currency for one unit by the newest rate there is; null where the currency has none. */
export async function newestRate(db: Db, currency: string): Promise<string | null> {
  const { rows } = await sql<{ rate: string }>`
    select trim_scale(rate)::text as rate from imports.rate where currency = ${currency}
    order by day desc limit 1`.execute(db)
  return rows[0]?.rate ?? null
}

import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

export type DueRow = { id: number; accountId: number; personId: string; day: string; time: string }

/** Planned visits that begin before that day (by the clock on the account's wall) and of which nothing is said yet. */
export async function unreportedVisits(
  db: Db,
  before: string,
  accountIds: readonly number[] | null,
): Promise<DueRow[]> {
  const { rows } = await sql<DueRow>`
    select id, account_id as "accountId", person_id as "personId",
      to_char(starts_at at time zone time_zone, 'YYYY-MM-DD') as day, to_char(starts_at at time zone time_zone, 'HH24:MI') as time
    from engage.visit
    where state = 'planned' and starts_at < ${before}::date + 1 and (starts_at at time zone time_zone)::date < ${before}::date
      and (${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[]))
    order by starts_at, id`.execute(db)
  return rows
}

/** The day of the last visit held and of the next one planned, by account. */
export async function lastAndNextVisits(
  db: Db,
  accountIds: readonly number[],
  today: string,
): Promise<Map<number, { last: string | null; next: string | null }>> {
  const { rows } = await sql<{ accountId: number; last: string | null; next: string | null }>`
    select account_id as "accountId", max((held_from at time zone time_zone)::date) as last,
      min((starts_at at time zone time_zone)::date)
        filter (where state = 'planned' and (starts_at at time zone time_zone)::date >= ${today}::date) as next
    from engage.visit where account_id = any(${accountIds}::bigint[]) group by account_id`.execute(db)
  return new Map(rows.map(({ accountId, ...days }) => [accountId, days]))
}

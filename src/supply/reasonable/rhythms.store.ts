import { sql } from 'kysely'
import type { Db } from '../../platform/database.server.ts'

/** When an account's stock is looked at and an order proposed, on the company's clock. */
export type ReviewRhythm = {
  accountId: number
  /** ISO: 1 is Monday. */
  weekday: number
  hour: number
  intervalWeeks: number
  /** The week of this day is the first. */
  startsOn: string
  isPaused: boolean
  version: number
}

const columns = sql`account_id as "accountId", weekday, hour, interval_weeks as "intervalWeeks", starts_on as "startsOn",
  is_paused as "isPaused", version`

/** Rhythms of their own, by account. */
export async function readRhythms(db: Db, accountIds: readonly number[] | null): Promise<Map<number, ReviewRhythm>> {
  const { rows } = await sql<ReviewRhythm>`
    select ${columns} from supply.review_rhythm
    where ${accountIds}::bigint[] is null or account_id = any(${accountIds}::bigint[])`.execute(db)
  return new Map(rows.map(row => [row.accountId, row]))
}

/** False where somebody was quicker. */
export async function writeRhythm(db: Db, rhythm: ReviewRhythm): Promise<boolean> {
  const { accountId, weekday, hour, intervalWeeks, startsOn, isPaused, version } = rhythm
  const { numAffectedRows } = await sql`
    insert into supply.review_rhythm (account_id, weekday, hour, interval_weeks, starts_on, is_paused)
    values (${accountId}, ${weekday}, ${hour}, ${intervalWeeks}, ${startsOn}, ${isPaused})
    on conflict (account_id) do update set weekday = excluded.weekday, hour = excluded.hour,
      interval_weeks = excluded.interval_weeks, starts_on = excluded.starts_on, is_paused = excluded.is_paused,
      version = review_rhythm.version + 1
      where review_rhythm.version = ${version}`.execute(db)
  return numAffectedRows === 1n
}

/** Rhythms for accounts that have none, in bulk; the others keep theirs. */
export async function addRhythms(db: Db, rhythms: readonly Omit<ReviewRhythm, 'version'>[]): Promise<void> {
  await sql`
    insert into supply.review_rhythm (account_id, weekday, hour, interval_weeks, starts_on, is_paused)
    select "accountId", weekday, hour, "intervalWeeks", "startsOn", "isPaused"
    from jsonb_to_recordset(${JSON.stringify(rhythms)}::jsonb) as r ("accountId" bigint, weekday smallint, hour smallint,
      "intervalWeeks" smallint, "startsOn" date, "isPaused" boolean)
    on conflict (account_id) do nothing`.execute(db)
}

/** Notes reviews as done; returns the accounts of which nobody had noted that day's before. */
export async function takeReviews(db: Db, dueOn: string, accountIds: readonly number[]): Promise<number[]> {
  const { rows } = await sql<{ accountId: number }>`
    insert into supply.review_done (account_id, due_on, proposals)
    select id, ${dueOn}::date, 0 from unnest(${accountIds}::bigint[]) id
    on conflict (account_id, due_on) do nothing
    returning account_id as "accountId"`.execute(db)
  return rows.map(row => row.accountId)
}

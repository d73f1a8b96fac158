import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, manyRows, orNull } from '../platform/many-rows.server.ts'
import type { AccountFacts } from './measure-table.ts'
import type { StandingRow } from './standings.ts'

const columns = sql`
  account_id as "accountId", place, points, rank, tier, earned, strict, below, previous_tier as "previousTier", reason`

/** Rows a statement, without and with frozen facts: a message of some three megabytes. */
const portion = { plain: 25_000, withFacts: 5_000 }

/**
 * Writes the standings of a review: new ones added, changed ones replaced, those of accounts that are gone removed;
 * a row that is the same is left alone.
 */
export async function writeStandings(
  db: Db,
  reviewId: number,
  rows: readonly StandingRow[],
  facts: readonly AccountFacts[] | null,
): Promise<void> {
  const known = new Map((await standingsOf(db, reviewId)).map(row => [row.accountId, row]))
  const pairs = rows.map((row, index) => ({ row, facts: facts?.[index] ?? null }))
  // Facts may differ where the standing is the same.
  const changed = facts ? pairs : pairs.filter(({ row }) => !isSame(known.get(row.accountId), row))
  // Points are often percentiles: one day's invoices move nearly everybody a little, and replacing one row after the
  // other takes three times as long as writing all of them afresh.
  const afresh = changed.length > known.size / 4
  if (afresh && known.size > 0) await sql`delete from identify.standing where review_id = ${reviewId}`.execute(db)
  const written = afresh ? pairs : changed
  // Neighbouring accounts land on neighbouring pages of both indexes.
  written.sort((one, other) => one.row.accountId - other.row.accountId)
  const step = facts ? portion.withFacts : portion.plain
  for (let start = 0; start < written.length; start += step)
    await writePortion(db, reviewId, written.slice(start, start + step), afresh)
  if (afresh) return
  const present = new Set(rows.map(row => row.accountId))
  const gone = [...known.keys()].filter(account => !present.has(account))
  if (gone.length > 0)
    await sql`delete from identify.standing where review_id = ${reviewId} and account_id = any(${gone}::bigint[])`.execute(
      db,
    )
}

const compared = ['place', 'points', 'rank', 'tier', 'earned', 'strict', 'below', 'previousTier', 'reason'] as const

const isSame = (held: StandingRow | undefined, row: StandingRow): boolean =>
  held !== undefined && compared.every(key => held[key] === row[key])

/** A list of numbers as PostgreSQL writes it, which is quicker than leaving it to the driver. */
const arrayOf = (values: readonly (number | null)[]): string => `{${values.map(value => value ?? 'null').join(',')}}`

async function writePortion(
  db: Db,
  reviewId: number,
  part: readonly { row: StandingRow; facts: AccountFacts | null }[],
  afresh: boolean,
): Promise<void> {
  const numbers = (key: Exclude<keyof StandingRow, 'reason'>) => arrayOf(part.map(({ row }) => row[key]))
  const frozen = part.some(({ facts }) => facts)
    ? part.map(({ facts }) => (facts ? JSON.stringify(facts) : null))
    : arrayOf(part.map(() => null))
  const replaced = sql`
    on conflict (review_id, account_id) do update set
      place = excluded.place, points = excluded.points, rank = excluded.rank, tier = excluded.tier, earned = excluded.earned,
      strict = excluded.strict, below = excluded.below, previous_tier = excluded.previous_tier, reason = excluded.reason, facts = excluded.facts`
  await sql`
    insert into identify.standing (review_id, account_id, place, points, rank, tier, earned, strict, below, previous_tier, reason, facts)
    select ${reviewId}, s.* from unnest(
      ${numbers('accountId')}::bigint[], ${numbers('place')}::integer[], ${numbers('points')}::integer[],
      ${numbers('rank')}::integer[], ${numbers('tier')}::smallint[], ${numbers('earned')}::smallint[],
      ${numbers('strict')}::smallint[], ${numbers('below')}::smallint[], ${numbers('previousTier')}::smallint[],
      ${wordsOf(part.map(({ row }) => row.reason))}::text[], ${frozen}::jsonb[]) s
    ${afresh ? sql`` : replaced}`.execute(db)
}

/** Words of ours, which hold neither quotes nor backslashes. */
const wordsOf = (words: readonly string[]): string => `{${words.map(word => `"${word}"`).join(',')}}`

/** The standings of a review in the order of codes; of some accounts where they are given. */
export async function standingsOf(db: Db, reviewId: number, accountIds?: readonly number[]): Promise<StandingRow[]> {
  const among = accountIds ? sql`and account_id = any(${accountIds}::bigint[])` : sql``
  const query = sql`select ${columns} from identify.standing where review_id = ${reviewId} ${among} order by place`
  return manyRows<StandingRow>(db, query, {
    accountId: asNumber,
    place: asNumber,
    points: asNumber,
    rank: asNumber,
    tier: asNumber,
    earned: asNumber,
    strict: asNumber,
    below: asNumber,
    previousTier: orNull(asNumber),
    reason: text => text as StandingRow['reason'],
  })
}

/** The facts that a review froze, in the same order; empty for a provisional one. */
export async function frozenFacts(db: Db, reviewId: number): Promise<AccountFacts[]> {
  const { rows } = await sql<{ facts: AccountFacts }>`
    select facts from identify.standing where review_id = ${reviewId} and facts is not null order by place`.execute(db)
  return rows.map(row => row.facts)
}

/** An account's standing at every confirmed review, newest first. */
export async function confirmedStandings(
  db: Db,
  accountId: number,
): Promise<(StandingRow & { reviewId: number; asOf: string; policyVersion: number })[]> {
  const { rows } = await sql<StandingRow & { reviewId: number; asOf: string; policyVersion: number }>`
    select ${columns}, review_id as "reviewId", r.as_of as "asOf", r.policy_version as "policyVersion"
    from identify.standing s join identify.review r on r.id = s.review_id
    where s.account_id = ${accountId} and r.state = 'confirmed'
    order by r.as_of desc, r.id desc`.execute(db)
  return rows
}

/** Reviews at which the tier became another, or was given first (`before` null), latest first, below the bound. */
export async function tierChangesBelow(
  db: Db,
  accountIds: readonly number[],
  bound: { at: string; key: string },
  limit: number,
): Promise<
  {
    reviewId: number
    accountId: number
    at: string
    by: string | null
    before: number | null
    now: number
    points: number
  }[]
> {
  const { rows } = await sql<{
    reviewId: number
    accountId: number
    at: string
    by: string | null
    before: number | null
    now: number
    points: number
  }>`
    with standings as (
      select s.review_id as "reviewId", s.account_id as "accountId", to_char(r.as_of, 'YYYY-MM-DD"T12:00:00Z"') as at,
        r.confirmed_by_name as by, s.tier as now, s.points,
        lag(s.tier) over (partition by s.account_id order by r.as_of, r.id) as before
      from identify.standing s join identify.review r on r.id = s.review_id
      where s.account_id = any(${accountIds}::bigint[]) and r.state = 'confirmed'
    )
    select * from standings
    where now is distinct from before and (before is not null or now > 0)
      and (at collate "C", lpad("reviewId"::text, 12, '0') collate "C") < (${bound.at}, ${bound.key})
    order by at desc, "reviewId" desc limit ${limit}
  `.execute(db)
  return rows
}

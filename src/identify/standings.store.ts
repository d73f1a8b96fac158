import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import { asNumber, manyRows, orNull } from '../platform/many-rows.server.ts'
import type { AccountFacts } from './measure-table.ts'
import type { StandingRow } from './standings.ts'

const columns = sql`
  account_id as "accountId", place, points, rank, tier, earned, strict, below, previous_tier as "previousTier", reason`

/** Rows a statement; with frozen facts that is a message of some three megabytes. */
const portion = 5_000

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
  for (let start = 0; start < rows.length; start += portion) {
    const part = rows.slice(start, start + portion)
    const frozen = facts === null ? null : facts.slice(start, start + portion).map(fact => JSON.stringify(fact))
    await sql`
      insert into identify.standing as held (review_id, account_id, place, points, rank, tier, earned, strict, below, previous_tier, reason, facts)
      select ${reviewId}, s.* from unnest(
        ${part.map(row => row.accountId)}::bigint[], ${part.map(row => row.place)}::integer[], ${part.map(row => row.points)}::integer[],
        ${part.map(row => row.rank)}::integer[], ${part.map(row => row.tier)}::smallint[], ${part.map(row => row.earned)}::smallint[],
        ${part.map(row => row.strict)}::smallint[], ${part.map(row => row.below)}::smallint[],
        ${part.map(row => row.previousTier)}::smallint[], ${part.map(row => row.reason)}::text[], ${frozen ?? part.map(() => null)}::jsonb[]) s
      on conflict (review_id, account_id) do update set
        place = excluded.place, points = excluded.points, rank = excluded.rank, tier = excluded.tier, earned = excluded.earned,
        strict = excluded.strict, below = excluded.below, previous_tier = excluded.previous_tier, reason = excluded.reason, facts = excluded.facts
      where (held.place, held.points, held.rank, held.tier, held.earned, held.strict, held.below, held.previous_tier, held.reason, held.facts)
        is distinct from (excluded.place, excluded.points, excluded.rank, excluded.tier, excluded.earned, excluded.strict, excluded.below,
          excluded.previous_tier, excluded.reason, excluded.facts)`.execute(db)
  }
  await sql`
    delete from identify.standing where review_id = ${reviewId} and account_id not in (select unnest(${rows.map(row => row.accountId)}::bigint[]))`.execute(
    db,
  )
}

/** All standings of a review in the order of codes. */
export async function standingsOf(db: Db, reviewId: number): Promise<StandingRow[]> {
  const query = sql`select ${columns} from identify.standing where review_id = ${reviewId} order by place`
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

import type { Queryable } from '../accounts/claims.store.ts'

/** The review whose tiers are shown. */
export type ShownReview = { id: number; state: 'provisional' | 'confirmed'; asOf: string; key: string }

/** The latest confirmed review, or the provisional one while none is; null before any. */
export async function shownReview(db: Queryable): Promise<ShownReview | null> {
  const { rows } = await db.query<ShownReview>(
    `select id, state, as_of as "asOf", id || '/' || opened_at || '/' || inputs || '/' || ledger_version as key
     from identify.review where state in ('confirmed', 'provisional')
     order by state = 'confirmed' desc, as_of desc, id desc limit 1`,
  )
  return rows[0] ?? null
}

export type Standing = { account: number; points: number; rank: number; tier: number; previousTier: number | null }

/** Standings of a review; of all accounts where `accounts` is null. Points in hundredths, tiers as codes. */
export async function standingsOf(
  db: Queryable,
  reviewId: number,
  accounts: readonly number[] | null,
): Promise<Standing[]> {
  const { rows } = await db.query<Standing>(
    `select account_id as account, points, rank, tier, previous_tier as "previousTier" from identify.standing
     where review_id = $1 and ($2::bigint[] is null or account_id = any($2::bigint[]))`,
    [reviewId, accounts],
  )
  return rows
}

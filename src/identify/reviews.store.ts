import { sql } from 'kysely'
import type { Db } from '../platform/database.server.ts'
import type { Actor } from '../platform/roles.ts'
import type { Simulation } from './simulate.ts'

export type ReviewState = 'provisional' | 'draft' | 'confirmed'

/** What a review keeps of its outcome beside the standings. */
export type ReviewSummary = Pick<Simulation, 'tiers' | 'flows' | 'moved'>

export interface Review {
  id: number
  state: ReviewState
  asOf: string
  windowFrom: string
  policyVersion: number
  policyName: string
  previousReviewId: number | null
  ledgerVersion: number
  /** What the figures were computed from, as one comparable text. */
  inputs: string
  accounts: number
  summary: ReviewSummary
  note: string | null
  openedBy: string
  openedAt: Date
  confirmedBy: string | null
  confirmedAt: Date | null
}

export type NewReview = Pick<
  Review,
  | 'state'
  | 'asOf'
  | 'windowFrom'
  | 'policyVersion'
  | 'previousReviewId'
  | 'ledgerVersion'
  | 'inputs'
  | 'accounts'
  | 'summary'
>

const columns = sql`
  r.id, r.state, r.as_of as "asOf", r.window_from as "windowFrom", r.policy_version as "policyVersion", p.name as "policyName",
  r.previous_review_id as "previousReviewId", r.ledger_version as "ledgerVersion", r.inputs, r.accounts, r.summary, r.note,
  r.opened_by_name as "openedBy", r.opened_at as "openedAt", r.confirmed_by_name as "confirmedBy", r.confirmed_at as "confirmedAt"`
const source = sql`identify.review r join identify.policy p on p.version = r.policy_version`

export async function findReview(db: Db, id: number): Promise<Review | undefined> {
  const { rows } = await sql<Review>`select ${columns} from ${source} where r.id = ${id}`.execute(db)
  return rows[0]
}

/** The provisional or the draft one; there is at most one of each. */
export async function unfinishedReview(db: Db, state: 'provisional' | 'draft'): Promise<Review | undefined> {
  const { rows } = await sql<Review>`select ${columns} from ${source} where r.state = ${state}`.execute(db)
  return rows[0]
}

export async function lastConfirmedReview(db: Db): Promise<Review | undefined> {
  const { rows } = await sql<Review>`
    select ${columns} from ${source} where r.state = 'confirmed' order by r.as_of desc, r.id desc limit 1`.execute(db)
  return rows[0]
}

/** Draft and confirmed ones, newest first; `below` is the id to go on from. */
export async function listReviews(db: Db, below: number | undefined, limit: number): Promise<Review[]> {
  const { rows } = await sql<Review>`
    select ${columns} from ${source}
    where r.state <> 'provisional' and (${below ?? null}::bigint is null or r.id < ${below ?? null})
    order by r.id desc limit ${limit}`.execute(db)
  return rows
}

/** One opening, confirming or recomputing at a time; held until the transaction ends. */
export async function lockReviews(db: Db): Promise<void> {
  await sql`select pg_advisory_xact_lock(7340202)`.execute(db)
}

export async function addReview(db: Db, opener: Pick<Actor, 'id' | 'name'>, review: NewReview): Promise<number> {
  const { rows } = await sql<{ id: number }>`
    insert into identify.review (state, as_of, window_from, policy_version, previous_review_id, ledger_version, inputs, accounts, summary, opened_by_id, opened_by_name)
    values (${review.state}, ${review.asOf}, ${review.windowFrom}, ${review.policyVersion}, ${review.previousReviewId},
      ${review.ledgerVersion}, ${review.inputs}, ${review.accounts}, ${JSON.stringify(review.summary)}::jsonb, ${opener.id}, ${opener.name})
    returning id`.execute(db)
  return rows[0]!.id
}

/** A provisional review is refreshed in place, so that only standings that changed are written. */
export async function refreshReview(db: Db, id: number, review: NewReview): Promise<void> {
  await sql`
    update identify.review set as_of = ${review.asOf}, window_from = ${review.windowFrom}, policy_version = ${review.policyVersion},
      previous_review_id = ${review.previousReviewId}, ledger_version = ${review.ledgerVersion}, inputs = ${review.inputs},
      accounts = ${review.accounts}, summary = ${JSON.stringify(review.summary)}::jsonb, opened_at = now()
    where id = ${id}`.execute(db)
}

export async function markConfirmed(
  db: Db,
  id: number,
  by: Pick<Actor, 'id' | 'name'>,
  note: string | null,
): Promise<void> {
  await sql`
    update identify.review set state = 'confirmed', confirmed_by_id = ${by.id}, confirmed_by_name = ${by.name}, confirmed_at = now(), note = ${note}
    where id = ${id}`.execute(db)
}

/** Its standings go with it. A confirmed review cannot be removed. */
export async function removeReview(db: Db, id: number): Promise<void> {
  await sql`delete from identify.review where id = ${id} and state <> 'confirmed'`.execute(db)
}

import { ledgerVersion } from '../ledger/ledger.server.ts'
import { recordChange } from '../platform/audit.server.ts'
import { businessDay } from '../platform/business-day.server.ts'
import type { ActorContext } from '../platform/operation.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { factsOf, figuresAsOf, inputsAsOf, spanOf } from './figures.server.ts'
import { fixedTiers } from './fixed-tiers.store.ts'
import { measureTable } from './measure-table.ts'
import { findPolicy } from './policy.store.ts'
import { policyInForce } from './policy.use.ts'
import {
  addReview,
  findReview,
  lastConfirmedReview,
  lockReviews,
  markConfirmed,
  type Review,
  removeReview,
  unfinishedReview,
} from './reviews.store.ts'
import { createScorer } from './score.ts'
import { inputsOf, previousStandings } from './standing.use.ts'
import { frozenFacts, standingsOf, writeStandings } from './standings.store.ts'
import { type FixedTiers, type StandingRow, standingsAt } from './standings.ts'

export type Acting = Pick<ActorContext, 'db' | 'pool' | 'actor' | 'clock'>

/**
 * Opens a review as of a day (the ledger's last one where none is given): points and tiers of everybody, to be looked at
 * and then confirmed. An open draft is replaced. Refused as `ledger_empty`, `review_day_outside`, `review_day_early`.
 */
export async function openReview({ db, pool, actor, clock }: Acting, asOf?: string): Promise<Review> {
  const policy = await policyInForce(db)
  const span = await spanOf({ db, pool }, await ledgerVersion(db))
  if (!span) throw new Refusal('ledger_empty')
  const day = asOf ?? span.to
  if (day < span.from || day > span.to) throw new Refusal('review_day_outside', { ...span, asOf: day })
  const last = await lastConfirmedReview(db)
  if (last && day < last.asOf) throw new Refusal('review_day_early', { last: last.asOf, asOf: day })
  // Gathered before the transaction: it may take seconds, and nobody should wait behind a lock for it.
  const figures = (await figuresAsOf({ db, pool }, policy.policy.windowMonths, day))!
  const facts = await factsOf({ db, pool }, figures)
  const peopleDay = day === span.to ? await businessDay({ db, clock }) : day
  return db.transaction().execute(async transaction => {
    await lockReviews(transaction)
    const draft = await unfinishedReview(transaction, 'draft')
    if (draft) await removeReview(transaction, draft.id)
    const previous = await lastConfirmedReview(transaction)
    const before = previous ? previousStandings(await standingsOf(transaction, previous.id)) : new Map()
    const { rows, summary } = standingsAt(
      figures.scorer,
      policy.policy,
      before,
      await fixedTiers(transaction, peopleDay),
    )
    const id = await addReview(transaction, actor, {
      state: 'draft',
      asOf: day,
      windowFrom: figures.window.from,
      policyVersion: policy.version,
      previousReviewId: previous?.id ?? null,
      ledgerVersion: figures.ledgerVersion,
      inputs: `${inputsOf(figures, policy)}, after review ${previous?.id ?? 0}`,
      accounts: rows.length,
      summary,
    })
    await writeStandings(transaction, id, rows, facts)
    const opened = (await findReview(transaction, id))!
    await recordChange(transaction, actor, {
      room: 'identify',
      subject: 'review',
      subjectId: id,
      operation: 'open review',
      after: told(opened),
    })
    return opened
  })
}

/** What a draft would be computed from now; a draft with other inputs is stale. */
export async function isStale(context: Pick<Acting, 'db' | 'pool'>, review: Review): Promise<boolean> {
  if (review.state !== 'draft') return false
  const policy = await policyInForce(context.db)
  const inputs = await inputsAsOf(context, policy.policy.windowMonths, review.asOf)
  const last = await lastConfirmedReview(context.db)
  return inputs === null || review.inputs !== `${inputsOf({ inputs }, policy)}, after review ${last?.id ?? 0}`
}

/** Puts a draft's tiers in force. Refused as `review_unknown`, `review_not_open`, `review_stale`. */
export async function confirmReview(context: Acting, id: number, note: string | null): Promise<Review> {
  const seen = await findReview(context.db, id)
  if (!seen || seen.state === 'provisional') throw new Refusal('review_unknown')
  if (await isStale(context, seen)) throw new Refusal('review_stale')
  return context.db.transaction().execute(async transaction => {
    await lockReviews(transaction)
    const review = await findReview(transaction, id)
    if (!review) throw new Refusal('review_unknown')
    if (review.state !== 'draft') throw new Refusal('review_not_open')
    await markConfirmed(transaction, id, context.actor, note)
    // From now on the standing is that of a confirmed review; the provisional one would only mislead.
    const provisional = await unfinishedReview(transaction, 'provisional')
    if (provisional) await removeReview(transaction, provisional.id)
    const confirmed = (await findReview(transaction, id))!
    await recordChange(transaction, context.actor, {
      room: 'identify',
      subject: 'review',
      subjectId: id,
      operation: 'confirm review',
      before: { state: 'draft' },
      after: told(confirmed),
    })
    return confirmed
  })
}

/** Throws a draft away. Refused as `review_unknown`, `review_not_open`. */
export async function discardReview({ db, actor }: Acting, id: number): Promise<void> {
  await db.transaction().execute(async transaction => {
    await lockReviews(transaction)
    const review = await findReview(transaction, id)
    if (!review || review.state === 'provisional') throw new Refusal('review_unknown')
    if (review.state !== 'draft') throw new Refusal('review_not_open')
    await removeReview(transaction, id)
    await recordChange(transaction, actor, {
      room: 'identify',
      subject: 'review',
      subjectId: id,
      operation: 'discard review',
      before: told(review),
    })
  })
}

const told = ({ asOf, windowFrom, policyVersion, ledgerVersion, accounts, summary, note, state }: Review) => ({
  state,
  asOf,
  windowFrom,
  policyVersion,
  ledgerVersion,
  accounts,
  moved: summary.moved,
  note,
})

export interface Difference {
  accountId: number
  field: string
  kept: string
  computed: string
}

const compared = ['points', 'rank', 'tier', 'earned', 'strict', 'below', 'previousTier', 'reason'] as const

/**
 * Computes a review again from the facts it froze, the policy version it used and the standings it started from, and
 * compares every account to the digit. `differences` holds the first hundred.
 */
export async function reproduceReview(
  { db }: Pick<Acting, 'db'>,
  id: number,
): Promise<{ same: boolean; accounts: number; differences: Difference[] }> {
  const review = await findReview(db, id)
  if (!review || review.state === 'provisional') throw new Refusal('review_unknown')
  const policy = (await findPolicy(db, review.policyVersion))!
  const kept = await standingsOf(db, id)
  const before =
    review.previousReviewId === null ? new Map() : previousStandings(await standingsOf(db, review.previousReviewId))
  // Invitations and overrides may have been ended since: the review itself says whose tier people had fixed.
  const fixed: FixedTiers = new Map(
    kept.flatMap(row =>
      row.reason === 'invited' || row.reason === 'override'
        ? [[row.accountId, { tier: row.tier, by: row.reason }]]
        : [],
    ),
  )
  const scorer = createScorer(measureTable(await frozenFacts(db, id), review.asOf))
  const { rows } = standingsAt(scorer, policy.policy, before, fixed)
  const differences = differencesOf(kept, rows)
  return { same: differences.length === 0, accounts: kept.length, differences: differences.slice(0, 100) }
}

function differencesOf(kept: readonly StandingRow[], computed: readonly StandingRow[]): Difference[] {
  const computedOf = new Map(computed.map(row => [row.accountId, row]))
  return kept.flatMap(row => {
    const again = computedOf.get(row.accountId)
    return compared
      .filter(field => again?.[field] !== row[field])
      .map(field => ({ accountId: row.accountId, field, kept: String(row[field]), computed: String(again?.[field]) }))
  })
}

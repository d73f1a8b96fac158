import type { Language } from '../platform/language.ts'
import { Refusal } from '../platform/refusal.ts'
import { standingReasonWords } from './explain-words.ts'
import { currentDirectory, type Reading } from './figures.server.ts'
import { contributionOf } from './measure-table.ts'
import { movementOf } from './movement.ts'
import { policyInForce } from './policy.use.ts'
import type { MovementFilter } from './review-search.ts'
import { monthEndAfter } from './review-window.ts'
import { findReview, lastConfirmedReview, listReviews, type Review } from './reviews.store.ts'
import { isStale } from './reviews.use.ts'
import { frozenFacts, standingsOf } from './standings.store.ts'
import type { StandingRow } from './standings.ts'
import { earnedTiers, type Tier, tierCode, tierOf } from './tier.ts'

/** A review as its page shows it. */
export async function reviewTold(context: Reading, review: Review) {
  const { summary, openedAt, confirmedAt, inputs: _, ...kept } = review
  return {
    ...kept,
    tiers: [...summary.tiers],
    flows: [...summary.flows],
    moved: summary.moved,
    stale: await isStale(context, review),
    openedAt: openedAt.toISOString(),
    confirmedAt: confirmedAt?.toISOString() ?? null,
  }
}

export async function readReview(context: Reading, id: number) {
  const review = await findReview(context.db, id)
  if (!review) throw new Refusal('review_unknown')
  return reviewTold(context, review)
}

/** Newest first, with the day on which the policy's rhythm wants the next one. */
export async function readReviews(context: Reading, { cursor, limit }: { cursor?: number; limit: number }) {
  const reviews = await listReviews(context.db, cursor, limit)
  const last = await lastConfirmedReview(context.db)
  const { policy } = await policyInForce(context.db)
  return {
    items: await Promise.all(reviews.map(review => reviewTold(context, review))),
    nextCursor: reviews.length === limit ? reviews.at(-1)!.id : null,
    nextDue: last ? monthEndAfter(last.asOf, policy.reviewEveryMonths) : null,
  }
}

export type MovesFilter = {
  id: number
  movement: MovementFilter
  from?: Tier
  to?: Tier
  cursor: number
  limit: number
}

/** Who moves and why; 'kept' are those that only margin or patience holds, 'invited' and 'override' whom people fixed. */
export async function readMoves(
  context: Reading & { language: Language },
  { id, movement, from, to, cursor, limit }: MovesFilter,
) {
  const review = await findReview(context.db, id)
  if (!review) throw new Refusal('review_unknown')
  const [rows, facts, directory] = await Promise.all([
    standingsOf(context.db, id),
    frozenFacts(context.db, id),
    currentDirectory(context),
  ])
  const before = new Map(
    review.previousReviewId === null
      ? []
      : (await standingsOf(context.db, review.previousReviewId)).map(row => [row.accountId, row]),
  )
  const contributions = new Map(facts.map(fact => [fact.account, contributionOf(fact)]))
  const moving = rows
    .filter(row => moves(row, movement))
    .filter(row => from === undefined || (row.previousTier ?? 0) === tierCode(from))
    .filter(row => to === undefined || row.tier === tierCode(to))
    .sort((left, right) => step(right) - step(left) || left.rank - right.rank || left.place - right.place)
  const page = moving.slice(cursor, cursor + limit)
  return {
    total: moving.length,
    items: page.map(row => {
      const entry = directory.byId.get(row.accountId)
      return {
        account: { id: row.accountId, code: entry?.code ?? '', name: entry?.name ?? '' },
        ownerId: entry?.ownerId ?? null,
        from: row.previousTier === null ? null : tierOf(row.previousTier),
        to: tierOf(row.tier),
        strict: earnedTiers[row.strict]!,
        points: row.points / 100,
        pointsBefore: before.has(row.accountId) ? before.get(row.accountId)!.points / 100 : null,
        rank: row.rank,
        contribution: contributions.get(row.accountId) ?? null,
        reason: row.reason,
        reasonWords: standingReasonWords(row.reason, context.language),
      }
    }),
    nextCursor: cursor + limit < moving.length ? cursor + limit : null,
  }
}

/** A first review moves everybody who becomes key from regular. */
const step = (row: StandingRow): number => row.tier - (row.previousTier ?? 0)

function moves(row: StandingRow, movement: MovementFilter): boolean {
  if (movement === 'invited' || movement === 'override') return row.reason === movement
  if (movement === 'kept') return row.reason === 'kept by margin' || row.reason === 'kept by patience'
  if (movement === 'all') return step(row) !== 0
  const moved = movementOf(tierOf(row.previousTier ?? 0), tierOf(row.tier))
  return movement === 'up' ? moved === 'up' || moved === 'new' : moved === 'down' || moved === 'out'
}

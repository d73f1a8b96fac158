import { businessDay } from '../platform/business-day.server.ts'
import type { Db } from '../platform/database.server.ts'
import { jobActor } from '../platform/roles.ts'
import { type Figures, figuresAsOf, inputsAsOf, partsNeeded, type Reading } from './figures.server.ts'
import { fixedTiers } from './fixed-tiers.store.ts'
import { Kept } from './kept.ts'
import type { PolicyVersion } from './policy.store.ts'
import { policyInForce } from './policy.use.ts'
import {
  addReview,
  lastConfirmedReview,
  lockReviews,
  type Review,
  refreshReview,
  unfinishedReview,
} from './reviews.store.ts'
import { standingsOf, writeStandings } from './standings.store.ts'
import { type FixedTiers, type PreviousStanding, type StandingRow, standingsAt } from './standings.ts'
import { isKey, type Tier, tierOf } from './tier.ts'

/** Where everybody stands: the last confirmed review, with invitations and overrides as of today laid over it. */
export interface CurrentStanding {
  readonly review: Review & { state: 'provisional' | 'confirmed' }
  readonly rows: readonly StandingRow[]
  readonly byAccount: ReadonlyMap<number, StandingRow>
  /** Tiers that invitations and overrides fix today. */
  readonly fixed: FixedTiers
}

export type ReadingAt = Reading & { clock: { now: () => Date } }

/**
 * The standing in force. Until a review has been confirmed, a provisional one by the policy in force as of the ledger's
 * last day, kept in the database and refreshed when the ledger, the policy or what people judged has moved. Null while
 * the ledger is empty.
 */
export async function currentStanding(reading: ReadingAt): Promise<CurrentStanding | null> {
  const inForce = await reviewInForce(reading)
  return inForce && keptStanding(reading, inForce.review, inForce.fixed, inForce.rows)
}

/** The same of a few accounts: the rows of the others stay where they are. */
export async function currentStandingOf(
  reading: ReadingAt,
  accounts: () => Promise<readonly number[]>,
): Promise<ReadonlyMap<number, StandingRow>> {
  const inForce = await reviewInForce(reading)
  if (!inForce) return new Map()
  const rows = withFixed(await standingsOf(reading.db, inForce.review.id, await accounts()), inForce.fixed)
  return new Map(rows.map(row => [row.accountId, row]))
}

/** The key accounts of today with their tiers: all of them, or those among the given ones. */
export async function keyAccounts(
  reading: ReadingAt,
  accountIds: readonly number[] | null,
): Promise<ReadonlyMap<number, Tier>> {
  const rows = accountIds
    ? (await currentStandingOf(reading, async () => accountIds)).values()
    : ((await currentStanding(reading))?.rows ?? [])
  return new Map([...rows].map(row => [row.accountId, tierOf(row.tier)] as const).filter(([, tier]) => isKey(tier)))
}

/** Its review, with the rows where they have been written this moment. */
async function reviewInForce(
  reading: ReadingAt,
): Promise<{ review: Review; fixed: FixedTiers; rows?: readonly StandingRow[] } | null> {
  const confirmed = await lastConfirmedReview(reading.db)
  const fixed = await fixedTiers(reading.db, await businessDay(reading))
  if (confirmed) return { review: confirmed, fixed }
  const policy = await policyInForce(reading.db)
  const inputs = await inputsAsOf(reading, policy.policy.windowMonths)
  if (inputs === null) return null
  const kept = await unfinishedReview(reading.db, 'provisional')
  if (kept?.inputs === inputsOf({ inputs }, policy)) return { review: kept, fixed }
  const figures = (await figuresAsOf(reading, policy.policy.windowMonths, undefined, partsNeeded(policy.policy)))!
  return { ...(await refreshed(reading, figures, policy, inputsOf(figures, policy))), fixed }
}

export const inputsOf = (figures: Pick<Figures, 'inputs'>, policy: PolicyVersion): string =>
  `${figures.inputs}, policy ${policy.version}`

const shelves = new WeakMap<Reading['pool'], Kept<CurrentStanding>>()

/** Reading 100,000 rows takes half a second; they stay the same until the review or what people fixed changes. */
function keptStanding(
  { db, pool }: Reading,
  review: Review,
  fixed: FixedTiers,
  written?: readonly StandingRow[],
): Promise<CurrentStanding> {
  let shelf = shelves.get(pool)
  if (!shelf) {
    shelf = new Kept(2)
    shelves.set(pool, shelf)
  }
  return shelf.get(`${review.id} ${review.state} ${review.inputs} ${JSON.stringify([...fixed])}`, async () => {
    const rows = withFixed(written ?? (await standingsOf(db, review.id)), fixed)
    return {
      review: review as CurrentStanding['review'],
      rows,
      byAccount: new Map(rows.map(row => [row.accountId, row])),
      fixed,
    }
  })
}

/** The rows are those just written; without them another process has been quicker. */
async function refreshed(
  { db }: Reading,
  figures: Figures,
  policy: PolicyVersion,
  inputs: string,
): Promise<{ review: Review; rows?: readonly StandingRow[] }> {
  const write = async (transaction: Db) => {
    await lockReviews(transaction)
    const kept = await unfinishedReview(transaction, 'provisional')
    if (kept?.inputs === inputs) return { review: kept }
    const { rows, summary } = standingsAt(figures.scorer, policy.policy, new Map(), new Map())
    const review = {
      state: 'provisional',
      asOf: figures.window.to,
      windowFrom: figures.window.from,
      policyVersion: policy.version,
      previousReviewId: null,
      ledgerVersion: figures.ledgerVersion,
      inputs,
      accounts: rows.length,
      summary,
    } as const
    if (kept) await refreshReview(transaction, kept.id, review)
    const id = kept?.id ?? (await addReview(transaction, jobActor('Vitalfew'), review))
    await writeStandings(transaction, id, rows, null)
    return { review: (await unfinishedReview(transaction, 'provisional'))!, rows }
  }
  return db.isTransaction ? write(db) : db.transaction().execute(write)
}

/** An invitation or override speaks from the day it is given, and is silent from the day it ends. */
function withFixed(rows: readonly StandingRow[], fixed: FixedTiers): StandingRow[] {
  return rows.map(row => {
    const byPeople = fixed.get(row.accountId)
    if (byPeople) return { ...row, tier: byPeople.tier, reason: byPeople.by }
    if (row.reason === 'invited' || row.reason === 'override') return { ...row, tier: row.earned, reason: 'earned' }
    return row
  })
}

/** What the next review starts from. */
export function previousStandings(rows: readonly StandingRow[]): Map<number, PreviousStanding> {
  return new Map(rows.map(row => [row.accountId, { tier: row.earned, below: row.below, shown: row.tier }]))
}

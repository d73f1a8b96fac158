import { figuresAsOf, figuresOfLedger } from './figures.server.ts'
import { fixedTiers } from './fixed-tiers.store.ts'
import type { Policy } from './policy.ts'
import { policyInForce } from './policy.use.ts'
import { monthEndAfter } from './review-window.ts'
import { lastConfirmedReview } from './reviews.store.ts'
import type { Scorer } from './score.ts'
import { currentStanding, currentStandingOf, previousStandings, type ReadingAt } from './standing.use.ts'
import { standingColumns } from './standings.ts'
import { createOutlook, type Outlook, type TierOutlook } from './tier-outlook.ts'

export interface TierOutlooks {
  readonly outlooks: readonly TierOutlook[]
  /** The day of the review that was confirmed last, and of the one that the policy asks for next. */
  readonly lastReview: string
  readonly nextReview: string
}

/**
 * Whose tier the next review would change, of all accounts or of those given (then by the figures of the ledger as last
 * made). Null before a first review is confirmed: nothing stands yet that could change.
 */
export async function tierOutlooks(
  context: ReadingAt & { today: string },
  accounts: readonly number[] | null,
): Promise<TierOutlooks | null> {
  const review = await lastConfirmedReview(context.db)
  if (!review) return null
  const { policy, version } = await policyInForce(context.db)
  const nextReview = monthEndAfter(review.asOf, policy.reviewEveryMonths)
  const about = { lastReview: review.asOf, nextReview }
  const figures = accounts
    ? await figuresOfLedger(context, policy.windowMonths)
    : await figuresAsOf(context, policy.windowMonths)
  if (!figures) return { outlooks: [], ...about }
  const { scorer, rowOf } = figures
  const rows = accounts
    ? [...(await currentStandingOf(context, async () => accounts)).values()]
    : (await currentStanding(context))!.rows
  const fixed = await fixedTiers(context.db, context.today)
  const asked = accounts?.flatMap(account => rowOf.get(account) ?? [])
  const before = standingColumns(scorer.table.accounts, previousStandings(rows), fixed, asked)
  return { outlooks: outlookOf(scorer, policy, version)(before, asked), ...about }
}

const kept = new WeakMap<Scorer, { version: number; outlook: Outlook }>()

/** The same for one account after another, until the figures or the policy change. */
function outlookOf(scorer: Scorer, policy: Policy, version: number): Outlook {
  const held = kept.get(scorer)
  if (held?.version === version) return held.outlook
  const outlook = createOutlook(scorer, policy)
  kept.set(scorer, { version, outlook })
  return outlook
}

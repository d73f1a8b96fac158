import type { Kysely } from 'kysely'
import type pg from 'pg'
import { changePolicy, confirmReview, openReview, policyInForce } from '../identify/identify.server.ts'
import { isJudged } from '../identify/measures.ts'
import type { Policy } from '../identify/policy.ts'
import { readyPolicies } from '../identify/ready-policies.ts'
import type { Clock } from '../platform/clock.ts'
import type { DB } from '../platform/database-types.ts'
import { pastReviewDays } from './calendar.ts'
import { actorOf, type DemoActors } from './load-people.use.ts'

type Loading = { db: Kysely<DB>; pool: pg.Pool; clock: Clock }

/**
 * The ready policy for manufacturers as this company has sharpened it: reviewed each quarter, an account that nobody has
 * judged gets nothing for standing and loyalty, and about a fifth of the accounts is key.
 */
const policy: Policy = {
  ...readyPolicies.manufacturer,
  reviewEveryMonths: 3,
  gates: {
    minimumCooperationMonths: 12,
    legalStandingConfirmed: true,
    anyOf: { singleDocument: '100000', yearTotal: '200000' },
  },
  criteria: readyPolicies.manufacturer.criteria.map(criterion =>
    isJudged(criterion.measure) ? { ...criterion, unknown: 'no points' } : criterion,
  ),
  tiers: { by: 'points', platinum: 91, gold: 84, silver: 73 },
}

export async function loadPolicy({ db }: Loading, actors: DemoActors): Promise<void> {
  const { version } = await policyInForce(db)
  await changePolicy(
    { db, actor: actorOf(actors, 'lin.zhiyuan') },
    {
      basedOn: version,
      name: 'Key accounts 2026 大客户政策2026',
      note: 'Reviewed each quarter, as agreed with sales in December 按十二月与销售部商定，每季评审',
      policy,
    },
  )
}

/** The three past quarterly reviews, confirmed by the head. */
export async function loadReviews(loading: Loading, actors: DemoActors): Promise<void> {
  const context = { ...loading, actor: actorOf(actors, 'lin.zhiyuan') }
  for (const day of pastReviewDays) {
    const review = await openReview(context, day)
    await confirmReview(context, review.id, null)
  }
}

import type { Kysely } from 'kysely'
import type pg from 'pg'
import { changePolicy, policyInForce } from '../identify/policy.use.ts'
import { readyPolicies } from '../identify/ready-policies.ts'
import { confirmReview, openReview } from '../identify/reviews.use.ts'
import type { Clock } from '../platform/clock.ts'
import type { DB } from '../platform/database-types.ts'
import { pastReviewDays } from './calendar.ts'
import { actorOf, type DemoActors } from './load-people.use.ts'

type Loading = { db: Kysely<DB>; pool: pg.Pool; clock: Clock }

/** The ready policy for manufacturers, reviewed each quarter. */
export async function loadPolicy({ db }: Loading, actors: DemoActors): Promise<void> {
  const { version } = await policyInForce(db)
  await changePolicy(
    { db, actor: actorOf(actors, 'lin.zhiyuan') },
    {
      basedOn: version,
      name: 'Key accounts 2026 大客户政策2026',
      note: 'Reviewed each quarter, as agreed with sales in December 按十二月与销售部商定，每季评审',
      policy: { ...readyPolicies.manufacturer, reviewEveryMonths: 3 },
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

import { figuresAsOf } from '../src/identify/figures.server.ts'
import { policyInForce } from '../src/identify/policy.use.ts'
import { rank } from '../src/identify/rank.use.ts'
import { currentStanding } from '../src/identify/standing.use.ts'
import type { Database } from '../src/platform/database.server.ts'
import type { ColumnsReader } from '../src/report/account-columns.server.ts'
import { timed } from './measurement.ts'

export type FreshTimes = { measures: number; standing: number; list: number; rank: number }

/** Everything that a page may show, read once: measures of all accounts, standing, the list's columns, the ranking. */
export async function readEveryFigure({ db, pool }: Database, readColumns: ColumnsReader): Promise<FreshTimes> {
  const reading = { db, pool, clock: { now: () => new Date() } }
  const { policy } = await policyInForce(db)
  const measures = await timed(() => figuresAsOf(reading, policy.windowMonths))
  const standing = await timed(() => currentStanding(reading))
  const list = await timed(() => readColumns(reading, null))
  const ranked = await timed(() => rank(reading, { limit: 20 }))
  return {
    measures: measures.milliseconds,
    standing: standing.milliseconds,
    list: list.milliseconds,
    rank: ranked.milliseconds,
  }
}

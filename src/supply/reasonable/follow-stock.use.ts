import type { Reviewing } from './gather-review.server.ts'
import { newestSeen, readMark, reportedAfter, writeMark } from './review-mark.store.ts'
import { reviewStock } from './review-stock.use.ts'

/**
 * Reviews the accounts of which stock or sales came in since the last time, or all after new forecasts. Returns the items
 * looked at. What is claimed while it reads is found the next time: the mark is taken before.
 */
export async function followStock(reviewing: Reviewing): Promise<number> {
  const { db } = reviewing
  const [mark, newest] = await Promise.all([readMark(db), newestSeen(db)])
  const isForecastNew = newest.forecastRunId > mark.forecastRunId
  if (!isForecastNew && newest.claimId === mark.claimId) return 0
  const accountIds = isForecastNew ? null : await reportedAfter(db, mark.claimId)
  const items = accountIds?.length === 0 ? 0 : await reviewStock(reviewing, accountIds)
  await writeMark(db, newest)
  return items
}

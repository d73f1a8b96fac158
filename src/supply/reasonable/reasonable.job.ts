import type { Job } from '../../platform/jobs.server.ts'
import { followStock } from './follow-stock.use.ts'
import { holdDueReviews } from './hold-reviews.use.ts'
import { reviewStock } from './review-stock.use.ts'

/** Every hour: reviews that are due on the company's clock, with their drafts. */
const holdReviewsJob: Job = {
  name: 'hold-stock-reviews',
  cron: '5 * * * *',
  run: async (_, { db, pool, clock, log }) => {
    const { accounts, drafts } = await holdDueReviews({ db, pool, clock })
    if (accounts > 0) log(`stock reviews: ${accounts} accounts, ${drafts} drafts of orders`)
  },
}

/** Every night, after the forecasts: all stock is looked at, so that pages and the queue speak of today. */
const reviewStockJob: Job = {
  name: 'review-stock',
  cron: '20 2 * * *',
  run: async (_, { db, pool, clock, log }) => {
    const items = await reviewStock({ db, pool, clock }, null)
    if (items > 0) log(`stock reviewed: ${items} items`)
  },
}

/** Every few minutes: what was reported or forecast since, so that the list agrees with the newest report. */
const followStockJob: Job = {
  name: 'follow-stock',
  cron: '*/5 * * * *',
  run: async (_, { db, pool, clock, log }) => {
    const items = await followStock({ db, pool, clock })
    if (items > 0) log(`stock reviewed after new reports: ${items} items`)
  },
}

export const reasonableJobs: readonly Job[] = [holdReviewsJob, reviewStockJob, followStockJob]

import type { Job } from '../../platform/jobs.server.ts'
import { jobActor } from '../../platform/roles.ts'
import { readFeeds } from './read-feeds.use.ts'
import { refreshExposures } from './refresh-exposures.use.ts'

type Payload = { siteIds?: number[] }

/** Asked for when sites change; looks at all by itself each half hour, for alerts run out and storms go on. */
const refreshExposuresJob: Job<Payload> = {
  name: 'refresh-exposures',
  cron: '*/30 * * * *',
  run: async ({ siteIds }, { db, clock }) => {
    await db
      .transaction()
      .execute(transaction =>
        refreshExposures({ db: transaction, clock, actor: jobActor('Risk alerts') }, siteIds ?? null),
      )
  },
}

const readFeedsJob: Job = {
  name: 'read-risk-feeds',
  cron: '*/10 * * * *',
  run: async (_, { db, clock, log }) => {
    const taken = await readFeeds({ db, clock })
    if (taken > 0) log(`${taken} warnings taken from feeds`)
  },
}

// biome-ignore lint/suspicious/noExplicitAny: each job checks its own payload
export const riskJobs: readonly Job<any>[] = [refreshExposuresJob, readFeedsJob]

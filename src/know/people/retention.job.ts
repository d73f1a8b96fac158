import type { Job } from '../../platform/jobs.server.ts'
import { jobActor } from '../../platform/roles.ts'
import { enforceRetention } from './enforce-retention.use.ts'

/** Every night: whose time is over is listed, and ended where the administrator said so. */
export const retentionJob: Job = {
  name: 'retention-of-people',
  cron: '40 2 * * *',
  run: async (_, { db, clock, log }) => {
    const { listed, erased, withdrawn } = await enforceRetention({ db, clock, actor: jobActor('Retention limits') })
    if (listed + erased + withdrawn > 0)
      log(`retention: ${listed} people listed, ${erased} erased, ${withdrawn} consents withdrawn`)
  },
}

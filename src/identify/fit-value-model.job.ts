import type { Job } from '../platform/jobs.server.ts'
import { fitValueModel } from './fit-value-model.use.ts'

/** Asked for by every import; looks by itself each hour, should an import have been cut off before it could ask. */
export const fitValueModelJob: Job = {
  name: 'fit-value-model',
  cron: '7 * * * *',
  run: async (_, { db, pool, log }) => {
    const model = await fitValueModel({ db, pool })
    if (model) log(`value model fitted to ${model.accounts} accounts in ${model.seconds.toFixed(1)} s`)
  },
}

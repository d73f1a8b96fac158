import { Kysely, PostgresDialect } from 'kysely'
import type { DB } from '../platform/database-types.ts'
import type { Job } from '../platform/jobs.server.ts'
import { fitValueModel } from './fit-value-model.use.ts'

/** Run after an import (jobKey `fit-value-model`), and each night for what came by other ways. */
export const fitValueModelJob: Job = {
  name: 'fit-value-model',
  cron: '40 2 * * *',
  run: async (_, { pool, log }) => {
    const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
    const model = await fitValueModel({ db, pool })
    if (model) log(`value model fitted to ${model.accounts} accounts in ${model.seconds.toFixed(1)} s`)
  },
}

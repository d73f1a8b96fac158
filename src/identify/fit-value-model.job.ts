import { Kysely, PostgresDialect } from 'kysely'
import type { DB } from '../platform/database-types.ts'
import type { Job } from '../platform/jobs.server.ts'
import { fitValueModel } from './fit-value-model.use.ts'

/** Looks every five minutes whether the ledger has moved since the last fit; nearly always it has not. */
export const fitValueModelJob: Job = {
  name: 'fit-value-model',
  cron: '*/5 * * * *',
  run: async (_, { pool, log }) => {
    const db = new Kysely<DB>({ dialect: new PostgresDialect({ pool }) })
    const model = await fitValueModel({ db, pool })
    if (model) log(`value model fitted to ${model.accounts} accounts in ${model.seconds.toFixed(1)} s`)
  },
}

import { sql } from 'kysely'
import { healthContract } from './health.contract.ts'
import { implementing, open } from './operation.server.ts'
import { Refusal } from './refusal.ts'
import { version } from './version.server.ts'
import { workerIsReady } from './worker-presence.server.ts'

const operations = implementing(healthContract)

export const healthRoutes = operations.router({
  check: operations.check.use(open()).handler(async ({ context }) => {
    await sql`select 1`.execute(context.db).catch(() => {
      throw new Refusal('not_ready', { part: 'database' })
    })
    if (!(await workerIsReady(context.db))) throw new Refusal('not_ready', { part: 'worker' })
    return { database: 'ready' as const, worker: 'ready' as const, version }
  }),
})

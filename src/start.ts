import { sql } from 'kysely'
import { startCommand } from './platform/start.command.ts'
import { startServer } from './server.ts'

export const start = startCommand({
  startServer,
  worker: new URL('./worker.ts', import.meta.url),
  holdsBusiness: async ({ db }) => {
    const { rows } = await sql<{ found: boolean }>`select exists (select 1 from accounts.account) as found`.execute(db)
    return rows[0]!.found
  },
  loadDemo: async () => undefined,
})

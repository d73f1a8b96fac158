import { loadDemo } from './demo/load-demo.use.ts'
import { ledgerSpan } from './ledger/ledger.server.ts'
import type { StartParts } from './platform/start.command.ts'
import { startServer } from './server.ts'

/** What the rooms give to the start. Wiring only. */
export const startParts: StartParts = {
  startServer,
  worker: new URL('./worker.ts', import.meta.url),
  holdsBusiness: async ({ db }) => (await ledgerSpan(db)) !== null,
  loadDemo: ({ db, pool }) => loadDemo({ db, pool }),
}

import { loadDemo } from './demo/load-demo.use.ts'
import { listImports } from './imports/imports.store.ts'
import { ledgerSpan } from './ledger/ledger.server.ts'
import type { StartParts } from './platform/start.command.ts'
import { startServer } from './server.ts'

/** What the rooms give to the start. Wiring only. */
export const startParts: StartParts = {
  startServer,
  worker: new URL('./worker.ts', import.meta.url),
  // Any import counts, one of accounts alone too.
  holdsBusiness: async ({ db }) => (await listImports(db, { limit: 1 })).length > 0 || (await ledgerSpan(db)) !== null,
  loadDemo: ({ db, pool }, dataDirectory) => loadDemo({ db, pool, dataDirectory }),
}

/** What other rooms' server code may call of the ledger. */
export { ledgerVersion } from './bookkeeping.store.ts'
export { addCostEntry, postCosts, removeCostEntry } from './post-costs.server.ts'
export { openPosting, type Posting } from './post-lines.server.ts'
export { undoPosting } from './undo-posting.server.ts'

/** What other rooms' server code may call of the ledger. */
export { ledgerVersion } from './bookkeeping.store.ts'
export { examineLedger, repairRollUps } from './doctor.server.ts'
export { type DocumentHeader, type DocumentLine, listDocuments, listLines } from './documents.store.ts'
export {
  activeMonths,
  type DocumentMeasures,
  largestDocuments,
  type PurchaseRhythm,
  type PurchaseSummary,
  productBreadth,
  purchaseRhythm,
  purchaseSummaries,
} from './measures.store.ts'
export { addCostEntry, postCosts, removeCostEntry } from './post-costs.server.ts'
export { openPosting, type Posting } from './post-lines.server.ts'
export { type ProductSums, productsBought } from './products-bought.store.ts'
export {
  type AccountSums,
  accountMonths,
  ledgerSpan,
  type MonthSums,
  revenueByMonth,
  sumsByAccount,
  type Totals,
  totals,
} from './sums.store.ts'
export { undoPosting } from './undo-posting.server.ts'
export { accountsInUse, ledgerUses, productsInUse } from './usage.store.ts'

/** What other rooms' server code may call of the ledger. */
export { accountsChanged, ledgerVersion } from './bookkeeping.store.ts'
export { type BoughtByProduct, boughtByProduct, soldByProduct } from './bought-by-product.store.ts'
export { listDocuments } from './documents.store.ts'
export { type Grouped, revenueByGroup } from './group-sums.store.ts'
export {
  accountsOnDays,
  activeMonths,
  type DocumentMeasures,
  largestDocuments,
  orderSpans,
  type PurchaseRhythm,
  type PurchaseSummary,
  productBreadth,
  purchaseRhythm,
  purchaseSummaries,
} from './measures.store.ts'
export { postCosts } from './post-costs.server.ts'
export { openPosting, type Posting } from './post-lines.server.ts'
export { productsBought } from './products-bought.store.ts'
export { type MonthlyQuantity, monthlyQuantities } from './quantities.store.ts'
export {
  type AccountSums,
  accountMonths,
  ledgerSpan,
  type MonthSums,
  revenueByMonth,
  someSumsByAccount,
  sumsByAccount,
  type Totals,
  totals,
} from './sums.store.ts'
export { undoPosting } from './undo-posting.server.ts'
export { type UnitMargin, unitMargins } from './unit-margins.store.ts'
export { accountsInUse, productsInUse } from './usage.store.ts'

import { everyone, implementing, may } from '../platform/operation.server.ts'
import { ledgerVersion } from './bookkeeping.store.ts'
import { ledgerContract } from './ledger.contract.ts'
import {
  readBuyers,
  readClaims,
  readDocument,
  readDocuments,
  readMonths,
  readProducts,
  readSums,
} from './read-account.use.ts'
import { ledgerSpan, totals } from './sums.store.ts'

const operations = implementing(ledgerContract)

export const ledgerRoutes = operations.router({
  totals: operations.totals.use(may(...everyone)).handler(async ({ input, context }) => ({
    version: await ledgerVersion(context.db),
    span: await ledgerSpan(context.db),
    totals: await totals(context.db, input),
  })),
  sums: operations.sums
    .use(may(...everyone))
    .handler(({ input: { accountId, ...window }, context }) => readSums(context.db, accountId, window)),
  months: operations.months.use(may(...everyone)).handler(async ({ input: { accountId, ...window }, context }) => ({
    items: await readMonths(context.db, accountId, window),
  })),
  products: operations.products
    .use(may(...everyone))
    .handler(({ input: { accountId, ...filter }, context }) => readProducts(context.db, accountId, filter)),
  buyers: operations.buyers
    .use(may(...everyone))
    .handler(({ input: { productId, ...filter }, context }) => readBuyers(context.db, productId, filter)),
  documents: operations.documents
    .use(may(...everyone))
    .handler(({ input: { accountId, ...filter }, context }) => readDocuments(context.db, accountId, filter)),
  document: operations.document
    .use(may(...everyone))
    .handler(({ input, context }) => readDocument(context.db, input.accountId, input.documentId)),
  claims: operations.claims.use(may(...everyone)).handler(async ({ input, context }) => ({
    items: await readClaims(context.db, input.accountId, input.documentId, input.line),
  })),
})

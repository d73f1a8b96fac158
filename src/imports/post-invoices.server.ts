import type pg from 'pg'
import { accountCodes, carryAccounts, createAccounts, reserveAccountIds } from '../accounts/accounts.server.ts'
import { openPosting } from '../ledger/ledger.server.ts'
import { lineFlags, type PostedLine, type PostingOutcome } from '../ledger/posting.ts'
import { carryProducts, createProducts, productCodes, reserveProductIds } from '../products/products.server.ts'
import { textCell } from './cell-readers.ts'
import { CodeBook } from './code-book.ts'
import { eachDataRow } from './data-rows.server.ts'
import { multiply } from './exact-decimal.ts'
import { type InvoiceLine, invoiceMapper, isProblem, problem } from './map-invoice-line.ts'
import type { RateTable } from './rate-table.ts'
import type { RecordBatch } from './record-batch.ts'
import type { SetAsideWriter } from './set-aside-writer.server.ts'
import type { Shape } from './shape.ts'

export type InvoiceJob = {
  importId: number
  source: string
  shape: Shape
  /** ISO code; null until it is known. */
  baseCurrency: string | null
  rates: RateTable
  createAccounts: boolean
  createProducts: boolean
  /** Every line goes to this account, whatever its row says. */
  bookTo?: { id: number } | null
  /** The import whose set-aside rows these are, or will be. */
  keptBy: number
}

const accountFields = ['account_name', 'country', 'region', 'salesperson'] as const
const productFields = ['product_name', 'category'] as const

/**
 * Reads batches, maps, resolves codes, converts currencies and posts, on the caller's transaction; while the ledger
 * copies one chunk the next is read. New accounts and products are written at the end, under ids reserved before.
 */
export async function postInvoices(
  client: pg.PoolClient,
  pool: pg.Pool,
  job: InvoiceJob,
  batches: AsyncIterable<RecordBatch>,
  setAside: SetAsideWriter,
  onRows: (rows: number) => void,
): Promise<PostingOutcome & { rows: number; flagged: number }> {
  const { shape, importId, source } = job
  const posting = await openPosting(client, { importId, source })
  const accounts = new CodeBook(
    await accountCodes(client, source),
    job.createAccounts ? count => reserveAccountIds(pool, count) : null,
  )
  const products = new CodeBook(
    await productCodes(client, source),
    job.createProducts ? count => reserveProductIds(pool, count) : null,
  )
  const map = invoiceMapper(shape)
  const accountColumns = accountFields.map(field => shape.columns[field] ?? -1)
  const productColumns = productFields.map(field => shape.columns[field] ?? -1)
  let rows = 0
  let flagged = 0

  for await (const batch of batches) {
    await accounts.prepare(batch.numbers.length)
    await products.prepare(batch.numbers.length)
    const lines: PostedLine[] = []
    rows += eachDataRow(
      batch,
      shape,
      (number, cells, raw) => {
        const line = map(cells)
        if (isProblem(line)) {
          setAside.add(number, line, raw)
          return
        }
        let rate: string | null = null
        const currency = line.currency ?? shape.currency
        if (currency !== null && currency !== job.baseCurrency) {
          rate = job.rates.rateOf(currency, line.day)
          if (rate === null) {
            setAside.add(number, problem('rate_missing', 'currency'), raw)
            return
          }
        }
        // Codes are taken last: a row set aside creates nothing.
        if (line.product !== null && !job.createProducts && !products.has(line.product)) {
          setAside.add(number, problem('product_unknown', 'product'), raw)
          return
        }
        const accountId = job.bookTo ? job.bookTo.id : accounts.idOf(line.account)
        if (accountId === null) {
          setAside.add(number, problem('account_unknown', 'account'), raw)
          return
        }
        if (!job.bookTo) accounts.hear(line.account, cells, accountColumns)
        let productId: number | null = null
        if (line.product !== null) {
          productId = products.idOf(line.product)
          products.hear(line.product, cells, productColumns)
        }
        const posted = postedLine(number, line, accountId, productId, currency, rate)
        if (posted.flags) flagged++
        lines.push(posted)
      },
      (number, fault, raw) => setAside.addFault(number, fault, raw),
    )
    if (lines.length > 0) await posting.write(lines)
    if (setAside.isFull) await setAside.flush()
    onRows(rows)
  }
  const outcome = await posting.finish()
  await writeCodes(client, job, accounts, products)
  return { ...outcome, rows, flagged }
}

function postedLine(
  row: number,
  line: InvoiceLine,
  accountId: number,
  productId: number | null,
  currency: string | null,
  rate: string | null,
): PostedLine {
  const flags =
    (line.netContradicts ? lineFlags.netContradicts : 0) +
    (line.costContradicts ? lineFlags.costContradicts : 0) +
    (line.signCorrected ? lineFlags.signCorrected : 0)
  return {
    row,
    accountId,
    document: line.document,
    line: line.line,
    day: line.day,
    productId,
    quantity: line.quantity,
    unitPrice: line.unitPrice,
    net: rate === null ? line.net : multiply(line.net, rate),
    cost: rate === null || line.cost === null ? line.cost : multiply(line.cost, rate),
    currency: rate === null ? null : currency,
    rate,
    netInCurrency: rate === null ? null : line.net,
    kind: line.kind,
    flags,
  }
}

async function writeCodes(
  client: pg.PoolClient,
  job: InvoiceJob,
  accounts: CodeBook,
  products: CodeBook,
): Promise<void> {
  const { importId, source } = job
  const usedAccounts = [...accounts.used()].map(({ code, id, isNew, said }) => ({
    id,
    code,
    isNew,
    ...named({ name: said[0], country: said[1], region: said[2], salesperson: said[3] }),
  }))
  await createAccounts(
    client,
    importId,
    source,
    usedAccounts.filter(each => each.isNew),
  )
  await carryAccounts(
    client,
    importId,
    source,
    usedAccounts.filter(each => !each.isNew),
  )
  const usedProducts = [...products.used()].map(({ code, id, isNew, said }) => ({
    id,
    code,
    isNew,
    ...named({ name: said[0], category: said[1] }),
  }))
  await createProducts(
    client,
    importId,
    source,
    usedProducts.filter(each => each.isNew),
  )
  await carryProducts(
    client,
    importId,
    source,
    usedProducts.filter(each => !each.isNew),
  )
}

function named(said: Record<string, string | undefined>): Record<string, string | undefined> {
  return Object.fromEntries(
    Object.entries(said).map(([field, text]) => [field, text === undefined ? undefined : textCell(text)]),
  )
}

import { accountNames } from '../accounts/account-names.server.ts'
import type { Db } from '../platform/database.server.ts'
import { Refusal } from '../platform/refusal.ts'
import { type NamedProduct, productNames } from '../products/product-names.server.ts'
import {
  type DocumentFilter,
  findDocument,
  type LineClaim,
  listClaims,
  listDocuments,
  listLines,
} from './documents.store.ts'
import { marginRateOf } from './margin-rate.ts'
import { amountShape, cursorOf, dayShape, readCursor } from './page-cursor.ts'
import { productBuyers } from './product-buyers.store.ts'
import { productsBought } from './products-bought.store.ts'
import { accountMonths, type MonthSums, totals } from './sums.store.ts'
import { type Window, windowParts } from './window.ts'

type Page = { limit: number; cursor?: string }

/** Puts the product in the place of its id. */
async function named<Row extends { productId: number | null }>(db: Db, rows: Row[]) {
  const names = await productNames(db, [...new Set(rows.flatMap(row => row.productId ?? []))])
  return rows.map(({ productId, ...row }): Omit<Row, 'productId'> & { product: NamedProduct | null } => ({
    ...row,
    product: productId === null ? null : (names.get(productId) ?? null),
  }))
}

export async function readProducts(db: Db, accountId: number, { limit, cursor, ...window }: Window & Page) {
  const last = readCursor(cursor, amountShape)
  const after = last && { revenue: last.first, productId: last.second }
  const rows = await productsBought(db, accountId, { ...window, limit, after })
  const end = rows.at(-1)
  return {
    items: await named(db, rows),
    nextCursor: end && rows.length === limit ? cursorOf(end.revenue, end.productId ?? 0) : null,
  }
}

/** The sums of an account over exactly these days; of one that bought nothing zero, its margin unknown. */
export async function readSums(db: Db, accountId: number, window: Window) {
  const { accounts: _, costCoverage: __, ...sums } = await totals(db, window, [accountId])
  return { ...sums, marginRate: marginRateOf(sums) }
}

/**
 * The months of an account that have something in the window, in order; a month that the window cuts is summed as far as
 * the window reaches, so that the months add up to the sums of the window.
 */
export async function readMonths(db: Db, accountId: number, window: Window): Promise<MonthSums[]> {
  const ends = windowParts(window).days.map(days => ({ days, month: `${days.from.slice(0, 7)}-01` }))
  const [months, ...cut] = await Promise.all([
    accountMonths(db, accountId, window),
    ...ends.map(async ({ days, month }) => {
      const { accounts: _, costCoverage: __, ...sums } = await totals(db, days, [accountId])
      return { month, ...sums }
    }),
  ])
  const whole = months.filter(({ month }) => ends.every(end => end.month !== month))
  const some = cut.filter(sums => sums.lines > 0 || sums.documents > 0 || sums.costToServe !== '0')
  return [...whole, ...some].sort((left, right) => (left.month < right.month ? -1 : 1))
}

export async function readBuyers(db: Db, productId: number, { limit, cursor, ...window }: Window & Page) {
  const last = readCursor(cursor, amountShape)
  const after = last && { revenue: last.first, accountId: last.second }
  const rows = await productBuyers(db, productId, { ...window, limit, after })
  const names = await accountNames(
    db,
    rows.map(row => row.accountId),
  )
  const end = rows.at(-1)
  return {
    items: rows.map(({ accountId, ...row }) => ({ account: names.get(accountId)!, ...row })),
    nextCursor: end && rows.length === limit ? cursorOf(end.revenue, end.accountId) : null,
  }
}

export async function readDocuments(
  db: Db,
  accountId: number,
  { cursor, ...filter }: Omit<DocumentFilter, 'after'> & { cursor?: string },
) {
  const last = readCursor(cursor, dayShape)
  const items = await listDocuments(db, accountId, { ...filter, after: last && { day: last.first, id: last.second } })
  const end = items.at(-1)
  return { items, nextCursor: end && items.length === filter.limit ? cursorOf(end.day, end.id) : null }
}

/** A document of the account with its lines. Refused as `document_unknown`. */
export async function readDocument(db: Db, accountId: number, documentId: number) {
  const document = await findDocument(db, accountId, documentId)
  if (!document) throw new Refusal('document_unknown', { id: documentId })
  return { ...document, items: await named(db, await listLines(db, accountId, documentId)) }
}

/** What each import said of a line. Refused as `line_unknown`. */
export async function readClaims(db: Db, accountId: number, documentId: number, line: string) {
  const claims: LineClaim[] = await listClaims(db, accountId, documentId, line)
  if (claims.length === 0) throw new Refusal('line_unknown', { line })
  return named(db, claims)
}

import { accountNames, ownedAccounts } from '../../accounts/account-names.server.ts'
import { addDays, weekOf } from '../../engage/visits/wall-clock.ts'
import { sitesById } from '../../know/sites/sites.server.ts'
import { businessDay } from '../../platform/business-day.server.ts'
import type { Clock } from '../../platform/clock.ts'
import type { Db } from '../../platform/database.server.ts'
import { productNames } from '../../products/product-names.server.ts'
import { stockNow, weeklySales } from './stock.server.ts'
import {
  countStates,
  holdsText,
  isInState,
  type ListedStock,
  type StockSort,
  type StockState,
  sortStock,
} from './stock-list.ts'
import { latestReports, salesPace, stockByWeek } from './stock-pace.store.ts'

type Reading = { db: Db; clock: Clock }

export type StockFilter = {
  accountId?: number
  productId?: number
  ownerId?: string
  search?: string
  state?: StockState
  sort: StockSort
  direction: 'asc' | 'desc'
}

const named = ({ id, code, name }: { id: number; code: string; name: string }) => ({ id, code, name })

const daysBetween = (from: string, to: string): number => Math.round((Date.parse(to) - Date.parse(from)) / 86_400_000)

async function accountsOf(db: Db, { accountId, ownerId }: StockFilter): Promise<number[] | null> {
  if (ownerId === undefined) return accountId === undefined ? null : [accountId]
  const owned = await ownedAccounts(db, ownerId)
  return accountId === undefined ? owned : owned.filter(id => id === accountId)
}

/** Every count that is the stock now and that the filter keeps, sorted, with the states of all before a state is chosen. */
export async function listStock({ db, clock }: Reading, filter: StockFilter) {
  const today = await businessDay({ db, clock })
  const accountIds = await accountsOf(db, filter)
  const productIds = filter.productId === undefined ? null : [filter.productId]
  const now = await stockNow(db, { accountIds, productIds })
  const keyOf = (row: { accountId: number; siteId: number | null; productId: number }) =>
    `${row.accountId}-${row.productId}-${row.siteId ?? 0}`
  const pace = new Map((await salesPace(db, today, accountIds)).map(row => [keyOf(row), row.weekly]))
  const accounts = await accountNames(db, [...new Set(now.map(row => row.accountId))])
  const products = await productNames(db, [...new Set(now.map(row => row.productId))])
  const sites = await sitesById(db, [...new Set(now.flatMap(row => row.siteId ?? []))])
  const rows = now.map(({ accountId, productId, siteId, ...stock }) => {
    const key = keyOf({ accountId, productId, siteId })
    const weeklySales = pace.get(key) ?? null
    const site = siteId === null ? undefined : sites.get(siteId)
    return {
      key,
      ...stock,
      account: named(accounts.get(accountId)!),
      product: named(products.get(productId)!),
      site: site === undefined ? null : { id: site.id, name: site.name },
      ageDays: daysBetween(stock.day, today),
      weeklySales,
      cover: weeklySales !== null && weeklySales > 0 ? Number(stock.onHand) / weeklySales : null,
    } satisfies ListedStock & Record<string, unknown>
  })
  const found = filter.search ? rows.filter(row => holdsText(row, filter.search!)) : rows
  const chosen = filter.state ? found.filter(row => isInState(row, filter.state!)) : found
  return { rows: sortStock(chosen, filter.sort, filter.direction), counts: countStates(found) }
}

/** One page of the list. */
export async function readStock(
  context: Reading,
  { cursor, limit, ...filter }: StockFilter & { cursor: number; limit: number },
) {
  const { rows, counts } = await listStock(context, filter)
  return {
    items: rows.slice(cursor, cursor + limit),
    total: rows.length,
    accounts: new Set(rows.map(row => row.account.id)).size,
    counts,
    nextCursor: cursor + limit < rows.length ? cursor + limit : null,
  }
}

/** Stock and sales of one product at one account (or one of its sites) in the last weeks, this one included. */
export async function readStockHistory(
  { db, clock }: Reading,
  given: { accountId: number; productId: number; siteId?: number; weeks: number },
) {
  const today = await businessDay({ db, clock })
  const from = addDays(weekOf(today), -7 * (given.weeks - 1))
  const of = { accountId: given.accountId, productId: given.productId, siteId: given.siteId ?? null }
  const counted = new Map((await stockByWeek(db, of, from, today)).map(row => [row.week, row.onHand]))
  const sales = await weeklySales(db, {
    accountIds: [of.accountId],
    productIds: [of.productId],
    siteId: of.siteId,
    from,
    until: today,
  })
  const sold = new Map(sales.map(row => [row.week, row]))
  const weeks = Array.from({ length: given.weeks }, (_, at) => addDays(from, 7 * at))
  return {
    weeks: weeks.map(week => ({
      week,
      onHand: counted.get(week) ?? null,
      sold: sold.get(week)?.sold ?? null,
      lostSales: sold.get(week)?.lostSales ?? null,
    })),
    reports: (await latestReports(db, of)).map(({ saidAt, ...report }) => ({
      ...report,
      via: report.via as 'import',
      saidAt: saidAt.toISOString(),
    })),
  }
}

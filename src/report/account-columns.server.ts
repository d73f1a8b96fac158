import { queryableOf } from '../accounts/claims.store.ts'
import { type CurrentStanding, currentStanding, type ReadingAt } from '../identify/standing.use.ts'
import type { StandingRow } from '../identify/standings.ts'
import { type AccountSums, ledgerSpan, ledgerVersion, someSumsByAccount } from '../ledger/ledger.server.ts'
import type { Db } from '../platform/database.server.ts'
import { type AccountColumns, type Direction, type FigureKey, figureKeys, orderRows } from './account-order.ts'
import { accountIds, accountsExtent, lastDays } from './accounts-list.store.ts'
import { daysBetween, lastTwelveMonths, type Window, windowBefore } from './list-window.ts'

/*
 * Ordering 100,000 accounts by a figure takes a second in SQL and a millisecond in memory. So the columns that order
 * and filter are kept for the last few windows, under the versions of all that they were made of: the ledger's
 * version, the standing, and the number and greatest id of accounts. Nothing has to be told when one of them moves.
 */

export type ListColumns = {
  window: Window | null
  ledger: Window | null
  standing: CurrentStanding | null
  columns: AccountColumns
  order: (key: FigureKey, direction: Direction) => Uint32Array
}

/** Keeps what `make` made under the latest `most` keys; what failed is made again. */
function remember<T>(most: number): Memory<T> {
  const kept = new Map<string, Promise<T>>()
  const recall: Memory<T> = (key, make) => {
    const held = kept.get(key)
    kept.delete(key)
    const value = held ?? make()
    kept.set(key, value)
    if (!held) value.catch(() => kept.delete(key))
    for (const oldest of kept.keys()) {
      if (kept.size <= most) break
      kept.delete(oldest)
    }
    return value
  }
  recall.forget = () => kept.clear()
  return recall
}

type Memory<T> = {
  (key: string, make: () => Promise<T>): Promise<T>
  forget: () => void
}

export type ColumnsReader = (reading: ReadingAt, chosen: Window | null) => Promise<ListColumns>

/** A reader with its own memory; one for each process. */
export function createColumnsReader(): ColumnsReader {
  const days = remember<Window | null>(1)
  const figures = remember<FiguresOfWindow>(3)
  const standings = new WeakMap<CurrentStanding, number>()
  let standingsSeen = 0
  const ids = remember<number[]>(1)
  const combined = remember<ListColumns>(3)
  let newest = 0
  return async (reading, chosen) => {
    const { db } = reading
    const reader = queryableOf(db)
    const version = await ledgerVersion(db)
    if (version > newest) {
      // Both the older ledger's columns and the newer one's would be too much at once.
      newest = version
      figures.forget()
      combined.forget()
    }
    const [standing, extent] = await Promise.all([currentStanding(reading), accountsExtent(reader)])
    if (standing && !standings.has(standing)) standings.set(standing, ++standingsSeen)
    const ledger = await days(`${version}`, () => ledgerSpan(db))
    const window = chosen ?? (ledger && lastTwelveMonths(ledger.to))
    const figuresKey = `${version} ${window?.from} ${window?.to}`
    const idsKey = `${extent.count} ${extent.greatest}`
    const standingKey = standing ? standings.get(standing) : 'none'
    return combined(`${figuresKey} ${idsKey} ${standingKey}`, async () => {
      const [ofWindow, accounts] = await Promise.all([
        figures(figuresKey, () => readFigures(db, window)),
        ids(idsKey, () => accountIds(reader)),
      ])
      const columns = combine(accounts, ofWindow, standing, ledger)
      const orders = new Map<string, Uint32Array>()
      const order = (key: FigureKey, direction: Direction) => {
        const held = orders.get(`${key} ${direction}`) ?? orderRows(columns, key, direction)
        orders.set(`${key} ${direction}`, held)
        return held
      }
      return { window, ledger, standing, columns, order }
    })
  }
}

/** Floats of the sums: 100,000 accounts with all their decimals would take hundreds of megabytes. */
type RoughFigures = {
  account: number
  revenue: number
  margin: number
  marginRate: number
  contribution: number
  costToServe: number
  documents: number
}

type FiguresOfWindow = {
  present: RoughFigures[]
  before: { account: number; revenue: number }[]
  days: { account: number; lastDay: string }[]
}

const roughKeys = ['revenue', 'costedRevenue', 'margin', 'costToServe', 'contribution', 'documents'] as const

const unknown = Number.NaN

function roughly(sums: Pick<AccountSums, (typeof roughKeys)[number] | 'accountId'>): RoughFigures {
  const margin = sums.margin === null ? unknown : Number(sums.margin)
  const costed = Number(sums.costedRevenue)
  return {
    account: sums.accountId,
    revenue: Number(sums.revenue),
    margin,
    marginRate: costed > 0 ? margin / costed : unknown,
    contribution: sums.contribution === null ? unknown : Number(sums.contribution),
    costToServe: Number(sums.costToServe),
    documents: sums.documents,
  }
}

async function readFigures(db: Db, window: Window | null): Promise<FiguresOfWindow> {
  if (!window) return { present: [], before: [], days: [] }
  // One after the other, each thinned out at once: side by side they would double the memory of the moment.
  const present = (await someSumsByAccount(db, window, roughKeys)).map(roughly)
  const before = (await someSumsByAccount(db, windowBefore(window), ['revenue'])).map(({ accountId, revenue }) => {
    return { account: accountId, revenue: Number(revenue) }
  })
  return { present, before, days: await lastDays(queryableOf(db)) }
}

function combine(
  accounts: readonly number[],
  { present, before, days }: FiguresOfWindow,
  standing: CurrentStanding | null,
  ledger: Window | null,
): AccountColumns {
  const ids = Float64Array.from(accounts)
  const rowOf = new Map(accounts.map((id, row) => [id, row]))
  const values = Object.fromEntries(figureKeys.map(key => [key, new Float64Array(ids.length).fill(unknown)])) as Record<
    FigureKey,
    Float64Array
  >
  // Who bought nothing has a revenue and documents of zero; the rest cannot be known.
  for (const key of ['revenue', 'costToServe', 'documents'] as const) values[key].fill(0)
  const tiers = new Int8Array(ids.length).fill(-1)
  const movements = new Int8Array(ids.length).fill(3)
  for (const { account, ...figures } of present) {
    const row = rowOf.get(account)
    if (row === undefined) continue
    for (const [key, value] of Object.entries(figures)) values[key as keyof typeof figures][row] = value
  }
  for (const { account, revenue } of before) {
    const row = rowOf.get(account)
    if (row !== undefined && revenue > 0) values.growth[row] = values.revenue[row]! / revenue - 1
  }
  for (const { account, lastDay } of days) {
    const row = rowOf.get(account)
    if (row !== undefined && ledger) values.lastDay[row] = -daysBetween(lastDay, ledger.to)
  }
  for (const each of standing?.rows ?? []) {
    const row = rowOf.get(each.accountId)
    if (row === undefined) continue
    values.points[row] = each.points
    tiers[row] = each.tier
    movements[row] = movementOf(each)
  }
  return { ids, rowOf, values, tiers, movements }
}

/** Special stands beside the ladder: coming to it or leaving it counts as up or down by its code, the highest. */
export function movementOf({ tier, previousTier }: Pick<StandingRow, 'tier' | 'previousTier'>): -1 | 0 | 1 | 2 {
  if (previousTier === null) return 2
  return Math.sign(tier - previousTier) as -1 | 0 | 1
}

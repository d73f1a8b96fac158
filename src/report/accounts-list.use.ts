import type { z } from 'zod'
import { queryableOf } from '../accounts/claims.store.ts'
import { type Tier, tiers } from '../identify/tier.ts'
import { revenueByMonth, sumsByAccount } from '../ledger/ledger.server.ts'
import type { Db } from '../platform/database.server.ts'
import { type ColumnsReader, type ListColumns, movementOf } from './account-columns.server.ts'
import { type AccountColumns, type Direction, type FigureKey, figureKeys, placeAfter } from './account-order.ts'
import type { AttributeKey, accountsFilterSchema, listedAccountSchema } from './accounts-list.contract.ts'
import { attributesOf, fittingIds, lastDays, nextByAttribute } from './accounts-list.store.ts'
import { readCursor, writeCursor } from './list-cursor.server.ts'
import { daysBetween, twelveMonthsTo } from './list-window.ts'
import { standingsOf } from './standings.store.ts'

export type AccountsFilter = z.infer<typeof accountsFilterSchema>
export type ListOrder = { sort: FigureKey | AttributeKey; direction: Direction; cursor?: string; limit: number }
export type ListedAccount = z.infer<typeof listedAccountSchema>

const movements = { '-1': 'down', 0: 'stayed', 1: 'up', 2: 'new' } as const
export type Movement = (typeof movements)[keyof typeof movements]

/** One page of the accounts that fit, with the figures of the window. Refused as `cursor_invalid`. */
export async function listAccounts(db: Db, readColumns: ColumnsReader, filter: AccountsFilter, order: ListOrder) {
  const window = filter.from && filter.to ? { from: filter.from, to: filter.to } : null
  const list = await readColumns(db, window)
  const { ids, total, nextCursor } = await pageOf(db, list, filter, order)
  const months = list.window ? twelveMonthsTo(list.window.to) : []
  return {
    items: await describe(db, list, ids, months),
    nextCursor,
    total,
    window: list.window,
    months,
    review: list.review && { id: list.review.id, asOf: list.review.asOf, state: list.review.state },
  }
}

async function pageOf(db: Db, list: ListColumns, filter: AccountsFilter, order: ListOrder) {
  const { columns } = list
  const cursor = order.cursor ? readCursor(order.cursor) : null
  const fits = figureTest(columns, filter)
  const fitting = await fittingIds(db, filter)
  const rows = fits || fitting ? fittingRows(columns, fits, fitting) : null
  const total = rows ? rows.count : columns.ids.length
  if (!isFigure(order.sort)) {
    const within = fits ? idsOf(columns, rows!.marks) : null
    const found = await nextByAttribute(db, filter, within, {
      sort: order.sort,
      direction: order.direction,
      cursor: cursor && { value: cursor.value === null ? null : String(cursor.value), id: cursor.id },
      limit: order.limit,
    })
    const last = found.length === order.limit ? found.at(-1)! : null
    return { ids: found.map(row => row.id), total, nextCursor: last && writeCursor(last) }
  }
  const { sort, direction } = order
  const rowsInOrder = list.order(sort, direction)
  const value = cursor && (cursor.value === null ? null : Number(cursor.value))
  let place = cursor ? placeAfter(columns, rowsInOrder, sort, direction, { value, id: cursor.id }) : 0
  const ids: number[] = []
  let lastRow = -1
  for (; place < rowsInOrder.length && ids.length < order.limit; place += 1) {
    const row = rowsInOrder[place]!
    if (rows && rows.marks[row] === 0) continue
    ids.push(columns.ids[row]!)
    lastRow = row
  }
  if (ids.length < order.limit) return { ids, total, nextCursor: null }
  const reached = columns.values[sort][lastRow]!
  return { ids, total, nextCursor: writeCursor({ value: Number.isNaN(reached) ? null : reached, id: ids.at(-1)! }) }
}

function isFigure(sort: FigureKey | AttributeKey): sort is FigureKey {
  return (figureKeys as readonly string[]).includes(sort)
}

/** The part of the filter that figures and standings answer; null where nothing is filtered. */
function figureTest(columns: AccountColumns, filter: AccountsFilter): ((row: number) => boolean) | null {
  const tests: ((row: number) => boolean)[] = []
  if (filter.tier?.length) {
    const codes = new Set(filter.tier.map(tier => (tier === 'none' ? -1 : tiers.indexOf(tier))))
    tests.push(row => codes.has(columns.tiers[row]!))
  }
  if (filter.movement?.length) {
    const wanted = new Set<string>(filter.movement)
    tests.push(row => wanted.has(movements[columns.movements[row] as keyof typeof movements]))
  }
  const { silentDays } = filter
  if (silentDays !== undefined) tests.push(row => -columns.values.lastDay[row]! >= silentDays)
  if (filter.losing) tests.push(row => columns.values.contribution[row]! < 0)
  return tests.length > 0 ? row => tests.every(test => test(row)) : null
}

function fittingRows(columns: AccountColumns, fits: ((row: number) => boolean) | null, ids: readonly number[] | null) {
  const marks = new Uint8Array(columns.ids.length)
  let count = 0
  const mark = (row: number) => {
    if (fits && !fits(row)) return
    marks[row] = 1
    count += 1
  }
  if (ids === null) {
    for (let row = 0; row < marks.length; row += 1) mark(row)
  } else {
    for (const id of ids) {
      const row = columns.rowOf.get(id)
      if (row !== undefined) mark(row)
    }
  }
  return { marks, count }
}

function idsOf(columns: AccountColumns, marks: Uint8Array): number[] {
  const ids: number[] = []
  for (let row = 0; row < marks.length; row += 1) if (marks[row]) ids.push(columns.ids[row]!)
  return ids
}

/** The rows of these accounts in their order, everything read afresh and exactly; who went meanwhile is left out. */
async function describe(
  db: Db,
  list: ListColumns,
  ids: readonly number[],
  months: readonly string[],
): Promise<ListedAccount[]> {
  if (ids.length === 0) return []
  const { window, ledger, review, columns } = list
  const reader = queryableOf(db)
  const [attributes, sums, revenues, days, standings] = await Promise.all([
    attributesOf(reader, ids),
    window ? sumsByAccount(db, window, ids) : [],
    window ? revenueByMonth(db, ids, { from: months[0], to: months.at(-1) }) : [],
    lastDays(reader, ids),
    review ? standingsOf(reader, review.id, ids) : [],
  ])
  const sumsOf = new Map(sums.map(each => [each.accountId, each]))
  const dayOf = new Map(days.map(each => [each.account, each.lastDay]))
  const standingOf = new Map(standings.map(each => [each.account, each]))
  const revenueOf = new Map(revenues.map(each => [`${each.accountId} ${each.month}`, each.revenue]))
  return ids.flatMap(id => {
    const account = attributes.get(id)
    if (!account) return []
    const figures = sumsOf.get(id)
    const standing = standingOf.get(id)
    const lastDay = dayOf.get(id) ?? null
    const growth = columns.values.growth[columns.rowOf.get(id) ?? -1]
    return {
      ...account,
      revenue: figures?.revenue ?? '0',
      margin: figures?.margin ?? null,
      costToServe: figures?.costToServe ?? '0',
      contribution: figures?.contribution ?? null,
      marginRate: figures ? marginRateOf(figures) : null,
      documents: figures?.documents ?? 0,
      growth: growth === undefined || Number.isNaN(growth) ? null : Math.round(growth * 1e4) / 1e4,
      lastDay,
      silentDays: lastDay && ledger ? daysBetween(lastDay, ledger.to) : null,
      tier: standing ? (tiers[standing.tier] as Tier) : null,
      movement: standing ? movements[movementOf(standing)] : null,
      points: standing ? standing.points / 100 : null,
      rank: standing?.rank ?? null,
      months: months.map(month => revenueOf.get(`${id} ${month}`) ?? '0'),
    }
  })
}

function marginRateOf({ margin, costedRevenue }: { margin: string | null; costedRevenue: string }): number | null {
  const costed = Number(costedRevenue)
  return margin !== null && costed > 0 ? Math.round((Number(margin) / costed) * 1e4) / 1e4 : null
}

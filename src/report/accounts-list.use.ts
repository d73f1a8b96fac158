import type { z } from 'zod'
import type { GuardKey } from '../identify/guards.ts'
import { findingsNow } from '../identify/guards.use.ts'
import type { ReadingAt } from '../identify/standing.use.ts'
import { tiers } from '../identify/tier.ts'
import type { Db } from '../platform/database.server.ts'
import type { ColumnsReader, ListColumns } from './account-columns.server.ts'
import { type AccountColumns, type Direction, type FigureKey, figureKeys, placeAfter } from './account-order.ts'
import type { AttributeKey, accountsFilterSchema, ListedAccount } from './accounts-list.contract.ts'
import { type AttributeCursor, fittingIds, nextByAttribute } from './accounts-list.store.ts'
import { readCursor, writeCursor } from './list-cursor.server.ts'
import { twelveMonthsTo, type Window } from './list-window.ts'
import { describeAccounts, movementNames } from './listed-account.server.ts'

export type AccountsFilter = z.infer<typeof accountsFilterSchema>
export type ListOrder = { sort: FigureKey | AttributeKey; direction: Direction; cursor?: string; limit: number }
/** One page of the accounts that fit, with the figures of the window. Refused as `cursor_invalid`. */
export async function listAccounts(
  reading: ReadingAt,
  readColumns: ColumnsReader,
  filter: AccountsFilter,
  order: ListOrder,
) {
  const { db } = reading
  const list = await readColumns(reading, windowOf(filter))
  const { ids, total, nextCursor } = await pageOf(reading, list, filter, order)
  const months = list.window ? twelveMonthsTo(list.window.to) : []
  const review = list.standing?.review
  return {
    items: await describeAccounts(db, list, ids, months),
    nextCursor,
    total,
    window: list.window,
    months,
    review: review ? { id: review.id, asOf: review.asOf, state: review.state } : null,
  }
}

/** Every account that fits, in order, described 500 at a time. */
export async function* everyListedAccount(
  reading: ReadingAt,
  readColumns: ColumnsReader,
  filter: AccountsFilter,
  order: Pick<ListOrder, 'sort' | 'direction'>,
): AsyncGenerator<ListedAccount[]> {
  const list = await readColumns(reading, windowOf(filter))
  const { db } = reading
  const { ids } = await pageOf(reading, list, filter, { ...order, limit: list.columns.ids.length + 1 })
  const months = list.window ? twelveMonthsTo(list.window.to) : []
  for (let at = 0; at < ids.length; at += 500) yield describeAccounts(db, list, ids.slice(at, at + 500), months)
}

function windowOf({ from, to }: AccountsFilter): Window | null {
  return from && to ? { from, to } : null
}

async function pageOf(reading: ReadingAt, list: ListColumns, filter: AccountsFilter, order: ListOrder) {
  const { db } = reading
  const { columns } = list
  const cursor = order.cursor ? readCursor(order.cursor) : null
  const fits = figureTest(columns, filter, filter.guard?.length ? await guarded(reading, filter.guard) : null)
  const fitting = await fittingIds(db, filter)
  const rows = fits || fitting ? fittingRows(columns, fits, fitting) : null
  const total = rows ? rows.count : columns.ids.length
  if (!isFigure(order.sort)) {
    const start = cursor && { value: cursor.value === null ? null : String(cursor.value), id: cursor.id }
    const by = { sort: order.sort, direction: order.direction, limit: order.limit }
    const found = await pageByAttribute(db, columns, filter, fits ? rows : null, by, start)
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

/**
 * A page in the order of an attribute. Few marked accounts are handed to the database; of many it is quicker to leaf
 * through all accounts and leave out the others.
 */
async function pageByAttribute(
  db: Db,
  columns: AccountColumns,
  filter: AccountsFilter,
  marked: { marks: Uint8Array; count: number } | null,
  by: { sort: AttributeKey; direction: Direction; limit: number },
  start: AttributeCursor | null,
): Promise<AttributeCursor[]> {
  if (!marked) return nextByAttribute(db, filter, null, { ...by, cursor: start })
  if (marked.count < columns.ids.length / 4) {
    return nextByAttribute(db, filter, idsOf(columns, marked.marks), { ...by, cursor: start })
  }
  const page: AttributeCursor[] = []
  const stride = by.limit * 4
  for (let cursor = start; ; ) {
    const next = await nextByAttribute(db, filter, null, { ...by, limit: stride, cursor })
    for (const each of next) {
      if (marked.marks[columns.rowOf.get(each.id) ?? -1] && page.length < by.limit) page.push(each)
    }
    if (page.length === by.limit || next.length < stride) return page
    cursor = next.at(-1)!
  }
}

function isFigure(sort: FigureKey | AttributeKey): sort is FigureKey {
  return (figureKeys as readonly string[]).includes(sort)
}

/** The part of the filter that figures and standings answer; null where nothing is filtered. */
function figureTest(
  columns: AccountColumns,
  filter: AccountsFilter,
  found: ReadonlySet<number> | null,
): ((row: number) => boolean) | null {
  const tests: ((row: number) => boolean)[] = []
  if (found) tests.push(row => found.has(columns.ids[row]!))
  if (filter.tier?.length) {
    const codes = new Set(filter.tier.map(tier => (tier === 'none' ? -1 : tiers.indexOf(tier))))
    tests.push(row => codes.has(columns.tiers[row]!))
  }
  if (filter.movement?.length) {
    const wanted = new Set<string>(filter.movement)
    tests.push(row => wanted.has(movementNames[columns.movements[row] as keyof typeof movementNames]))
  }
  const { silentDays } = filter
  if (silentDays !== undefined) tests.push(row => -columns.values.lastDay[row]! >= silentDays)
  if (filter.losing) tests.push(row => columns.values.contribution[row]! < 0)
  return tests.length > 0 ? row => tests.every(test => test(row)) : null
}

/** Accounts that one of the guards finds today. */
async function guarded(reading: ReadingAt, guards: readonly GuardKey[]): Promise<Set<number>> {
  const { findings } = await findingsNow(reading)
  return new Set(findings.flatMap(finding => (guards.includes(finding.guard) ? finding.account : [])))
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

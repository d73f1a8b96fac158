import type pg from 'pg'
import { weekOf } from '../engage/visits/wall-clock.ts'
import { dayAfter } from '../identify/review-window.ts'
import { companyClock } from '../platform/business-day.server.ts'
import type { Db } from '../platform/database.server.ts'
import { type AvailabilityRow, claimAvailability } from '../supply/deliveries/deliveries.server.ts'
import type { Claiming } from '../supply/stock/claims.store.ts'
import { claimSellThrough, claimStock } from '../supply/stock/stock.server.ts'
import type { RefusedRow, SellThroughRow, StockRow } from '../supply/stock/stock.ts'
import { add } from './exact-decimal.ts'
import { isProblem, type Problem, problem } from './map-invoice-line.ts'
import type { RecordFields } from './map-record.ts'
import type { InvoiceJob } from './post-invoices.server.ts'
import type { Kept } from './post-records.server.ts'
import type { SetAsideWriter } from './set-aside-writer.server.ts'
import { readWhose, supplyCodes } from './supply-codes.server.ts'
import { monthOfText, weekOfText } from './week-of-text.ts'

type Counts = { added: number; replaced: number; unchanged: number }

export async function claimingOf(db: Db, job: InvoiceJob): Promise<Claiming> {
  return { via: 'import', source: job.source, importId: job.importId, at: (await companyClock(db)).now() }
}

const stockFields = {
  onHand: 'on_hand',
  onOrder: 'on_order',
  inTransit: 'in_transit',
  committed: 'committed',
  held: 'held',
}

/** The quantities of a row under the names of a claim, or which of them is below zero. */
function quantitiesOf<Name extends string>(
  fields: RecordFields,
  names: Readonly<Record<Name, string>>,
): Record<Name, string | null> | Problem {
  const read = {} as Record<Name, string | null>
  for (const name of Object.keys(names) as Name[]) {
    const value = fields[names[name]] ?? null
    if (value?.startsWith('-'))
      return problem(names[name] === 'on_hand' ? 'stock_negative' : 'quantity_negative', names[name])
    read[name] = value
  }
  return read
}

const saysNothing = (read: Readonly<Record<string, string | null>>): boolean =>
  Object.values(read).every(value => value === null)

/** Rows that were read, each with the row of the file that it comes from. */
type Read<Row> = { row: Row; from: Kept }

function setAsideRefused<Row>(
  rows: readonly Read<Row>[],
  refused: readonly RefusedRow[],
  setAside: SetAsideWriter,
): void {
  for (const { at, why } of refused) {
    const { number, raw } = rows[at]!.from
    setAside.add(number, problem(why === 'repeated' ? 'row_repeated' : 'span_overlaps', null), raw)
  }
}

/** What was counted after this day cannot have been: it would be the latest count for ever. Somewhere it is tomorrow. */
const lastDayThatIs = (at: Date): string => new Date(at.getTime() + 86_400_000).toISOString().slice(0, 10)

export async function postStock(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  kept: readonly Kept[],
  setAside: SetAsideWriter,
): Promise<Counts> {
  const codes = await supplyCodes(client, db, job.source)
  const claiming = await claimingOf(db, job)
  const last = lastDayThatIs(claiming.at)
  const rows: Read<StockRow>[] = []
  for (const from of kept) {
    const whose = readWhose(from.fields, codes, job.bookTo)
    const read = isProblem(whose) ? whose : quantitiesOf(from.fields, stockFields)
    if (isProblem(read)) setAside.add(from.number, read as Problem, from.raw)
    else if (saysNothing(read as Record<string, string | null>))
      setAside.add(from.number, problem('quantity_missing', 'on_hand'), from.raw)
    else if (from.fields.day! > last) setAside.add(from.number, problem('day_ahead', 'day'), from.raw)
    else
      rows.push({
        row: { ...(whose as Exclude<typeof whose, Problem>), day: from.fields.day!, ...read } as StockRow,
        from,
      })
  }
  const { refused, ...counts } = await claimStock(
    db,
    claiming,
    rows.map(({ row }) => row),
  )
  setAsideRefused(rows, refused, setAside)
  return counts
}

const salesFields = { returned: 'returned', received: 'received', lostSales: 'lost_sales' }
const endFields = { onHand: 'on_hand', onOrder: 'on_order', inTransit: 'in_transit' }

/** First and last day that a row of sales speaks of: a span, a week, a month or a day. */
function spanOf(fields: RecordFields, job: InvoiceJob): { fromDay: string; toDay: string } | Problem {
  const { from_day: from, to_day: to, week, month, year, day } = fields
  if (from !== undefined && to !== undefined)
    return from <= to ? { fromDay: from, toDay: to } : problem('span_unreadable', 'to_day')
  if (from !== undefined) return { fromDay: from, toDay: dayAfter(from, 6) }
  if (to !== undefined) return { fromDay: dayAfter(to, -6), toDay: to }
  if (week !== undefined) {
    const monday = weekOfText(week, year, job.shape)
    return monday ? { fromDay: monday, toDay: dayAfter(monday, 6) } : problem('span_unreadable', 'week')
  }
  if (month !== undefined) {
    const span = monthOfText(month, year)
    return span ? { fromDay: span.from, toDay: span.to } : problem('span_unreadable', 'month')
  }
  return day === undefined ? problem('span_missing', 'week') : { fromDay: day, toDay: day }
}

function readSales(
  fields: RecordFields,
  whose: { accountId: number; siteId: number | null; productId: number },
  job: InvoiceJob,
): { sales: SellThroughRow; end: StockRow | null } | Problem {
  const span = spanOf(fields, job)
  if (isProblem(span)) return span
  const parts = quantitiesOf(fields, salesFields)
  if (isProblem(parts)) return parts as Problem
  const end = quantitiesOf(fields, endFields)
  if (isProblem(end)) return end as Problem
  const { sold = null, adjusted = null } = fields
  if (sold === null && adjusted === null && saysNothing(parts) && saysNothing(end))
    return problem('quantity_missing', 'sold')
  return {
    sales: { ...whose, ...span, sold, adjusted, ...parts },
    end: saysNothing(end) ? null : { ...whose, day: span.toDay, ...end },
  }
}

/** Sales by day, week or month; stock that stands beside them is that at the end of the last day. */
export async function postSellThrough(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  kept: readonly Kept[],
  setAside: SetAsideWriter,
): Promise<Counts> {
  const codes = await supplyCodes(client, db, job.source)
  const sales: Read<SellThroughRow>[] = []
  const ends = new Map<Kept, StockRow>()
  for (const from of kept) {
    const whose = readWhose(from.fields, codes, job.bookTo)
    const read = isProblem(whose) ? whose : readSales(from.fields, whose, job)
    if (isProblem(read)) setAside.add(from.number, read, from.raw)
    else {
      sales.push({ row: read.sales, from })
      if (read.end) ends.set(from, read.end)
    }
  }
  const claiming = await claimingOf(db, job)
  const { refused, ...counts } = await claimSellThrough(
    db,
    claiming,
    sales.map(({ row }) => row),
  )
  setAsideRefused(sales, refused, setAside)
  for (const { at } of refused) ends.delete(sales[at]!.from)
  await claimStock(db, claiming, [...ends.values()])
  return counts
}

/** What becomes available by product and week; rows of one week (days, plants) are added up. */
export async function postSupply(
  client: pg.PoolClient,
  db: Db,
  job: InvoiceJob,
  kept: readonly Kept[],
  setAside: SetAsideWriter,
): Promise<Counts> {
  const codes = await supplyCodes(client, db, job.source)
  const weeks = new Map<string, AvailabilityRow>()
  let added = 0
  for (const { number, raw, fields } of kept) {
    const read = readSupply(fields, codes.product(null, fields), job)
    if (isProblem(read)) setAside.add(number, read, raw)
    else {
      const key = `${read.productId} ${read.week}`
      const before = weeks.get(key)
      if (before) added++
      weeks.set(key, before ? { ...before, quantity: add(before.quantity, read.quantity) } : read)
    }
  }
  const { refused: _none, ...counts } = await claimAvailability(db, await claimingOf(db, job), [...weeks.values()])
  return { ...counts, unchanged: counts.unchanged + added }
}

function readSupply(fields: RecordFields, productId: number | Problem, job: InvoiceJob): AvailabilityRow | Problem {
  if (typeof productId === 'object') return productId
  const { week: said, day, year, quantity } = fields
  if (quantity === undefined) return problem('quantity_missing', 'quantity')
  if (quantity.startsWith('-')) return problem('quantity_negative', 'quantity')
  if (said === undefined && day === undefined) return problem('span_missing', 'week')
  const week = said === undefined ? weekOf(day!) : weekOfText(said, year, job.shape)
  return week === null ? problem('span_unreadable', 'week') : { productId, week, quantity }
}

import { type DecimalSign, decimalEvidence, isNothing, plainAmount, takeApart } from './amount-format.ts'
import { currencyOf } from './currency.ts'
import { type DayEvidence, type DayOrder, dayOrders, readDayEvidence } from './day-format.ts'
import type { FieldType } from './fields.ts'

/** A mistake here and there does not make a column doubtful: below this share it is set aside, row by row. */
const stray = 0.05

/** Gathers what the cells of one column say about how it is written. */
export class ColumnEvidence {
  readonly type: FieldType
  cells = 0
  /** Cells that hold something. */
  filled = 0
  readonly examples: string[] = []

  /** Day columns: cells by the orders under which they are days. */
  readonly orders = new Map<string, number>()
  plainDays = 0
  serials = 0
  dotted = 0
  /** Days that are the same in every order that reads them (05-05-2013). */
  sameDays = 0
  readonly firstParts = new Set<string>()
  readonly lastParts = new Set<string>()
  #days = new Map<string, DayEvidence>()

  /** Amount columns: cells by decimal sign. */
  readonly decimals: Record<DecimalSign | 'either' | 'none', number> = { '.': 0, ',': 0, either: 0, none: 0 }
  readonly decimalExamples: string[] = []
  percent = 0
  largest = 0
  readonly currencies = new Map<string, number>()

  /** Code columns: numbers written with ".0". */
  wholeNumbers = 0

  constructor(type: FieldType) {
    this.type = type
  }

  add(cell: string): void {
    this.cells++
    if (isNothing(cell)) return
    this.filled++
    if (this.examples.length < 5 && !this.examples.includes(cell)) this.examples.push(cell)
    if (this.type === 'day') this.#addDay(cell)
    else if (this.type === 'amount' || this.type === 'number' || this.type === 'rate') this.#addAmount(cell)
    else if (this.type === 'currency') this.#addCurrency(cell)
    else if (this.type === 'code' && /^-?\d+\.0+$/.test(cell)) this.wholeNumbers++
  }

  #addDay(cell: string): void {
    let evidence = this.#days.get(cell)
    if (!evidence) {
      evidence = readDayEvidence(cell)
      if (this.#days.size > 20_000) this.#days.clear()
      this.#days.set(cell, evidence)
    }
    if (evidence.kind === 'plain') this.plainDays++
    else if (evidence.kind === 'serial') this.serials++
    else if (evidence.kind === 'ordered' && !evidence.same) {
      this.#count(evidence.orders)
      if (evidence.dotted) this.dotted++
      const parts = cell.trim().split(/\D+/)
      this.firstParts.add(parts[0]!)
      this.lastParts.add(parts[2] ?? '')
    } else if (evidence.kind === 'ordered' && evidence.orders.length === 1) this.#count(evidence.orders)
    else if (evidence.kind === 'ordered') this.sameDays++
  }

  #count(orders: readonly DayOrder[]): void {
    const key = orders.join()
    this.orders.set(key, (this.orders.get(key) ?? 0) + 1)
  }

  #addAmount(cell: string): void {
    const parts = plainAmount.test(cell) ? null : takeApart(cell)
    const digits = parts?.digits ?? /^-?([\d.,]+)/.exec(cell.trim())?.[1]
    if (!digits) return
    if (parts?.percent) this.percent++
    if (parts?.currency) this.currencies.set(parts.currency, (this.currencies.get(parts.currency) ?? 0) + 1)
    const sign = decimalEvidence(digits)
    this.decimals[sign]++
    if (sign === 'either' && this.decimalExamples.length < 5) this.decimalExamples.push(cell)
    const size = Number(digits.replaceAll(',', '.'))
    if (size > this.largest) this.largest = size
  }

  #addCurrency(cell: string): void {
    const currency = currencyOf(cell)
    if (currency) this.currencies.set(currency, (this.currencies.get(currency) ?? 0) + 1)
  }

  /** Codes that are numbers with ".0" throughout: a program took them for amounts. */
  get isWholeNumbers(): boolean {
    return this.filled > 0 && this.wholeNumbers === this.filled
  }

  /** Whether more cells could still change what is decided: a doubt remains, or the whole column decides. */
  get isOpen(): boolean {
    if (this.type === 'code') return this.isWholeNumbers
    if (this.type === 'day') return this.orders.size > 0 && decideDayOrder([this]).open
    return this.type !== 'currency' && decideDecimal(this) === 'open'
  }

  /** Day columns: whether serial numbers of a spreadsheet are meant. */
  get isSerial(): boolean {
    return this.serials > 0 && this.serials >= this.filled * (1 - stray)
  }
}

/** Years of two digits: the part with few values, close together, is the year. */
function yearPart(column: ColumnEvidence): 'first' | 'last' | null {
  const span = (parts: ReadonlySet<string>) => {
    const numbers = [...parts].map(Number)
    return Math.max(...numbers) - Math.min(...numbers)
  }
  if (column.firstParts.size === 0) return null
  const [first, last] = [span(column.firstParts), span(column.lastParts)]
  if (last <= 4 && first > 8) return 'last'
  return first <= 4 && last > 8 ? 'first' : null
}

/**
 * The order of the days of a file, from whole columns: the one that no cell contradicts. Open where several remain,
 * or where cells contradict each other by more than a mistake here and there.
 */
export function decideDayOrder(columns: readonly ColumnEvidence[]): { order: DayOrder; open: boolean } {
  const contradicted: Record<DayOrder, number> = { dmy: 0, mdy: 0, ymd: 0 }
  let ordered = 0
  let dotted = 0
  let same = 0
  for (const column of columns) {
    dotted += column.dotted
    same += column.sameDays
    const year = yearPart(column)
    for (const [key, count] of column.orders) {
      let orders = key.split(',') as DayOrder[]
      if (orders.length > 1 && orders.includes('ymd') && year) {
        orders = year === 'first' ? ['ymd'] : orders.filter(order => order !== 'ymd')
      }
      ordered += count
      for (const order of dayOrders) if (!orders.includes(order)) contradicted[order] += count
    }
  }
  if (ordered === 0) return { order: same > 0 ? 'dmy' : 'ymd', open: false }
  const ranked = dayOrders.toSorted((one, other) => contradicted[one] - contradicted[other])
  const [best, second] = [ranked[0]!, ranked[1]!]
  const clear = contradicted[second] > 0 && contradicted[best] <= contradicted[second] * stray
  if (clear) return { order: best, open: false }
  // Nobody writes the month first between points, and with points the year comes last.
  if (dotted >= ordered * (1 - stray) && contradicted.dmy <= contradicted[best]) return { order: 'dmy', open: false }
  return { order: best, open: true }
}

/** The decimal sign of a column; 'open' where only cells like 1,234 stand in it; null where it says nothing. */
export function decideDecimal(column: ColumnEvidence): DecimalSign | 'open' | null {
  const { '.': dot, ',': comma, either } = column.decimals
  if (dot === 0 && comma === 0) return either > 0 ? 'open' : null
  if (comma <= dot * stray) return '.'
  if (dot <= comma * stray) return ','
  return 'open'
}

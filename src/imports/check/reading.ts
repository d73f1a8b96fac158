import {
  amountCell,
  codeCell,
  currencyCell,
  decimalSignOf,
  discountCell,
  quantityCell,
  textCell,
} from '../cell-readers.ts'
import { dayReader } from '../day-format.ts'
import { type Field, fieldsOf } from '../fields.ts'
import { kindOfWord } from '../line-kind.ts'
import { invoiceMapper, isProblem } from '../map-invoice-line.ts'
import type { Shape } from '../shape.ts'

/**
 * A cell beside what is read from it. `read` is plain text of the field's type: a day as 'YYYY-MM-DD', an amount as a
 * decimal, a share as a decimal; undefined where the cell says nothing, null where it cannot be read. `derived` has no
 * cell of its own.
 */
export type ReadCell = {
  field: Field
  type: Field['type'] | 'share'
  raw: string
  read: string | null | undefined
  derived: boolean
}

type Reader = (cell: string) => { read: string | null | undefined; type: ReadCell['type'] }

/** The fields of a shape that have a column, in the order of the kind. */
export function mappedFields(shape: Shape): Field[] {
  return fieldsOf[shape.kind].filter(field => shape.columns[field.name] !== undefined)
}

/** The rule from a row to its cells as the import will read them; net and cost are derived where no column has them. */
export function rowReader(shape: Shape): (cells: readonly string[]) => ReadCell[] {
  const columns = mappedFields(shape).map(field => ({
    field,
    at: shape.columns[field.name]!,
    read: readerOf(field, shape),
  }))
  const derive = derivedAmounts(shape)
  return cells => [
    ...columns.map(({ field, at, read }) => {
      const raw = cells[at] ?? ''
      return { field, raw, derived: false, ...read(raw) }
    }),
    ...derive(cells),
  ]
}

function readerOf(field: Field, shape: Shape): Reader {
  const decimal = decimalSignOf(shape, field.name)
  const { type } = field
  if (field.name === 'discount' || field.name === 'discount_rate' || field.name === 'discount_amount') {
    const meaning = field.name === 'discount_amount' ? 'amount' : (shape.discount ?? 'share')
    const read = discountCell(decimal, meaning)
    return cell => {
      const discount = read(cell)
      if (!discount) return { read: discount, type }
      return discount.share === null
        ? { read: discount.amount, type: 'amount' }
        : { read: discount.share, type: 'share' }
    }
  }
  const read = plainReader(field, shape, decimal)
  return cell => ({ read: read(cell), type })
}

function plainReader(field: Field, shape: Shape, decimal: '.' | ','): (cell: string) => string | null | undefined {
  switch (field.type) {
    case 'code':
      return codeCell(shape.wholeNumbers.includes(field.name))
    case 'amount':
      return amountCell(decimal)
    case 'number':
    case 'rate':
      return quantityCell(decimal)
    case 'currency':
      return currencyCell()
    case 'day': {
      const day = dayReader({ order: shape.dayOrder, serial: shape.serialDays.includes(field.name) })
      return cell => (textCell(cell) === undefined ? undefined : day(cell))
    }
    case 'word':
      return shape.kind === 'invoices' ? cell => kindOfWord(cell) ?? undefined : textCell
    default:
      return textCell
  }
}

/** Net and cost of an invoice line that follow from its other amounts. */
function derivedAmounts(shape: Shape): (cells: readonly string[]) => ReadCell[] {
  if (shape.kind !== 'invoices') return () => []
  const absent = fieldsOf.invoices.filter(
    field => (field.name === 'net' || field.name === 'cost') && shape.columns[field.name] === undefined,
  )
  if (absent.length === 0) return () => []
  const map = invoiceMapper(shape)
  return cells => {
    const line = map(cells)
    if (isProblem(line)) return absent.map(field => derivedCell(field, undefined))
    return absent.map(field => derivedCell(field, (field.name === 'net' ? line.net : line.cost) ?? undefined))
  }
}

function derivedCell(field: Field, read: string | undefined): ReadCell {
  return { field, type: 'amount', raw: '', read, derived: true }
}

/** Derived columns of which some row has a value: a file without any cost needs no column for it. */
export function shownColumns(rows: readonly ReadCell[][]): Field[] {
  const first = rows[0] ?? []
  return first
    .filter((cell, at) => !cell.derived || rows.some(row => row[at]?.read !== undefined))
    .map(cell => cell.field)
}

import { isNothing } from './amount-format.ts'
import { amountCell, codeCell, currencyCell, decimalSignOf, quantityCell, textCell } from './cell-readers.ts'
import { dayReader } from './day-format.ts'
import { type Field, fieldsOf } from './fields.ts'
import { type Problem, problem } from './map-invoice-line.ts'
import type { Reason } from './reasons.ts'
import type { Shape } from './shape.ts'

/** The fields of a row that say something, as plain text: decimals, 'YYYY-MM-DD', ISO currencies. */
export type RecordFields = Record<string, string>

/** Which reason a missing or unreadable cell of a field is. */
const missing: Record<string, Reason> = {
  account: 'account_missing',
  product: 'product_missing',
  day: 'day_missing',
  amount: 'amount_missing',
  currency: 'currency_missing',
  rate: 'rate_unreadable',
  name: 'name_missing',
}

const unreadable: Record<Field['type'], Reason> = {
  code: 'account_unreadable',
  text: 'text_unreadable',
  day: 'day_unreadable',
  amount: 'amount_unreadable',
  number: 'quantity_unreadable',
  rate: 'rate_unreadable',
  currency: 'currency_unreadable',
  word: 'level_unreadable',
}

const needed: Record<Shape['kind'], readonly string[]> = {
  invoices: [],
  accounts: ['account'],
  products: ['product'],
  contacts: ['account'],
  rates: ['currency', 'day', 'rate'],
  costs: ['account', 'day', 'amount'],
  installed: ['account'],
  interchange: [],
  stock: ['account', 'day'],
  'sell-through': ['account'],
  deliveries: ['account'],
  supply: [],
}

/** The rule from a row to the fields of what the file holds, made once for a shape. */
export function recordMapper(shape: Shape): (cells: readonly string[]) => RecordFields | Problem {
  const readers = fieldsOf[shape.kind]
    .filter(field => shape.columns[field.name] !== undefined)
    .map(field => ({
      field,
      at: shape.columns[field.name]!,
      read: readerOf(field, shape),
      need: needed[shape.kind].includes(field.name),
    }))
  const ofOne: RecordFields = shape.columns.account === undefined && shape.account ? { account: shape.account } : {}
  return cells => {
    const fields: RecordFields = { ...ofOne }
    for (const { field, at, read, need } of readers) {
      const value = read(cells[at] ?? '')
      if (value === undefined) {
        if (need) return problem(missing[field.name]!, field.name)
      } else if (value === null && field.orWords) fields[`${field.name}_note`] = (cells[at] ?? '').trim()
      else if (value === null) return problem(reasonUnreadable(field), field.name)
      else fields[field.name] = value
    }
    return shape.kind === 'contacts' ? nameContact(fields) : fields
  }
}

function reasonUnreadable(field: Field): Reason {
  if (field.name === 'product' || field.name === 'gtin') return 'product_unreadable'
  if (field.name === 'rate') return 'rate_unreadable'
  return unreadable[field.type]
}

function readerOf(field: Field, shape: Shape): (cell: string) => string | null | undefined {
  const decimal = decimalSignOf(shape, field.name)
  if (field.type === 'code') return codeCell(shape.wholeNumbers.includes(field.name))
  if (field.type === 'amount') return amountCell(decimal)
  if (field.type === 'number' || field.type === 'rate') return quantityCell(decimal)
  if (field.type === 'currency') return currencyCell()
  if (field.type !== 'day') return textCell
  const day = dayReader({ order: shape.dayOrder, serial: shape.serialDays.includes(field.name) })
  return cell => (isNothing(cell) ? undefined : day(cell))
}

const chinese = /^\p{Script=Han}+$/u

/** A contact's name from its parts; Chinese names are written family name first and without a space. */
function nameContact(fields: RecordFields): RecordFields | Problem {
  const { first_name: first, last_name: last, ...others } = fields
  if (others.name === undefined && (first || last)) {
    others.name = last && chinese.test(last) ? `${last}${first ?? ''}` : [first, last].filter(Boolean).join(' ')
  }
  return others.name === undefined && others.email === undefined ? problem('name_missing', 'name') : others
}

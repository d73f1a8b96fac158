import { expect, test } from 'vitest'
import type { Shape } from '../shape.ts'
import { mappedFields, rowReader, shownColumns } from './reading.ts'

const shape: Shape = {
  kind: 'invoices',
  format: 'csv',
  gzip: false,
  encoding: 'utf-8',
  delimiter: ';',
  newline: '\n',
  sheet: null,
  headerRow: 1,
  headers: ['Nr', 'Datum', 'Kunde', 'Menge', 'Preis', 'Rabatt'],
  columns: { document: 0, day: 1, account: 2, quantity: 3, unit_price: 4, discount: 5 },
  dayOrder: 'dmy',
  serialDays: [],
  decimal: 'comma',
  decimalOf: {},
  wholeNumbers: ['account'],
  discount: 'percent',
  currency: null,
  currencies: {},
  documentByDay: false,
}

function asRead(cells: string[], of = shape) {
  return Object.fromEntries(rowReader(of)(cells).map(cell => [cell.field.name, cell.read]))
}

test('a row is shown as the import will read it: day first, decimal comma, per cent, codes without their .0', () => {
  expect(asRead(['R1', '03.04.2025', '17850.0', '2', '1.234,50', '10'])).toEqual({
    document: 'R1',
    day: '2025-04-03',
    account: '17850',
    quantity: '2',
    unit_price: '1234.50',
    discount: '0.10',
    net: '2222.1000',
    cost: undefined,
  })
})

test('month first reads the same row as another day', () => {
  expect(asRead(['R1', '03.04.2025', '1', '1', '1', ''], { ...shape, dayOrder: 'mdy' }).day).toBe('2025-03-04')
})

test('what cannot be read is null, what is empty is undefined', () => {
  const row = asRead(['R1', 'soon', '', 'x', '1', ''])
  expect(row.day).toBeNull()
  expect(row.account).toBeUndefined()
  expect(row.quantity).toBeNull()
  expect(row.net).toBeUndefined()
})

test('a column nobody can derive is not shown', () => {
  const rows = [rowReader(shape)(['R1', '03.04.2025', 'K1', '2', '5', ''])]
  expect(shownColumns(rows).map(field => field.name)).toEqual([...mappedFields(shape).map(field => field.name), 'net'])
})

test('the columns of other kinds are read by their type', () => {
  const rates: Shape = {
    ...shape,
    kind: 'rates',
    columns: { currency: 0, day: 1, rate: 2 },
    decimal: 'dot',
    discount: null,
  }
  expect(asRead(['usd', '2025-01-01', '7.10'], rates)).toEqual({ currency: 'USD', day: '2025-01-01', rate: '7.10' })
})

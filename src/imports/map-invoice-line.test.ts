import { describe, expect, it } from 'vitest'
import { type InvoiceLine, invoiceMapper, isProblem, type Problem } from './map-invoice-line.ts'
import type { Shape } from './shape.ts'

const shape = (fields: string[], given: Partial<Shape> = {}): Shape => ({
  kind: 'invoices',
  format: 'csv',
  gzip: false,
  encoding: 'utf-8',
  delimiter: ',',
  newline: '\n',
  sheet: null,
  headerRow: 1,
  headers: fields,
  columns: Object.fromEntries(fields.map((field, at) => [field, at])),
  dayOrder: 'ymd',
  serialDays: [],
  decimal: 'dot',
  decimalOf: {},
  wholeNumbers: [],
  discount: 'share',
  currency: null,
  currencies: {},
  documentByDay: false,
  ...given,
})

function map(row: Record<string, string>, given: Partial<Shape> = {}): InvoiceLine | Problem {
  const full = { document: 'R1', account: 'C1', day: '2014-05-01', ...row }
  return invoiceMapper(shape(Object.keys(full), given))(Object.values(full))
}

function line(row: Record<string, string>, given: Partial<Shape> = {}): InvoiceLine {
  const mapped = map(row, given)
  if (isProblem(mapped)) throw new Error(mapped.reason)
  return mapped
}

describe('a line', () => {
  it('derives its net from quantity, price and discount, exactly', () => {
    expect(line({ quantity: '3', unit_price: '0.1' }).net).toBe('0.3')
    expect(line({ quantity: '6', unit_price: '2.55', discount_rate: '0.02' }).net).toBe('14.9940')
    expect(line({ quantity: '4', unit_price: '10', discount: '12.5' }, { discount: 'percent' }).net).toBe('35.000')
    expect(line({ quantity: '4', unit_price: '10', discount: '10%' }).net).toBe('36.00')
    expect(line({ quantity: '4', unit_price: '10', discount_amount: '5.5' }).net).toBe('34.5')
    expect(line({ quantity: '-4', unit_price: '10', discount_amount: '5.5' }).net).toBe('-34.5')
    expect(line({ quantity: '4', unit_price: '10', discount: '1.5' }, { discount: 'unit_amount' }).net).toBe('34.0')
    expect(line({ quantity: '123456789', unit_price: '98765.4321' }).net).toBe('12193263111263.5269')
  })

  it('derives its cost from the margin or the unit cost', () => {
    expect(line({ net: '10.50', margin: '-1.25' }).cost).toBe('11.75')
    expect(line({ net: '10', quantity: '3', unit_cost: '2.5' }).cost).toBe('7.5')
    expect(line({ cost: '7', margin: '3' }).net).toBe('10')
    expect(line({ net: '10' }).cost).toBeNull()
  })

  it('keeps a given value that contradicts the derived one, and is flagged', () => {
    expect(line({ quantity: '2', unit_price: '5', net: '11' })).toMatchObject({ net: '11', netContradicts: true })
    expect(line({ net: '10', cost: '6', margin: '3' })).toMatchObject({ cost: '6', costContradicts: true })
    expect(line({ net: '10', quantity: '2', cost: '6', unit_cost: '3' }).costContradicts).toBe(false)
  })

  it('forgives the rounding of what was given, and no more', () => {
    expect(line({ quantity: '3', unit_price: '3.33', net: '10.00' }).netContradicts).toBe(false)
    expect(line({ quantity: '3', unit_price: '3.33', net: '10.03' }).netContradicts).toBe(true)
    expect(line({ quantity: '1', unit_price: '9.995', net: '10.00' }).netContradicts).toBe(false)
    expect(line({ quantity: '10', unit_price: '10', discount_rate: '0.33', net: '66.67' }).netContradicts).toBe(false)
  })

  it('is a return where it is negative, free where it costs nothing, a sale otherwise', () => {
    expect(line({ quantity: '-2', unit_price: '5' }).kind).toBe('return')
    expect(line({ net: '-2' }).kind).toBe('return')
    expect(line({ net: '-0.00' }).kind).toBe('sale')
    expect(line({ quantity: '2', unit_price: '0' }).kind).toBe('free')
    expect(line({ quantity: '2', unit_price: '5' }).kind).toBe('sale')
    expect(line({ quantity: '2', net: '5', kind: '赠品' }).kind).toBe('free')
  })

  it('that is named a return but written without a sign is turned and flagged', () => {
    expect(line({ quantity: '2', net: '5', cost: '3', kind: 'Credit memo' })).toMatchObject({
      kind: 'return',
      quantity: '-2',
      net: '-5',
      cost: '-3',
      signCorrected: true,
    })
    expect(line({ quantity: '-2', net: '-5', kind: 'return' })).toMatchObject({ net: '-5', signCorrected: false })
  })

  it('may do without a product: a service', () => {
    expect(line({ product: '', net: '5' }).product).toBeNull()
  })

  it('without a document column takes the day for one, where a person said so', () => {
    const mapped = invoiceMapper(shape(['account', 'day', 'net'], { documentByDay: true }))(['C1', '2014-05-01', '5'])
    expect(mapped).toMatchObject({ document: '2014-05-01' })
  })
})

describe('a row that is no line', () => {
  const cases: [string, Record<string, string>, string][] = [
    ['without an account', { account: ' ', net: '1' }, 'account_missing'],
    ['with a database’s nothing for an account', { account: 'NULL', net: '1' }, 'account_missing'],
    ['without a document', { document: '', net: '1' }, 'document_missing'],
    ['without a day', { day: '', net: '1' }, 'day_missing'],
    ['with a day that does not exist', { day: '2014-02-30', net: '1' }, 'day_unreadable'],
    ['without an amount', { net: '' }, 'amount_missing'],
    ['with quantity but no price', { quantity: '2', unit_price: '', net: '' }, 'amount_missing'],
    ['with words for an amount', { net: 'ten' }, 'amount_unreadable'],
    ['with words for a cost', { net: '1', cost: 'x' }, 'amount_unreadable'],
    ['with words for a quantity', { quantity: 'many', net: '1' }, 'quantity_unreadable'],
    ['with words for a discount', { quantity: '1', unit_price: '1', discount: 'some' }, 'discount_unreadable'],
    ['without its currency', { net: '1', currency: '' }, 'currency_missing'],
    ['with an unknown currency', { net: '1', currency: 'gold' }, 'currency_unreadable'],
  ]
  it.each(cases)('%s says why', (_, row, reason) => {
    expect(map(row)).toMatchObject({ reason })
  })
})

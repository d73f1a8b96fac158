import { expect, test } from 'vitest'
import { finished, quantityOf } from './quantity.ts'

test.each([
  ['12', '12'],
  ['', ''],
  ['1,5', '1.5'],
  ['1.', '1.'],
  [',5', '0.5'],
  ['007', '7'],
  ['0', '0'],
  ['12 pcs', '12'],
  ['-3', '3'],
  ['1.2.3', '1.23'],
  ['1.1234567', '1.123456'],
  ['1234567890123', '123456789012'],
])('what is typed as “%s” counts as “%s”', (typed, quantity) => {
  expect(quantityOf(typed)).toBe(quantity)
})

test('a point without digits after it is none', () => {
  expect([finished('1.'), finished('1.5'), finished('')]).toEqual(['1', '1.5', ''])
})

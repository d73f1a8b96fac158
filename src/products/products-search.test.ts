import { expect, test } from 'vitest'
import { productsSearch } from './products-search.ts'

test('the words and the open product come back from the address', () => {
  expect(productsSearch({ text: 'switch', product: '12' })).toEqual({ text: 'switch', product: 12 })
})

test('a damaged address opens the whole list', () => {
  expect(productsSearch({ text: '', product: 'x' })).toEqual({ text: undefined, product: undefined })
  expect(productsSearch({ product: -1 }).product).toBeUndefined()
})

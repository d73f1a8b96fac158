import { expect, test } from 'vitest'
import { amountTyped } from './amount-typed.ts'

test.each([
  ['1861.20', '1861.2'],
  ['1,861.20', '1861.2'],
  [' 12 000 ', '12000'],
  ['−45.5', '-45.5'],
  ['100', '100'],
  ['007', '7'],
  ['0.50', '0.5'],
])('%s is read as %s', (typed, amount) => {
  expect(amountTyped(typed)).toBe(amount)
})

test.each(['', '12,5', '1.234,56', '1e5', 'CNY 5', '1.2345678', '12,34,567'])('%s is not guessed', typed => {
  expect(amountTyped(typed)).toBeNull()
})

import { expect, test } from 'vitest'
import { emptyItem, itemDraftOf, itemOf } from './item-draft.ts'

const whole = {
  ...emptyItem,
  brand: ' Korund ',
  quantity: '12',
  lifeYears: '7.5',
  unitPrice: '820.50',
  currency: 'usd',
}

test('an item is sent trimmed, its life in months, its currency in capitals', () => {
  expect(itemOf(whole)).toMatchObject({ brand: 'Korund', quantity: 12, lifeMonths: 90, currency: 'USD', model: null })
})

test('every number of months survives the form', () => {
  for (let lifeMonths = 1; lifeMonths <= 600; lifeMonths += 1) {
    const item = { ...itemOf(whole)!, lifeMonths }
    expect(itemOf(itemDraftOf(item))).toEqual(item)
  }
})

test.each([
  ['brand', ' '],
  ['quantity', '0'],
  ['quantity', '1.5'],
  ['lifeYears', '51'],
  ['lifeYears', '0.01'],
  ['unitPrice', '-1'],
  ['unitPrice', '1,000'],
  ['currency', 'yuan'],
])('%s of “%s” cannot be sent', (field, value) => expect(itemOf({ ...whole, [field]: value })).toBeNull())

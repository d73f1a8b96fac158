import { expect, test } from 'vitest'
import { forecastSearch, seriesName, seriesOf } from './forecast-search.ts'

test('a damaged link still opens', () => {
  expect(forecastSearch({ view: 'nonsense', level: 'item', series: 'account x', sort: 7, tier: 'tin' })).toEqual({
    level: 'item',
  })
})

test('the name of a series leads back to it', () => {
  const account = { id: 12 }
  const product = { id: 5 }
  expect(seriesOf(seriesName({ level: 'total', account: null, product: null, tier: null }))).toEqual({})
  expect(seriesOf(seriesName({ level: 'tier', account: null, product: null, tier: 'gold' }))).toEqual({ tier: 'gold' })
  expect(seriesOf(seriesName({ level: 'account', account, product: null, tier: null }))).toEqual({ accountId: 12 })
  expect(seriesOf(seriesName({ level: 'product', account: null, product, tier: null }))).toEqual({ productId: 5 })
  expect(seriesOf(seriesName({ level: 'item', account, product, tier: null }))).toEqual({ accountId: 12, productId: 5 })
  expect(seriesOf('item 12')).toBeNull()
})

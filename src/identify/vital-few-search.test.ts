import { expect, test } from 'vitest'
import { vitalFewSearch } from './vital-few-search.ts'

test('a link keeps ranking, filters and the brushed ranks', () => {
  expect(
    vitalFewSearch({
      by: 'revenue',
      order: 'smallest',
      tier: 'gold',
      owner: 'p7',
      text: 'harbour',
      fromRank: 1,
      toRank: 99,
    }),
  ).toEqual({ by: 'revenue', order: 'smallest', tier: 'gold', owner: 'p7', text: 'harbour', fromRank: 1, toRank: 99 })
})

test('a damaged link opens with what can be understood of it', () => {
  expect(vitalFewSearch({ by: 'luck', tier: 'tin', text: '  ', fromRank: 'x', toRank: 9, window: 'all' })).toEqual({
    window: 'all',
  })
})

test('a brush that ends before it begins is no brush', () => {
  expect(vitalFewSearch({ fromRank: 20, toRank: 3 })).toEqual({})
})

test('a code made of digits only is searched as text', () => {
  expect(vitalFewSearch({ text: 29825 })).toEqual({ text: '29825' })
})

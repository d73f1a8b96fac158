import { expect, test } from 'vitest'
import { relationshipsSearch } from './relationships-search.ts'

test('a damaged link opens the map all the same', () => {
  expect(relationshipsSearch({ act: 'explode', person: 'nobody', line: -3, gap: 'hole', wide: 'perhaps' })).toEqual({})
})

test('what lies open stands in the link', () => {
  const search = relationshipsSearch({ wide: true, act: 'line', person: '7', whom: 8 })
  expect(search).toEqual({ wide: true, act: 'line', person: 7, whom: 8 })
  expect(relationshipsSearch({ act: 'add', role: 'decision maker', gap: 'no decision maker' })).toEqual({
    act: 'add',
    role: 'decision maker',
    gap: 'no decision maker',
  })
})

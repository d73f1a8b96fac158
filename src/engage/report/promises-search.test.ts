import { expect, test } from 'vitest'
import { promisesSearch } from './promises-search.ts'

test('a link to promises opens as it was sent, and what is damaged in it is left out', () => {
  const sent = { whose: 'mine', side: 'theirs', state: 'overdue', promise: 12 }
  expect(promisesSearch(sent)).toEqual(sent)
  expect(promisesSearch({ promise: 'new' })).toEqual({ promise: 'new' })
  expect(promisesSearch({ whose: 'x', side: 4, state: 'lost', promise: '-1' })).toEqual({})
})

import { expect, test } from 'vitest'
import { departmentSearch, todaySearch } from './today-search.ts'

test('a link keeps its filters and the open answer', () => {
  const search = { group: 'week', kind: 'know.gap', show: 'answered', signal: 7, act: 'snooze' }
  expect(todaySearch(search)).toEqual(search)
  expect(departmentSearch({ person: 'ye', role: 'head', account: '12', view: 'kinds' })).toEqual({
    person: 'ye',
    role: 'head',
    account: 12,
    view: 'kinds',
  })
})

test('a damaged link still opens', () => {
  expect(todaySearch({ group: 'soon', kind: '', show: 'all', signal: 'x', act: 'eat' })).toEqual({})
  expect(todaySearch({ signal: 7 })).toEqual({})
  expect(departmentSearch({ role: 'king', account: -1, view: 'x', person: '' })).toEqual({})
})

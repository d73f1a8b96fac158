import { expect, test } from 'vitest'
import { accountsSearch, exportPath, filtersOf, sameView, viewOf } from './accounts-search.ts'

test('a damaged link opens with what can be understood of it', () => {
  expect(
    accountsSearch({ tier: ['gold', 'brass'], owner: 7, sort: 'months', direction: 'up', silentDays: '-3', losing: 1 }),
  ).toEqual({ tier: ['gold'], owner: ['7'] })
  expect(accountsSearch({ silentDays: '90', losing: 'true', text: '', country: ['CN', 'CN'] })).toEqual({
    silentDays: 90,
    losing: true,
    country: ['CN'],
  })
})

test('a view is the same in whatever order its filters were chosen', () => {
  const view = accountsSearch({ country: ['CN', 'VN'], tier: ['gold'], window: 'all' })
  expect(sameView(view, { window: 'all', tier: ['gold'], country: ['VN', 'CN'] })).toBe(true)
  expect(sameView(view, { ...view, losing: true })).toBe(false)
})

test('a saved view keeps filters, window and order but not the open drawer', () => {
  expect(viewOf({ add: true, tier: ['gold'], sort: 'margin' })).toEqual({ tier: ['gold'], sort: 'margin' })
  expect(filtersOf({ tier: ['gold'], sort: 'margin', window: 'all' })).toEqual({ tier: ['gold'] })
})

test('the export asks for what is on screen', () => {
  const search = accountsSearch({ tier: ['gold', 'silver'], text: 'A&B', sort: 'margin', columns: ['margin'] })
  expect(exportPath(search, { from: '2026-01-01', to: '2026-06-30' }, 'xlsx')).toBe(
    '/api/accounts/export?format=xlsx&text=A%26B&tier=silver&tier=gold&from=2026-01-01&to=2026-06-30&sort=margin',
  )
})

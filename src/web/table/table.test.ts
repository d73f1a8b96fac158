import { expect, test } from 'vitest'
import { nextSort } from './column.ts'
import { pagedRows } from './paged-rows.ts'
import { nextRow } from './use-row-keys.ts'

const name = { key: 'name', header: 'Name', render: () => null }
const revenue = { key: 'revenue', header: 'Revenue', align: 'right' as const, render: () => null }

test('figures are sorted largest first, names from A', () => {
  expect(nextSort(revenue, undefined)).toEqual({ key: 'revenue', direction: 'desc' })
  expect(nextSort(name, { key: 'revenue', direction: 'desc' })).toEqual({ key: 'name', direction: 'asc' })
})

test('a second click turns the order round', () => {
  expect(nextSort(revenue, { key: 'revenue', direction: 'desc' }).direction).toBe('asc')
  expect(nextSort(revenue, { key: 'revenue', direction: 'asc' }).direction).toBe('desc')
})

test('keys stop at the first and the last row', () => {
  expect(nextRow('ArrowUp', 0, 3)).toBe(0)
  expect(nextRow('ArrowDown', 2, 3)).toBe(2)
  expect(nextRow('PageDown', 0, 100)).toBe(12)
  expect(nextRow('End', 0, 100)).toBe(99)
  expect(nextRow('x', 0, 100)).toBeNull()
})

test('pages of a cursor become one list, and the next page is asked for once', () => {
  let asked = 0
  const query = {
    data: { pages: [{ items: [1, 2] }, { items: [3] }] },
    isPending: false,
    isError: false,
    error: null,
    hasNextPage: true,
    isFetchingNextPage: false,
    fetchNextPage: () => {
      asked += 1
    },
    refetch: () => undefined,
  }
  expect(pagedRows(query).rows).toEqual([1, 2, 3])
  pagedRows(query).onMore?.()
  pagedRows({ ...query, isFetchingNextPage: true }).onMore?.()
  expect(asked).toBe(1)
  expect(pagedRows({ ...query, hasNextPage: false }).onMore).toBeUndefined()
})

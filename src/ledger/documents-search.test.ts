import { expect, test } from 'vitest'
import { daysOfMonth, documentsSearch } from './documents-search.ts'

test('a damaged link opens with what can be understood of it', () => {
  expect(documentsSearch({ month: '2026-13', product: 'x', document: '12', line: 3 })).toEqual({
    document: 12,
    line: '3',
  })
  expect(documentsSearch({ month: '2026-05', line: '3', text: '' })).toEqual({ month: '2026-05' })
})

test('a month reaches only as far as the window', () => {
  const window = { from: '2025-10-31', to: '2026-10-30' }
  expect(daysOfMonth('2025-10', window)).toEqual({ from: '2025-10-31', to: '2025-10-31' })
  expect(daysOfMonth('2026-02', window)).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(daysOfMonth('2026-10', window)).toEqual({ from: '2026-10-01', to: '2026-10-30' })
  expect(daysOfMonth('2026-11', window)).toBeNull()
})

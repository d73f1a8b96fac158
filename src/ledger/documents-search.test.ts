import { expect, test } from 'vitest'
import { daysOfMonth, documentsSearch } from './documents-search.ts'

test('a damaged link opens with what can be understood of it', () => {
  expect(documentsSearch({ month: '2026-13', product: 'x', document: '12', line: 3 })).toEqual({
    document: 12,
    line: '3',
  })
  expect(documentsSearch({ month: '2026-05', line: '3', text: '' })).toEqual({ month: '2026-05' })
})

test('a month ends with its own last day', () => {
  expect(daysOfMonth('2026-02')).toEqual({ from: '2026-02-01', to: '2026-02-28' })
  expect(daysOfMonth('2024-02').to).toBe('2024-02-29')
  expect(daysOfMonth('2026-12')).toEqual({ from: '2026-12-01', to: '2026-12-31' })
})

import { expect, test } from 'vitest'
import { lastFullWeek, quantityOf } from './entry.ts'

test('the last full week ends on the Sunday before, on a Sunday a week earlier', () => {
  expect(lastFullWeek('2026-11-02')).toEqual({ from: '2026-10-26', to: '2026-11-01' })
  expect(lastFullWeek('2026-11-01')).toEqual({ from: '2026-10-19', to: '2026-10-25' })
})

test('a quantity is typed with a point or a comma, and nothing below zero', () => {
  expect(quantityOf('12')).toBe('12')
  expect(quantityOf(' 12,5 ')).toBe('12.5')
  expect(quantityOf('0')).toBe('0')
  expect(quantityOf('')).toBeNull()
  expect(quantityOf('-1')).toBeNull()
  expect(quantityOf('1,234.5')).toBeNull()
})

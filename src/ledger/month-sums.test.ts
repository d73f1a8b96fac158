import { expect, test } from 'vitest'
import { growthOf, type MonthFigures, monthsOf, sumMonths, windowBefore } from './month-sums.ts'

const month = (figures: Partial<MonthFigures>): MonthFigures => ({
  lines: 1,
  documents: 1,
  linesWithCost: 1,
  revenue: '0',
  costedRevenue: '0',
  cost: '0',
  costToServe: '0',
  ...figures,
})

test('months add up to the exact cent', () => {
  const months = [
    month({ revenue: '0.1', costedRevenue: '0.1', cost: '0.05', costToServe: '0.01' }),
    month({ revenue: '0.2', costedRevenue: '0.2', cost: '0.1', costToServe: '-0.005' }),
  ]
  expect(sumMonths(months)).toEqual({
    lines: 2,
    documents: 2,
    revenue: '0.3',
    margin: '0.15',
    costToServe: '0.005',
    contribution: '0.145',
    marginRate: 0.5,
  })
})

test('without any cost the margin is unknown, never zero', () => {
  const sums = sumMonths([month({ revenue: '100', linesWithCost: 0 })])
  expect(sums).toMatchObject({ revenue: '100', margin: null, contribution: null, marginRate: null })
})

test('the margin rate rests on the revenue whose cost is known', () => {
  const months = [month({ revenue: '300', costedRevenue: '200', cost: '150', linesWithCost: 2, lines: 3 })]
  expect(sumMonths(months).marginRate).toBe(0.25)
})

test('growth needs something to grow from', () => {
  expect(growthOf('150', '100')).toBeCloseTo(0.5)
  expect(growthOf('150', '0')).toBeNull()
  expect(growthOf('150', '-20')).toBeNull()
})

test('a window touches every month between its ends, bought or not', () => {
  expect(monthsOf({ from: '2025-11-30', to: '2026-02-01' })).toEqual(['2025-11', '2025-12', '2026-01', '2026-02'])
})

test('a year of days shows twelve months, wherever in a month it begins', () => {
  const months = monthsOf({ from: '2025-10-31', to: '2026-10-30' })
  expect(months).toHaveLength(12)
  expect([months[0], months.at(-1)]).toEqual(['2025-11', '2026-10'])
  expect(monthsOf({ from: '2025-10-01', to: '2026-10-30' })).toHaveLength(13)
})

test('the window before ends the day before and is as long', () => {
  expect(windowBefore({ from: '2026-03-01', to: '2026-03-31' })).toEqual({ from: '2026-01-29', to: '2026-02-28' })
})

import { describe, expect, test } from 'vitest'
import { chartPoints, curveOf, losingAmongTopFifth } from './curve.ts'

describe('the curve of an amount', () => {
  test('the smallest number of accounts that reaches 80% is counted, and reaching it exactly is reaching it', () => {
    expect(curveOf(['50', '30', '15', '5']).accountsFor80Percent).toBe(2)
    expect(curveOf(['50', '29.99', '15', '5.01']).accountsFor80Percent).toBe(3)
  })

  test('where the whole is a loss, shares are not printed as numbers', () => {
    const curve = curveOf(['10', '-30', '5'])
    expect(curve.total).toBe('-15')
    expect(curve.accountsFor80Percent).toBeNull()
    expect(curve.topFifth).toEqual({ accounts: 1, amount: '10', share: null })
    expect(curve.peak).toEqual({ accounts: 2, amount: '15', share: null })
    expect(curve.lossMaking).toBe(1)
  })

  test('a total of exactly zero has no shares either', () => {
    expect(curveOf(['10', '-10']).largestShare).toBeNull()
  })

  test('the top fifth of N accounts is rounded up', () => {
    expect(curveOf(Array(10).fill('1')).topFifth.accounts).toBe(2)
    expect(curveOf(Array(11).fill('1')).topFifth.accounts).toBe(3)
  })

  test('unknown amounts are counted neither as loss nor as nothing', () => {
    const curve = curveOf([null, '4', null, '1'])
    expect(curve).toMatchObject({ accounts: 2, total: '5', lossMaking: 0 })
    expect([...curve.order]).toEqual([1, 3, 0, 2])
    const unknown = curveOf([null, null])
    expect(unknown).toMatchObject({ accounts: 0, total: null, peak: null, lossMaking: null })
  })

  test('concentration is 1 with one account and 1/N with N equal ones', () => {
    expect(curveOf(['7']).concentration).toBe(1)
    expect(curveOf(['7', '7', '7', '7']).concentration).toBeCloseTo(0.25, 12)
    expect(curveOf(['3', '1']).largestShare).toBe(0.75)
  })

  test('large accounts that lose money are found among the top fifth by revenue', () => {
    const revenue = curveOf(['100', '90', '10', '9', '8', '7', '6', '5', '4', '3'])
    const profit = curveOf(['-1', '20', '-5', '1', '1', '1', '1', '1', '1', null])
    expect(losingAmongTopFifth(revenue, profit)).toBe(1)
    expect(losingAmongTopFifth(revenue, curveOf(Array(10).fill(null)))).toBeNull()
  })

  test('a chart of 100,000 accounts keeps the peak and the end exactly, within a hundredth of a second each thousand', () => {
    const amounts = Array.from({ length: 100_000 }, (_, index) => ((index * 7919) % 100_003) - 20_000 + 0.25).map(
      String,
    )
    const started = performance.now()
    const curve = curveOf(amounts)
    const points = chartPoints(curve)
    expect(performance.now() - started).toBeLessThan(1_000)
    expect(points.length).toBeLessThanOrEqual(404)
    expect(points.at(-1)).toEqual({ accounts: 100_000, amount: curve.total })
    expect(points).toContainEqual({ accounts: curve.peak!.accounts, amount: curve.peak!.amount })
  })
})

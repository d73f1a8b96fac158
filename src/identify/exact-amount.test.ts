import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  amountOf,
  decimalsOf,
  descendingOrder,
  exactColumn,
  multiplyAmount,
  subtractAmounts,
  sumAmounts,
  unitsOf,
} from './exact-amount.ts'

describe('exact amounts', () => {
  test('a sum keeps every digit that a float would lose', () => {
    expect(sumAmounts(['0.1', '0.2', '9007199254740993', null])).toBe('9007199254740993.3')
  })

  test('trailing zeros and minus zero are not printed', () => {
    expect(sumAmounts(['1.500', '-0.5000'])).toBe('1')
    expect(sumAmounts(['-0.50', '0.5'])).toBe('0')
    expect(subtractAmounts('0.05', '0.1')).toBe('-0.05')
    expect(multiplyAmount('-12.5', '0.4')).toBe('-5')
  })

  test('text that is not a plain decimal is refused', () => {
    for (const text of ['', '1e3', '1,000', '.5', 'NaN']) expect(() => decimalsOf(text)).toThrow(RangeError)
  })

  test('whatever amount is written comes back as it was', () => {
    fc.assert(
      fc.property(
        fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }),
        fc.integer({ min: 0, max: 12 }),
        (units, decimals) => {
          expect(unitsOf(amountOf(units, decimals), decimals)).toBe(units)
        },
      ),
    )
  })

  test('amounts that differ beyond the precision of a float are still put in order, unknown last', () => {
    const column = exactColumn(['9007199254740992', null, '9007199254740993', '5', '9007199254740992'])
    expect([...descendingOrder(column)]).toEqual([2, 0, 4, 3, 1])
  })
})

import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { ExactSum } from './exact-sum.ts'

const sumOf = (...texts: string[]) => {
  const sum = new ExactSum()
  for (const text of texts) sum.add(text)
  return sum.toString()
}

describe('the exact sum of amounts', () => {
  it.each([
    [['0.1', '0.2'], '0.3'],
    [['-0.05', '0.05'], '0.00'],
    [['1', '0.0001'], '1.0001'],
    [['-0.5'], '-0.5'],
    [['9007199254740991', '1'], '9007199254740992'],
    [['900719925474099.1', '0.00000000000000000001'], '900719925474099.10000000000000000001'],
    [['.5', '+2.'], '2.5'],
    [[], '0'],
  ])('of %j is %s', (texts, expected) => {
    expect(sumOf(...texts)).toBe(expected)
  })

  it('equals that of decimal arithmetic for any amounts', () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }), fc.integer({ min: 0, max: 12 }))
      .map(([units, scale]) => new Decimal(units.toString()).div(new Decimal(10).pow(scale)).toFixed())
    const Exact = Decimal.clone({ precision: 60 })
    fc.assert(
      fc.property(fc.array(amount, { maxLength: 12 }), amounts => {
        const expected = amounts.reduce((sum, each) => sum.plus(each), new Exact(0))
        return new Exact(sumOf(...amounts)).eq(expected)
      }),
    )
  })

  it('refuses what is not a decimal', () => {
    expect(() => sumOf('1,5')).toThrow('not a decimal')
    expect(() => sumOf('1e5')).toThrow('not a decimal')
    expect(() => sumOf('1.2.3')).toThrow('not a decimal')
  })
})

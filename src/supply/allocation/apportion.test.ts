import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apportion, type Claim } from './apportion.ts'

const claimsOf = (weights: number[], most = 1000): Claim[] => weights.map(weight => ({ weight, least: 0, most }))

/** The method word by word: one after another to the greatest weight ÷ (2 · given + 1). */
function oneByOne(supply: number, claims: readonly Claim[]): number[] {
  const given = claims.map(claim => claim.least)
  let left = supply - given.reduce((sum, each) => sum + each, 0)
  for (; left > 0; left -= 1) {
    let best = -1
    claims.forEach((claim, at) => {
      if (given[at]! >= claim.most) return
      const other = claims[best]
      const ahead =
        !other ||
        claim.weight * (2 * given[best]! + 1) - other.weight * (2 * given[at]! + 1) ||
        claim.weight - other.weight
      if (ahead === true || ahead > 0) best = at
    })
    if (best < 0) break
    given[best]! += 1
  }
  return given
}

const anyClaims = fc.array(
  fc
    .record({ weight: fc.integer({ min: 1, max: 12 }), least: fc.nat(6), room: fc.nat(30) })
    .map(({ weight, least, room }) => ({ weight, least, most: least + room })),
  { minLength: 1, maxLength: 9 },
)

describe('sharing whole units by weight', () => {
  it('shares 50 by weights 10, 20 and 50 into 6, 13 and 31', () => {
    expect(apportion(50, claimsOf([10, 20, 50]))).toEqual([6, 13, 31])
  })

  it('passes on what a request does not take', () => {
    const claims = claimsOf([10, 20, 50])
    expect(apportion(50, [claims[0]!, claims[1]!, { weight: 50, least: 0, most: 20 }])).toEqual([10, 20, 20])
  })

  it('takes nothing from the third when 10 become 11, where largest remainders give 4, 4, 2 and then 5, 5, 1', () => {
    const claims = claimsOf([6, 6, 2])
    expect([10, 11].map(supply => apportion(supply, claims))).toEqual([
      [5, 4, 1],
      [5, 5, 1],
    ])
  })

  it('keeps least and most, and gives all where all is not too much', () => {
    const claims = [
      { weight: 1, least: 5, most: 8 },
      { weight: 9, least: 0, most: 4 },
    ]
    expect(apportion(5, claims)).toEqual([5, 0])
    expect(apportion(8, claims)).toEqual([5, 3])
    expect(apportion(12, claims)).toEqual([8, 4])
    expect(apportion(13, claims)).toEqual([8, 4])
    expect(() => apportion(4, claims)).toThrow(RangeError)
  })

  it('gives exactly what handing out one by one gives', () => {
    fc.assert(
      fc.property(anyClaims, fc.nat(200), (claims, more) => {
        const supply = claims.reduce((sum, claim) => sum + claim.least, 0) + more
        expect(apportion(supply, claims)).toEqual(oneByOne(supply, claims))
      }),
      { numRuns: 2000 },
    )
  })

  it('shares a hundred million among ten thousand at once', () => {
    const claims = Array.from({ length: 10_000 }, (_, at) => ({ weight: 1 + (at % 50), least: 0, most: 1e9 }))
    const given = apportion(1e8, claims)
    expect(given.reduce((sum, each) => sum + each, 0)).toBe(1e8)
    expect(given[49]! / given[0]!).toBeCloseTo(50, 0)
  })
})

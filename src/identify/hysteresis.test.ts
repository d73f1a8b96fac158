import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { nextStanding, type Standing } from './hysteresis.ts'

/** Tier code of points with thresholds 60, 75, 85, as the rule by points gives it. */
const tierAt = (points: number) => (points >= 85 ? 3 : points >= 75 ? 2 : points >= 60 ? 1 : 0)
const margin = 4

function walk(points: readonly number[], patience: number) {
  const standings: (Standing & { reason: string })[] = []
  for (const value of points)
    standings.push(nextStanding(standings.at(-1) ?? null, tierAt(value), tierAt(value + margin), patience))
  return standings
}

describe('hysteresis', () => {
  test('promotion is at once, also over two tiers', () => {
    expect(walk([61, 90], 3).map(({ tier, reason }) => [tier, reason])).toEqual([
      [1, 'first'],
      [3, 'promoted'],
    ])
  })

  test('within the margin a tier is kept for ever and patience is not used up', () => {
    expect(walk([85, 81, 81, 81, 80.9, 81, 80.9], 2).map(({ tier, below }) => [tier, below])).toEqual([
      [3, 0],
      [3, 0],
      [3, 0],
      [3, 0],
      [3, 1],
      [3, 0],
      [3, 1],
    ])
  })

  test('below the margin the tier is lost at the review at which patience ends, not before', () => {
    expect(walk([85, 70, 70, 70], 3).map(({ tier, reason }) => [tier, reason])).toEqual([
      [3, 'first'],
      [3, 'kept by patience'],
      [3, 'kept by patience'],
      [1, 'demoted'],
    ])
    expect(walk([85, 70], 1).at(-1)).toMatchObject({ tier: 1, reason: 'demoted' })
  })

  test('a demotion falls no deeper than the margin allows', () => {
    expect(walk([90, 72, 72], 1).map(({ tier }) => tier)).toEqual([3, 2, 2])
  })

  test('points that waver within the margin move an account at most once, whatever they do', () => {
    fc.assert(
      fc.property(
        fc.double({ min: 0, max: 96, noNaN: true }),
        fc.array(fc.double({ min: 0, max: margin, noNaN: true }), { minLength: 2, maxLength: 40 }),
        fc.integer({ min: 1, max: 4 }),
        (base, wavers, patience) => {
          const walked = walk(
            wavers.map(waver => base + waver),
            patience,
          ).map(({ tier }) => tier)
          const moves = walked.filter((tier, index) => index > 0 && tier !== walked[index - 1])
          // A waver narrower than the margin can cross one threshold upwards, never come back.
          expect(moves.length).toBeLessThanOrEqual(1)
          expect([...walked].sort((left, right) => left - right)).toEqual(walked)
        },
      ),
    )
  })

  test('no demotion comes before so many reviews in a row below the margin, and none without a reason', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { minLength: 2, maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (points, patience) => {
          const walked = walk(points, patience)
          walked.forEach((standing, index) => {
            const previous = walked[index - 1]
            if (!previous || standing.tier >= previous.tier) return
            expect(standing.reason).toBe('demoted')
            expect(index).toBeGreaterThanOrEqual(patience)
            for (const value of points.slice(index - patience + 1, index + 1))
              expect(tierAt(value + margin)).toBeLessThan(previous.tier)
          })
        },
      ),
    )
  })

  test('an account never stands below what it earns', () => {
    fc.assert(
      fc.property(
        fc.array(fc.double({ min: 0, max: 100, noNaN: true }), { maxLength: 60 }),
        fc.integer({ min: 1, max: 5 }),
        (points, patience) => {
          walk(points, patience).forEach((standing, index) => {
            expect(standing.tier).toBeGreaterThanOrEqual(tierAt(points[index]!))
          })
        },
      ),
    )
  })
})

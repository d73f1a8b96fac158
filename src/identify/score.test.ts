import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { accountFacts } from './account-facts.fixture.ts'
import { measureTable } from './measure-table.ts'
import { measures } from './measures.ts'
import { type Criterion, criterionSchema, type Scale } from './policy.ts'
import { scoreOf, sortedKnown, valueForScore } from './scale.ts'
import { createScorer } from './score.ts'

const asOf = '2026-06-30'
const criterion = (measure: Criterion['measure'], scale: Scale, given: Partial<Criterion> = {}): Criterion =>
  criterionSchema.parse({ measure, weight: 1, scale, ...given })
const pointsOf = (facts: Parameters<typeof measureTable>[0], criteria: Criterion[]) => [
  ...createScorer(measureTable(facts, asOf)).points(criteria),
]

const finite = fc.double({ min: -1e6, max: 1e6, noNaN: true })
const scales: fc.Arbitrary<Scale> = fc.oneof(
  fc.constant<Scale>({ kind: 'percentile' }),
  fc
    .tuple(finite, fc.double({ min: 0.01, max: 1e6, noNaN: true }))
    .map(([from, width]): Scale => ({ kind: 'linear', from, to: from + width })),
  fc
    .tuple(fc.double({ min: 0.01, max: 1e5, noNaN: true }), fc.double({ min: 1.01, max: 100, noNaN: true }))
    .map(([from, times]): Scale => ({ kind: 'logarithmic', from, to: from * times })),
  fc.uniqueArray(fc.integer({ min: 1, max: 100 }), { minLength: 1, maxLength: 6 }).map(
    (scores): Scale => ({
      kind: 'bands',
      bands: scores.sort((left, right) => left - right).map((score, index) => ({ bound: index * 1_000, score })),
    }),
  ),
)
const mirrored = (scale: Scale): Scale =>
  scale.kind === 'linear' || scale.kind === 'logarithmic'
    ? { ...scale, from: scale.to, to: scale.from }
    : scale.kind === 'bands'
      ? {
          ...scale,
          bands: scale.bands.map((band, index, all) => ({
            bound: all[all.length - 1 - index]!.bound,
            score: band.score,
          })),
        }
      : scale

describe('scores', () => {
  test('a better value never has a lower score, and every score lies between 0 and 100', () => {
    fc.assert(
      fc.property(scales, fc.boolean(), fc.array(finite, { minLength: 2, maxLength: 40 }), (scale, rising, values) => {
        const better = rising ? 'higher' : 'lower'
        const used = rising ? scale : mirrored(scale)
        const sorted = sortedKnown(Float64Array.from(values))
        const scored = [...sorted].map(value => scoreOf(used, better, value, sorted))
        if (!rising) scored.reverse()
        for (let i = 0; i < scored.length; i += 1) {
          expect(scored[i]).toBeGreaterThanOrEqual(i === 0 ? 0 : scored[i - 1]!)
          expect(scored[i]).toBeLessThanOrEqual(100)
        }
      }),
    )
  })

  test('the value named for a score does bring it', () => {
    fc.assert(
      fc.property(
        scales,
        fc.boolean(),
        fc.double({ min: 1, max: 99, noNaN: true }),
        fc.uniqueArray(finite, { minLength: 3, maxLength: 40 }),
        (scale, rising, wanted, values) => {
          const better = rising ? 'higher' : 'lower'
          const used = rising ? scale : mirrored(scale)
          const sorted = sortedKnown(Float64Array.from(values))
          const found = valueForScore(used, better, wanted, { length: sorted.length, at: index => sorted[index]! })
          if (!found) return
          const step = Math.max(1e-6, Math.abs(found.value) * 1e-9) * (rising ? 1 : -1)
          const reached =
            found.value + (found.beyond || used.kind === 'linear' || used.kind === 'logarithmic' ? step : 0)
          expect(
            scoreOf(used, better, reached, sortedKnown(Float64Array.from([...values, reached]))),
          ).toBeGreaterThanOrEqual(wanted - 1e-6)
        },
      ),
    )
  })

  test('a band is reached exactly at its bound, from above where less is better', () => {
    const rising: Scale = {
      kind: 'bands',
      bands: [
        { bound: 12, score: 30 },
        { bound: 24, score: 60 },
      ],
    }
    const none = new Float64Array()
    expect([11.99, 12, 23.99, 24].map(value => scoreOf(rising, 'higher', value, none))).toEqual([0, 30, 30, 60])
    const falling: Scale = {
      kind: 'bands',
      bands: [
        { bound: 3, score: 30 },
        { bound: 1, score: 100 },
      ],
    }
    expect([3.01, 3, 1.01, 1].map(value => scoreOf(falling, 'lower', value, none))).toEqual([0, 30, 30, 100])
  })
})

describe('points', () => {
  test('improving one value of one account never lowers its points', () => {
    fc.assert(
      fc.property(
        scales,
        fc.array(fc.integer({ min: -50_000, max: 50_000 }), { minLength: 2, maxLength: 20 }),
        fc.integer({ min: 1, max: 40_000 }),
        (scale, margins, more) => {
          const criteria = [criterion('contribution', scale), criterion('documents', { kind: 'percentile' })]
          const facts = margins.map((margin, index) =>
            accountFacts(index, { margin: String(margin), documents: index }),
          )
          const raised = facts.map((fact, index) =>
            index === 0 ? { ...fact, margin: String(margins[0]! + more) } : fact,
          )
          expect(pointsOf(raised, criteria)[0]).toBeGreaterThanOrEqual(pointsOf(facts, criteria)[0]!)
        },
      ),
    )
  })

  test('equal accounts have equal points', () => {
    const criteria = [criterion('contribution', { kind: 'percentile' })]
    expect(pointsOf([accountFacts(1), accountFacts(2), accountFacts(3, { margin: '1' })], criteria)).toEqual([
      5000, 5000, 0,
    ])
  })

  test('an unknown value is left out, or brings no points, as the policy says; never is it zero of the measure', () => {
    const judged = criterion('influence', { kind: 'linear', from: 0, to: 10 })
    const rate = criterion('marginRate', { kind: 'linear', from: 0, to: 0.5 })
    const facts = [accountFacts(1, { judged: { influence: 8 } }), accountFacts(2)]
    expect(pointsOf(facts, [rate, judged])).toEqual([7000, 6000])
    expect(pointsOf(facts, [rate, { ...judged, unknown: 'no points' }])).toEqual([7000, 3000])
  })

  test('a measure that is known of nobody is left out whatever the policy says', () => {
    const noCost = [accountFacts(1, { margin: null, revenue: '5' }), accountFacts(2, { margin: null, revenue: '9' })]
    const contribution = criterion('contribution', { kind: 'percentile' }, { unknown: 'no points' })
    expect(pointsOf(noCost, [contribution, criterion('revenue', { kind: 'percentile' })])).toEqual([0, 10_000])
    expect(measureTable(noCost, asOf).basis).toBe('revenue')
  })

  test('a scale that runs against its measure is refused', () => {
    expect(
      criterionSchema.safeParse({ measure: 'silence', weight: 1, scale: { kind: 'linear', from: 1, to: 3 } }).success,
    ).toBe(false)
    expect(
      criterionSchema.safeParse({ measure: 'silence', weight: 1, scale: { kind: 'linear', from: 3, to: 1 } }).success,
    ).toBe(true)
    expect(
      criterionSchema.safeParse({
        measure: 'revenue',
        weight: 1,
        scale: {
          kind: 'bands',
          bands: [
            { bound: 2, score: 50 },
            { bound: 1, score: 80 },
          ],
        },
      }).success,
    ).toBe(false)
  })

  test('every measure of the catalogue can be scored', () => {
    const table = measureTable(
      [accountFacts(1, { costToServe: '50', judged: { influence: 1, strategicFit: 2, loyalty: 3 } })],
      asOf,
    )
    for (const key of Object.keys(measures)) expect(table.values[key as keyof typeof measures][0], key).not.toBeNaN()
  })
})

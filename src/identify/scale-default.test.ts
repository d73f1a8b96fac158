import { describe, expect, test } from 'vitest'
import { measureKeys } from './measures.ts'
import { criterionSchema, type Scale } from './policy.ts'
import { defaultScale, scaleCurve } from './scale-default.ts'

const kinds: Scale['kind'][] = ['percentile', 'bands', 'linear', 'logarithmic']

describe('a scale to begin with', () => {
  test('is one that the policy accepts, for every measure and kind', () => {
    for (const measure of measureKeys)
      for (const kind of kinds) {
        const criterion = { measure, weight: 10, scale: defaultScale(kind, measure) }
        expect(criterionSchema.safeParse(criterion).success, `${kind} of ${measure}`).toBe(true)
      }
  })

  test('keeps the bounds when only its kind changes', () => {
    const before: Scale = { kind: 'linear', from: 50_000, to: 900_000 }
    expect(defaultScale('logarithmic', 'revenue', before)).toEqual({ kind: 'logarithmic', from: 50_000, to: 900_000 })
    expect(defaultScale('bands', 'revenue', before)).toEqual({
      kind: 'bands',
      bands: [
        { bound: 262_500, score: 25 },
        { bound: 475_000, score: 50 },
        { bound: 687_500, score: 75 },
        { bound: 900_000, score: 100 },
      ],
    })
  })
})

describe('the preview of a scale', () => {
  test('rises from nothing to the full score where more is better', () => {
    const curve = scaleCurve({ kind: 'linear', from: 0, to: 12 }, 'activeMonths')!
    expect(curve.points[0]!.score).toBe(0)
    expect(curve.points.at(-1)!.score).toBe(100)
  })

  test('falls where less is better', () => {
    const curve = scaleCurve({ kind: 'linear', from: 0.1, to: 0 }, 'returnShare')!
    expect(curve.points[0]!.score).toBe(100)
    expect(curve.points.at(-1)!.score).toBe(0)
  })

  test('is not drawn for a percentile, which depends on the others', () => {
    expect(scaleCurve({ kind: 'percentile' }, 'revenue')).toBeNull()
  })
})

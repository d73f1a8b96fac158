import { expect, test } from 'vitest'
import { scaleWords } from './scale-words.ts'

test('a scale is named with its bounds in the unit of the measure', () => {
  expect(scaleWords({ kind: 'linear', from: -0.3, to: 0.5 }, 'growth', 'en')).toBe('linear from −30% to 50%')
  expect(scaleWords({ kind: 'logarithmic', from: 10_000, to: 5_000_000 }, 'contribution', 'zh-Hans')).toBe(
    '对数：10,000 至 5,000,000',
  )
  expect(scaleWords({ kind: 'percentile' }, 'documents', 'en')).toBe('percentile')
})

test('bands are counted, and named from the worst bound to the best', () => {
  const bands = [
    { bound: 12, score: 30 },
    { bound: 60, score: 100 },
  ]
  expect(scaleWords({ kind: 'bands', bands }, 'cooperationMonths', 'en')).toBe('2 bands from 12 months to 60 months')
})

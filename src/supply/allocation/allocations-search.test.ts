import { expect, test } from 'vitest'
import { usualPolicy } from './allocation-policy.ts'
import { allocationsSearch, runSearch, triedPolicy, writeWeights } from './allocations-search.ts'

test('a link to a tried policy opens as it was, a damaged one opens all the same', () => {
  const weights = writeWeights({ ...usualPolicy.weights, gold: 33 })
  expect(triedPolicy(runSearch({ product: '7', weights, floor: '45' }), usualPolicy)).toEqual({
    weights: { ...usualPolicy.weights, gold: 33 },
    floorPercent: 45,
  })
  expect(runSearch({ product: 'x', weights: '1,2', floor: '101' })).toEqual({})
  expect(triedPolicy(runSearch({ weights: '0,1,1,1,1' }), usualPolicy)).toEqual(usualPolicy)
  expect(allocationsSearch({ past: 'true', draw: 'no' })).toEqual({ past: true })
})

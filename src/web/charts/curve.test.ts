import { expect, test } from 'vitest'
import { curveOf, pointAt, rangeOf, rankReaching } from './curve.ts'

const whale = [
  { rank: 1, cumulative: '60' },
  { rank: 2, cumulative: '100' },
  { rank: 3, cumulative: '110' },
  { rank: 4, cumulative: '80' },
]

test('the whale curve knows its peak and that something is given back', () => {
  const curve = curveOf(whale)!
  expect(curve.peak.rank).toBe(3)
  expect(curve.givesBack).toBe(true)
  expect(curve.points[0]).toEqual([0, 0])
  expect(curveOf(whale.slice(0, 3))!.givesBack).toBe(false)
  expect(curveOf([])).toBeNull()
})

test('the pointer reads the sampled account at or above its rank', () => {
  const sampled = [whale[0]!, whale[3]!]
  expect(pointAt(sampled, 2)?.rank).toBe(4)
  expect(pointAt(sampled, 1)?.rank).toBe(1)
  expect(pointAt(sampled, 9)?.rank).toBe(4)
})

test('a share of a loss has no rank', () => {
  expect(rankReaching(whale, 0.8)).toBe(2)
  expect(rankReaching([{ rank: 1, cumulative: '-5' }], 0.8)).toBeNull()
})

test('a drag becomes ranks within the list, a click becomes nothing', () => {
  expect(rangeOf(9.2, 3.4, 8)).toEqual({ from: 4, to: 8 })
  expect(rangeOf(3.1, 3.2, 8)).toBeNull()
})

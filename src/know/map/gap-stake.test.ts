import { expect, test } from 'vitest'
import { confidenceOf, stakeOf } from './gap-stake.ts'
import { rhythmOf } from './rhythm.ts'

test('a share of the contribution is at stake, or of a tenth of the revenue where there is none', () => {
  expect(stakeOf('champion left', { contribution: '120000.50', revenue: '900000' })).toBe('36000.15')
  expect(stakeOf('champion left', { contribution: '-5', revenue: '900000' })).toBe('27000')
  expect(stakeOf('nobody on the floor', { contribution: null, revenue: '100' })).toBe('0.5')
  expect(stakeOf('single thread', { contribution: null, revenue: '0' })).toBe(null)
  expect(stakeOf('single thread', { contribution: '0', revenue: null })).toBe(null)
})

test('we are surer of what was recorded than of what was not', () => {
  const nobodyKnown = (people: number) => confidenceOf({ kind: 'no decision maker', values: { known: 0, people } })
  expect(nobodyKnown(2)).toBeLessThan(nobodyKnown(3))
  expect(confidenceOf({ kind: 'gone cold', values: { usual: null } })).toBeLessThan(
    confidenceOf({ kind: 'gone cold', values: { usual: 7 } }),
  )
})

test('a contact gone cold is less sure to cost its share than anything that somebody recorded', () => {
  const cold = confidenceOf({ kind: 'gone cold', values: { usual: 7 } })
  expect(cold).toBe(0.25)
  for (const kind of ['champion left', 'opponent unattended', 'single thread'] as const)
    expect(cold).toBeLessThan(confidenceOf({ kind, values: {} }))
})

test('the usual interval is the median: one long holiday does not move it', () => {
  expect(rhythmOf(['2026-01-01', '2026-01-08', '2026-01-15', '2026-02-20'])).toBe(7)
  expect(rhythmOf(['2026-01-01', '2026-01-08', '2026-01-18'])).toBe(8.5)
  expect(rhythmOf(['2026-01-01'])).toBe(null)
})

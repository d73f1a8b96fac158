import { describe, expect, test } from 'vitest'
import { type Reviewed, retentionEnds, retentionStep } from './retention.ts'

const limit = { months: 36, graceDays: 30, automatic: true }
const silent: Reviewed = { lastActivity: '2023-11-02', listedOn: null, keptUntil: null, withdrawn: false }

describe('a person of whom nothing was heard for 36 months', () => {
  test('is listed on the day the months are over, not the day before', () => {
    expect(retentionStep(silent, limit, '2026-11-01')).toBe('keep')
    expect(retentionStep(silent, limit, '2026-11-02')).toBe('list')
  })

  test('is listed on the last of a month that has no such day', () => {
    expect(retentionEnds('2023-08-31', { months: 18 })).toBe('2025-02-28')
  })

  test('is ended when the days of grace are over, counted from the list', () => {
    const listed = { ...silent, listedOn: '2026-11-02' }
    expect(retentionStep(listed, limit, '2026-12-01')).toBe('list')
    expect(retentionStep(listed, limit, '2026-12-02')).toBe('end')
    expect(retentionStep(silent, { ...limit, graceDays: 0 }, '2026-11-02')).toBe('list')
  })

  test('stays on the list for ever where nothing is ended by itself', () => {
    expect(retentionStep({ ...silent, listedOn: '2026-11-02' }, { ...limit, automatic: false }, '2030-01-01')).toBe(
      'list',
    )
  })

  test('is left alone through the last day that somebody chose to keep them', () => {
    const kept = { ...silent, listedOn: '2026-11-02', keptUntil: '2027-06-30' }
    expect(retentionStep(kept, limit, '2027-06-30')).toBe('keep')
    expect(retentionStep(kept, limit, '2027-07-01')).toBe('end')
  })
})

test('without a limit nobody is ever listed', () => {
  expect(retentionStep(silent, { ...limit, months: null }, '2099-01-01')).toBe('keep')
})

test('who withdrew every ground is listed at once, whatever the limit', () => {
  expect(
    retentionStep({ ...silent, lastActivity: '2026-11-01', withdrawn: true }, { ...limit, months: null }, '2026-11-02'),
  ).toBe('list')
})

import { expect, test } from 'vitest'
import { policyDifferences } from './policy-difference-words.ts'
import { readyPolicies } from './ready-policies.ts'

const { manufacturer, projects } = readyPolicies

test('a policy does not differ from itself', () => {
  expect(policyDifferences(manufacturer, structuredClone(manufacturer), 'en')).toEqual([])
})

test('a moved weight and a moved threshold are told with both values', () => {
  const changed = structuredClone(manufacturer)
  changed.criteria[0]!.weight = 55
  if (changed.tiers.by === 'points') changed.tiers.gold = 78
  expect(policyDifferences(manufacturer, changed, 'en')).toEqual(['Weight of Contribution: 40 → 55', 'Gold: 75 → 78'])
  expect(policyDifferences(manufacturer, changed, 'zh-Hans')).toEqual(['贡献毛利的权重：40 → 55', '金：75 → 78'])
})

test('a criterion that comes or goes is named, the untouched ones are not', () => {
  const changed = structuredClone(manufacturer)
  changed.criteria = changed.criteria.filter(criterion => criterion.measure !== 'loyalty')
  changed.criteria.push({ measure: 'documents', weight: 5, scale: { kind: 'percentile' }, unknown: 'leave out' })
  expect(policyDifferences(manufacturer, changed, 'en')).toEqual(['Added: Documents, weight 5', 'Removed: Loyalty'])
})

test('bands whose ends stay are still told as changed', () => {
  const changed = structuredClone(manufacturer)
  const bands = changed.criteria.find(criterion => criterion.measure === 'cooperationMonths')!.scale
  if (bands.kind === 'bands') bands.bands[1]!.score = 55
  expect(policyDifferences(manufacturer, changed, 'en')).toEqual(['Bands of Length of cooperation changed'])
})

test('another way to give tiers, other gates and costs are told', () => {
  const words = policyDifferences(manufacturer, projects, 'en')
  expect(words).toContain('Tiers: by points → by cumulative contribution')
  expect(words).toContain('Length of cooperation: 12 months → not asked')
  expect(words).toContain('Single document: 50,000 → 500,000')
  expect(words).toContain('Months looked at: 12 → 36')
  expect(words).toContain('Entitlements of Platinum: 60,000 → 100,000')
})

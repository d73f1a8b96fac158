import { expect, test } from 'vitest'
import { faultAt, isChanged, keptDraft, type PolicyDraft, policyFaults } from './policy-draft.ts'
import { readyPolicies } from './ready-policies.ts'

const draft: PolicyDraft = { basedOn: 3, name: 'Dealers', policy: readyPolicies.manufacturer }

test('a draft survives a reload, as long as the same version is in force', () => {
  expect(keptDraft(JSON.stringify(draft), 3)).toEqual(draft)
  expect(keptDraft(JSON.stringify(draft), 4)).toBeNull()
})

test('a draft that cannot be read is no draft', () => {
  expect(keptDraft('{', 3)).toBeNull()
  expect(keptDraft(JSON.stringify({ ...draft, policy: { criteria: [] } }), 3)).toBeNull()
  expect(keptDraft(null, 3)).toBeNull()
})

test('a draft is changed by its name or by any of its figures', () => {
  expect(isChanged(draft, draft)).toBe(false)
  expect(isChanged({ ...draft, name: 'Dealers 2027' }, draft)).toBe(true)
  expect(isChanged({ ...draft, policy: { ...draft.policy, windowMonths: 24 } }, draft)).toBe(true)
})

test('a fault is found at the criterion that has it and nowhere else', () => {
  const policy = structuredClone(readyPolicies.manufacturer)
  policy.criteria[1]!.scale = { kind: 'linear', from: 0.5, to: -0.3 }
  const faults = policyFaults(policy)
  expect(faultAt(faults, 'criteria', 1)).toBe('more is better here: the full score must lie above the empty one')
  expect(faultAt(faults, 'criteria', 0)).toBeUndefined()
  expect(faultAt(faults, 'tiers')).toBeUndefined()
})

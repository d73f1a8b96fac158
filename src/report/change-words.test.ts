import { expect, test } from 'vitest'
import { actWords, valueChanges } from './change-words.ts'

test('an act is told in the words of the trade, an unknown one by its own name', () => {
  expect(actWords('account', 'set owner', 'en')).toBe('Changed the owner')
  expect(actWords('account', 'set owner', 'zh-Hans')).toBe('更换负责人')
  expect(actWords('voyage', 'plan', 'en')).toBe('voyage: plan')
})

test('only values that differ are shown, none that only machines read', () => {
  const before = { id: 7, version: 3, city: 'Ningbo', region: null }
  const after = { id: 7, version: 4, city: 'Zhoushan', region: null }
  expect(valueChanges('account', before, after, 'en')).toEqual([
    { field: 'city', name: 'City', before: 'Ningbo', after: 'Zhoushan' },
  ])
})

test('what was added or removed shows all it said', () => {
  const cost = { id: 4, day: '2026-05-01', kind: 'Freight', amount: '120', note: null }
  expect(valueChanges('cost entry', null, cost, 'en').map(change => change.name)).toEqual(['Day', 'Kind', 'Amount'])
  expect(valueChanges('cost entry', cost, null, 'zh-Hans').map(change => [change.name, change.before])).toEqual([
    ['日期', '2026-05-01'],
    ['类别', 'Freight'],
    ['金额', '120'],
  ])
})

test('a value that nobody has named yet keeps its own name', () => {
  expect(valueChanges('contact', null, { name: 'Wu', stance: 'for us' }, 'en').map(change => change.name)).toEqual([
    'Name',
    'stance',
  ])
})

import { expect, test } from 'vitest'
import type { languages } from '../platform/language.ts'
import { standingReasonWords, wayWords } from './explain-words.ts'
import { identifyRefusals } from './identify-words.ts'
import { groupedAmount, measureFigure, measureMeaning, measureName, spokenAmount } from './measure-words.ts'
import { measureKeys, measures } from './measures.ts'
import { rankTable } from './rank-table.ts'
import { rankReport } from './ranking.ts'
import { readyPolicyKeys, readyPolicyMeaning, readyPolicyName } from './ready-policies.ts'
import { tierName, tiers } from './tier.ts'

const han = /[\u4e00-\u9fff]/

test('every measure, tier, ready policy, reason and refusal speaks both languages', () => {
  const spoken = (language: (typeof languages)[number]) => [
    ...measureKeys.flatMap(key => [measureName(key, language), measureMeaning(key, language)]),
    ...tiers.map(tier => tierName(tier, language)),
    ...readyPolicyKeys.flatMap(key => [readyPolicyName(key, language), readyPolicyMeaning(key, language)]),
    ...(
      [
        'first',
        'earned',
        'promoted',
        'kept by margin',
        'kept by patience',
        'demoted',
        'invited',
        'override',
        'not qualified',
      ] as const
    ).map(reason => standingReasonWords(reason, language)),
    ...Object.values(identifyRefusals).map(words => words[language]({ name: 'A', from: '1', until: '2', to: '3' })),
  ]
  for (const sentence of spoken('zh-Hans')) expect(sentence).toMatch(han)
  for (const sentence of spoken('en')) expect(sentence).not.toMatch(han)
})

test('a sentence rounds an amount to units from a thousand on and to hundredths below, half away from zero; a table keeps every digit', () => {
  expect(spokenAmount('235582.76569')).toBe('235,583')
  expect(spokenAmount('999.995')).toBe('1,000')
  expect(spokenAmount('1000')).toBe('1,000')
  expect(spokenAmount('-123.005')).toBe('−123.01')
  expect(spokenAmount('-1234.5')).toBe('−1,235')
  expect(spokenAmount('999.999')).toBe('1,000')
  expect(groupedAmount('-1234567.00499')).toBe('−1,234,567.00499')
})

test('figures carry the unit of their measure', () => {
  expect(measureFigure(measures.marginRate, '-0.125', 'en')).toBe('−12.5%')
  expect(measureFigure(measures.cooperationMonths, '1', 'en')).toBe('1 month')
  expect(measureFigure(measures.daysSinceLastOrder, '31', 'zh-Hans')).toBe('31 天')
})

test('what is missing reads like something to do', () => {
  const way = (measure: (typeof measureKeys)[number], more: string) =>
    wayWords({ measure, from: '0', to: more, more }, 'en')
  expect(way('contribution', '312400')).toBe('312,400 more contribution')
  expect(way('activeMonths', '1')).toBe('1 more active month')
  expect(way('returnShare', '0.015')).toBe('1.5 percentage points less share of returns')
  expect(wayWords({ measure: 'returnShare', from: '0.1', to: '0.085', more: '0.015' }, 'zh-Hans')).toBe(
    '退货占比再减少 1.5 个百分点',
  )
})

test('the table of a ranking lines up, Chinese names included', () => {
  const account = {
    lines: 1,
    documents: 1,
    costedRevenue: '0',
    margin: null,
    contribution: null,
    points: null,
    tier: null,
  }
  const report = rankReport(
    [
      { ...account, code: 'A', name: '鹭凯通信器材', revenue: '1200.5' },
      { ...account, code: 'B', name: 'Ever Bright', revenue: '7' },
    ],
    { from: '2026-01-01', to: '2026-06-30', currency: 'CNY', by: undefined, limit: undefined },
  )
  expect(rankTable(report, 'en').split('\n').slice(-3)).toEqual([
    '#  Account  Name          Revenue  Margin  Contribution  Documents  Points  Tier',
    '1  A        鹭凯通信器材  1,200.5       –             –          1       –  –',
    '2  B        Ever Bright         7       –             –          1       –  –',
  ])
  expect(rankTable(report, 'zh-Hans')).toContain('前五分之一')
})

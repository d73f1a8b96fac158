import { describe, expect, test } from 'vitest'
import { accountFacts, manyAccounts } from './account-facts.fixture.ts'
import { explainAccount } from './explain.ts'
import { criterionWords, gateWords, nextTierWords, standingReasonWords } from './explain-words.ts'
import { measureTable } from './measure-table.ts'
import { type Policy, policySchema } from './policy.ts'
import { readyPolicies } from './ready-policies.ts'
import { createScorer } from './score.ts'
import { freshStandings, simulate } from './simulate.ts'

const asOf = '2026-06-30'
const policy: Policy = policySchema.parse({
  ...readyPolicies.manufacturer,
  criteria: [
    { measure: 'contribution', weight: 60, scale: { kind: 'linear', from: 0, to: 1_000_000 } },
    { measure: 'activeMonths', weight: 40, scale: { kind: 'linear', from: 0, to: 12 } },
  ],
  tiers: { by: 'points', platinum: 90, gold: 70, silver: 50 },
})
const scorer = createScorer(
  measureTable([accountFacts(1, { revenue: '2000000', margin: '600000', activeMonths: 9 }), accountFacts(2)], asOf),
)

describe('an explanation', () => {
  const explained = explainAccount(scorer, policy, 0, 1)

  test('adds up: the points of the criteria are the points of the account', () => {
    expect(explained.points).toBe(66)
    expect(
      explained.criteria.map(criterion => [criterion.measure, criterion.score, criterion.points, criterion.rank]),
    ).toEqual([
      ['contribution', 60, 36, 1],
      ['activeMonths', 75, 30, 2],
    ])
    expect(explained.earned).toBe('silver')
  })

  test('names what is missing for the next tier by the least effort first', () => {
    expect(explained.next!.missingPoints).toBe(4)
    expect(explained.next!.ways).toEqual([
      { measure: 'contribution', from: '600000', to: '666667', more: '66667' },
      { measure: 'activeMonths', from: '9', to: '11', more: '2' },
    ])
    expect(nextTierWords(explained.next!, [], 'en')).toBe(
      'Missing for Gold: 66,667 more contribution, or 2 more active months',
    )
    expect(nextTierWords(explained.next!, [], 'zh-Hans')).toBe(
      '距金级还差：贡献毛利再增加 66,667，或活跃月数再增加 2 个月',
    )
  })

  test('what is named as missing does lift the account', () => {
    const table = measureTable(manyAccounts(300), asOf)
    const many = createScorer(table)
    for (const rule of [readyPolicies.manufacturer, readyPolicies.projects]) {
      const open: Policy = {
        ...rule,
        gates: {
          minimumCooperationMonths: null,
          legalStandingConfirmed: false,
          anyOf: { singleDocument: null, yearTotal: null },
        },
      }
      const before = simulate(many, open, freshStandings(300), 'settled').after
      let tried = 0
      for (let row = 0; row < 300; row += 7) {
        const { next } = explainAccount(many, open, row, before[row]!)
        const way = next?.ways.find(each => each.measure === 'contribution')
        if (!next || !way) continue
        tried += 1
        const facts = manyAccounts(300)
        const raised = (margin: number) =>
          simulate(
            createScorer(
              measureTable(
                facts.map((fact, index) => (index === row ? { ...fact, margin: String(margin) } : fact)),
                asOf,
              ),
            ),
            open,
            freshStandings(300),
            'settled',
          ).after[row]!
        const enough = Number(facts[row]!.margin) + Number(way.more)
        // Its own percentile leaves the others where they are, and a rising total only lowers shares before it.
        expect(raised(enough)).toBeGreaterThan(before[row]!)
      }
      expect(tried).toBeGreaterThan(3)
    }
  })

  test('who has the points of the last place and lost it to a larger account must pass it, not only reach it', () => {
    const quota: Policy = {
      ...policy,
      gates: {
        minimumCooperationMonths: null,
        legalStandingConfirmed: false,
        anyOf: { singleDocument: null, yearTotal: null },
      },
      criteria: [{ ...policy.criteria[1]!, weight: 1 }],
      tiers: { by: 'quota', of: 'accounts', platinum: 0, gold: 0, silver: 1 },
    }
    const facts = [accountFacts(1, { margin: '50000', activeMonths: 6 }), accountFacts(2, { activeMonths: 6 })]
    const rival = createScorer(measureTable(facts, asOf))
    expect(explainAccount(rival, quota, 1, 0).next).toEqual({
      tier: 'silver',
      missingPoints: 0.01,
      ways: [{ measure: 'activeMonths', from: '6', to: '7', more: '1' }],
    })
    const smaller = createScorer(measureTable([facts[0]!, accountFacts(2, { activeMonths: 5 })], asOf))
    expect(explainAccount(smaller, quota, 1, 0).next!.ways).toEqual([
      { measure: 'activeMonths', from: '5', to: '7', more: '2' },
    ])
  })

  test('at the top of the ladder nothing is missing', () => {
    expect(explainAccount(scorer, policy, 0, 3).next).toBeNull()
  })

  test('an unknown value is told as unknown', () => {
    const judged: Policy = {
      ...policy,
      criteria: [
        ...policy.criteria,
        { measure: 'influence', weight: 10, scale: { kind: 'linear', from: 0, to: 10 }, unknown: 'leave out' },
      ],
    }
    const some = createScorer(measureTable([accountFacts(1), accountFacts(2, { judged: { influence: 7 } })], asOf))
    const influence = explainAccount(some, judged, 0, 0).criteria[2]!
    expect(influence).toMatchObject({
      value: null,
      rank: null,
      score: null,
      points: 0,
      weightShare: 0,
      unknown: 'leave out',
    })
    expect(criterionWords(influence, 'en')).toBe(
      'Influence in region or industry unknown: left out, the other weights carry it',
    )
  })

  test('gates say what is asked and what is there', () => {
    const gated = explainAccount(
      scorer,
      {
        ...policy,
        gates: {
          minimumCooperationMonths: 70,
          legalStandingConfirmed: true,
          anyOf: { singleDocument: '50000', yearTotal: null },
        },
      },
      0,
      0,
    )
    expect(gated.gates.map(gate => gateWords(gate, 'en'))).toEqual([
      '70 months of cooperation (has 63): not passed',
      'Legal standing confirmed: passed',
      'a document of 50,000: not passed',
    ])
    expect(gated.earned).toBe('regular')
    expect(nextTierWords(gated.next!, gated.gates, 'en')).toBe(
      'Its points reach Silver; not yet fulfilled: 70 months of cooperation (has 63), a document of 50,000',
    )
    expect(nextTierWords(gated.next!, gated.gates, 'zh-Hans')).toBe(
      '积分已达到银级；尚未满足：合作满 70 个月（现为 63 个月）、单笔满 50,000',
    )
  })

  test('a criterion reads as a sentence in both languages', () => {
    expect(criterionWords(explained.criteria[0]!, 'en')).toBe(
      'Contribution 600,000: rank 1 of 2, score 60.0, 36.0 points of 60.0',
    )
    expect(criterionWords(explained.criteria[0]!, 'zh-Hans')).toBe(
      '贡献毛利 600,000：2 家中第 1，评分 60.0，得 36.0 分（满分 60.0）',
    )
    expect(standingReasonWords('kept by margin', 'zh-Hans')).toContain('保级')
  })
})

import { describe, expect, test } from 'vitest'
import { accountFacts } from './account-facts.fixture.ts'
import { guardAdvice, guardName, guardReason, stakeWords } from './guard-words.ts'
import { type GuardKey, guardFindings, guardKeys } from './guards.ts'
import { type AccountFacts, measureTable } from './measure-table.ts'
import { guardSettingsSchema } from './policy.ts'

const settings = guardSettingsSchema.parse({})
/** Ten quiet accounts besides the one given, so that the top fifth is two. */
function findings(
  guard: GuardKey,
  given: Partial<AccountFacts>,
  { tier = 0, owned = 1, others = {} as Partial<AccountFacts> } = {},
) {
  const quiet = Array.from({ length: 9 }, (_, index) => accountFacts(index + 2, { revenueBefore: '100000', ...others }))
  const table = measureTable([accountFacts(1, given), ...quiet], '2026-06-30')
  const tiers = new Uint8Array(10)
  tiers[0] = tier
  const owners = new Uint8Array(10).fill(1)
  owners[0] = owned
  return guardFindings({ table, tiers, owned: owners, settings }).filter(
    finding => finding.guard === guard && finding.account === 1,
  )
}

describe('guards', () => {
  test('a large account that loses money after cost to serve is found with its loss at stake', () => {
    const [found] = findings('losing', { revenue: '900000', margin: '50000', costToServe: '80000.5' })
    expect(found).toMatchObject({ atStake: '30000.5', stake: 'loss' })
    expect(guardReason(found!, 'en')).toBe(
      'Revenue of 900,000 is in the top fifth, but after a margin of 50,000 and cost to serve of 80,001 it contributes −30,001',
    )
    expect(guardReason(found!, 'zh-Hans')).toContain('贡献毛利为 −30,001')
  })

  test('a small account that loses money is not a large one, and one that breaks even does not lose', () => {
    expect(findings('losing', { revenue: '500', margin: '-900' })).toEqual([])
    expect(findings('losing', { revenue: '900000', margin: '80000', costToServe: '80000' })).toEqual([])
    expect(findings('losing', { revenue: '900000', margin: null })).toEqual([])
  })

  test('terms are too generous above the limit, not at it', () => {
    expect(findings('generous', { margin: '1000', costToServe: '500' })).toEqual([])
    expect(findings('generous', { margin: '1000', costToServe: '500.01' })[0]).toMatchObject({
      atStake: '0.01',
      stake: 'excess cost',
    })
    expect(findings('generous', { margin: '-10', costToServe: '70' })[0]).toMatchObject({
      atStake: '70',
      values: { share: null },
    })
    expect(findings('generous', { margin: '1000', costToServe: null })).toEqual([])
  })

  test('dependence is one account above its share of the whole', () => {
    const others = { margin: '100' }
    expect(findings('dependence', { margin: '225' }, { others })).toEqual([])
    expect(findings('dependence', { margin: '226' }, { others })[0]).toMatchObject({
      atStake: '226',
      values: { total: '1126' },
    })
    expect(
      findings('dependence', { margin: '226' }, { others: { margin: '-100' } }),
      'of a loss there is no share',
    ).toEqual([])
  })

  test('a small account on the rise is found while it is not yet key', () => {
    const rising = { revenue: '60000', revenueBefore: '40000' }
    expect(findings('rising', rising)[0]).toMatchObject({ atStake: '20000', stake: 'revenue gained' })
    expect(guardReason(findings('rising', rising, { owned: 0 })[0]!, 'en')).toBe(
      'Revenue rose from 40,000 to 60,000, by 50%, and nobody owns it',
    )
    expect(findings('rising', rising, { tier: 1 })).toEqual([])
    expect(findings('rising', { ...rising, revenueBefore: '40100' })).toEqual([])
    expect(findings('rising', { ...rising, activeMonths: 2 })).toEqual([])
    const tiny = { revenue: '6000', revenueBefore: '4000' }
    expect(findings('rising', tiny), 'two more such years leave it small').toEqual([])
    expect(findings('rising', { revenue: '600000', revenueBefore: '400000' }), 'large already').toEqual([])
  })

  test('falling silent is measured by the own rhythm of the account', () => {
    const silent = { lastDay: '2026-05-31', typicalGapDays: 10 }
    const [found] = findings('silent', silent)
    expect(found).toMatchObject({
      atStake: '30000',
      stake: 'contribution',
      values: { days: 30, times: 3, usualGapDays: 10 },
    })
    expect(guardReason(found!, 'zh-Hans')).toBe('已有 30 天未下单，平时约 10 天一单，为平时的 3 倍')
    expect(findings('silent', { ...silent, typicalGapDays: 10.2 })).toEqual([])
    expect(findings('silent', { lastDay: '2026-06-10', typicalGapDays: 2 }), 'a short holiday').toEqual([])
    expect(findings('silent', { lastDay: '2025-06-29', typicalGapDays: 2 }), 'lost').toEqual([])
    expect(findings('silent', { ...silent, typicalGapDays: null })).toEqual([])
    expect(findings('silent', { ...silent, revenue: '0', margin: '0', revenueBefore: '700' })[0]).toMatchObject({
      atStake: '700',
      stake: 'revenue',
    })
    expect(findings('silent', { ...silent, revenue: '0', margin: '0', revenueBefore: '0' }), 'lost long ago').toEqual(
      [],
    )
  })

  test('a key account needs an owner, a regular one does not', () => {
    expect(findings('ownerless', {}, { tier: 3, owned: 0 })[0]).toMatchObject({ atStake: '30000' })
    expect(findings('ownerless', {}, { tier: 4, owned: 0 })).toHaveLength(1)
    expect(findings('ownerless', {}, { tier: 0, owned: 0 })).toEqual([])
    expect(findings('ownerless', {}, { tier: 3, owned: 1 })).toEqual([])
  })

  test('the most money comes first', () => {
    const table = measureTable(
      [5, 500, 50].map((cost, index) => accountFacts(index + 1, { margin: '0', costToServe: String(cost) })),
      '2026-06-30',
    )
    const found = guardFindings({ table, tiers: new Uint8Array(3), owned: new Uint8Array(3).fill(1), settings })
    expect(found.filter(finding => finding.guard === 'generous').map(finding => finding.account)).toEqual([2, 3, 1])
  })

  test('every guard has a name, an advice and a stake in both languages', () => {
    for (const guard of guardKeys) {
      expect(guardName(guard, 'en')).not.toBe(guardName(guard, 'zh-Hans'))
      expect(guardAdvice(guard, 'zh-Hans')).toMatch(/[\u4e00-\u9fff]/)
    }
    expect(stakeWords('loss', 'en')).toBe('lost in the window')
  })
})

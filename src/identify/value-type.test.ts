import { describe, expect, test } from 'vitest'
import { accountFacts } from './account-facts.fixture.ts'
import { departmentFigures } from './department.ts'
import { measureTable } from './measure-table.ts'
import { readyPolicies } from './ready-policies.ts'
import { valueTypeAdviser } from './value-type.ts'
import { valueTypeName, valueTypePlay, valueTypeReasonWords } from './value-type-words.ts'

const others = Array.from({ length: 20 }, (_, index) =>
  accountFacts(index + 10, {
    margin: String(10_000 + index * 1_000),
    products: 10 + index,
    costToServe: String(1_000 + 100 * index),
    firstDay: `${2005 + index}-01-01`,
  }),
)
const suggestionFor = (given: Parameters<typeof accountFacts>[1]) =>
  valueTypeAdviser(measureTable([accountFacts(1, given), ...others], '2026-06-30')).suggest(0)

describe('the value type of an account', () => {
  test('low margin, few products and little service speak for a price buyer', () => {
    const { suggested, reasons } = suggestionFor({ margin: '2000', products: 3, costToServe: '100' })
    expect(suggested).toBe('intrinsic')
    expect(valueTypeReasonWords(reasons[0]!, 'en')).toBe('Margin rate lower than that of 98% of accounts')
  })

  test('good margin, many products and much service speak for a solution buyer', () => {
    expect(
      suggestionFor({ margin: '29000', products: 80, costToServe: '9000', firstDay: '2026-01-01' }).suggested,
    ).toBe('extrinsic')
  })

  test('nobody is strategic by figures alone: a person must have found that it fits', () => {
    const figures = { margin: '40000', products: 18, costToServe: '2000', firstDay: '2001-01-01' }
    expect(suggestionFor(figures).suggested).not.toBe('strategic')
    expect(suggestionFor({ ...figures, judged: { strategicFit: 6.9 } }).suggested).not.toBe('strategic')
    expect(suggestionFor({ ...figures, judged: { strategicFit: 7 } }).suggested).toBe('strategic')
  })

  test('an average account is suggested nothing', () => {
    expect(
      suggestionFor({ margin: '19500', products: 20, costToServe: '2000', firstDay: '2015-01-01' }).suggested,
    ).toBeNull()
  })

  test('each type has a name and a play in both languages', () => {
    expect(valueTypeName('extrinsic', 'zh-Hans')).toContain('解决方案')
    expect(valueTypePlay('intrinsic', 'en')).toContain('standard assortment')
  })
})

describe('the department', () => {
  const load = readyPolicies.manufacturer.accountsPerManager

  test('is worth founding with more than 20 key accounts, regular ones not counted', () => {
    const regular = { tier: 'regular', owner: null, accounts: 900 } as const
    expect(departmentFigures([{ tier: 'silver', owner: 'a', accounts: 20 }, regular], load)).toMatchObject({
      keyAccounts: 20,
      worthFounding: false,
    })
    expect(
      departmentFigures(
        [
          { tier: 'silver', owner: 'a', accounts: 20 },
          { tier: 'special', owner: null, accounts: 1 },
        ],
        load,
      ),
    ).toMatchObject({ worthFounding: true, keyAccountsWithoutOwner: 1 })
  })

  test('needs as many managers as the load of its tiers, a full load being one manager', () => {
    const figures = departmentFigures(
      [
        { tier: 'platinum', owner: 'b', accounts: 8 },
        { tier: 'gold', owner: 'b', accounts: 15 },
        { tier: 'silver', owner: 'a', accounts: 3 },
      ],
      load,
    )
    expect(figures.managersNeeded).toBe(3)
    expect(figures.managers.map(manager => [manager.owner, manager.load])).toEqual([
      ['b', 2],
      ['a', 0.1],
    ])
    expect(departmentFigures([{ tier: 'platinum', owner: 'b', accounts: 8 }], load).managersNeeded).toBe(1)
    expect(departmentFigures([], load).managersNeeded).toBe(0)
  })
})

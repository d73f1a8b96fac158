import { expect, test } from 'vitest'
import { type DemandItem, replacementDemand, talks } from './replacement-demand.ts'

const facts = { today: '2026-11-02', lives: new Map([['Jetty', 72]]) }
const item = (more: Partial<DemandItem> = {}): DemandItem => ({
  accountId: 1,
  productLine: 'Jetty',
  quantity: 10,
  basePrice: '1480',
  boughtOn: '2020-11-02',
  lifeMonths: null,
  condition: null,
  ...more,
})

test('ten units due today are expected over the coming quarters, and their value with them', () => {
  const { quarters } = replacementDemand([item()], facts, 'all').get('')!
  expect(quarters).toHaveLength(12)
  expect(quarters[0]).toMatchObject({ quarter: '2026-Q4' })
  // Spread 0.2 × 2191 days = 438.2; 60 days to the end of the quarter: 1 − 2·Q(60 / 438.2) = 0.10891.
  expect(quarters[0]!.units).toBeCloseTo(1.0891, 3)
  expect(Number(quarters[0]!.value)).toBeCloseTo(quarters[0]!.units * 1480, 1)
  expect(quarters[0]!.certainty).toBeCloseTo(0.10891, 4)
  expect(quarters.reduce((sum, { units }) => sum + units, 0)).toBeGreaterThan(9.8)
})

test('sums by account and by line are the sums of their items, and leave the others alone', () => {
  const items = [item(), item({ quantity: 5 }), item({ accountId: 2, productLine: null, quantity: 7 })]
  const byAccount = replacementDemand(items, facts, 'account')
  const byLine = replacementDemand(items, facts, 'line')
  expect([...byAccount.keys()]).toEqual(['1', '2'])
  expect([...byLine.keys()]).toEqual(['Jetty', ''])
  expect(byAccount.get('1')).toEqual(byLine.get('Jetty'))
  const all = replacementDemand(items, facts, 'all').get('')!
  const parts = byAccount.get('1')!.quarters[3]!.units + byAccount.get('2')!.quarters[3]!.units
  expect(all.quarters[3]!.units).toBeCloseTo(parts, 10)
})

test('what is undated or without a price is counted apart', () => {
  const demand = replacementDemand(
    [item({ boughtOn: null, quantity: 3 }), item({ basePrice: null })],
    facts,
    'all',
  ).get('')!
  expect(demand).toMatchObject({ undated: 3, unpriced: 10 })
  expect(demand.quarters[0]!.units).toBeGreaterThan(1)
  expect(demand.quarters[0]!.value).toBe('0')
})

test('an item that surely goes next quarter makes that quarter certain', () => {
  const { quarters } = replacementDemand([item({ boughtOn: '2026-10-01', lifeMonths: 4 })], facts, 'all').get('')!
  expect(quarters[1]!.certainty).toBeGreaterThan(0.9)
  expect(quarters[5]!.certainty).toBeNull()
})

// 211 days before the expected day and 30 after it, spread 438.2: 1 − Q(0.0685) / Q(−0.4815) = 0.3098.
test('talks begin by account and quarter due, earlier where buying takes longer', () => {
  const items = [
    item({ boughtOn: '2021-06-01' }),
    item({ boughtOn: '2021-05-01', quantity: 4, productLine: null, lifeMonths: 72, basePrice: null }),
    item({ accountId: 2, boughtOn: '2021-06-01' }),
    item({ accountId: 3, boughtOn: '2015-06-01', basePrice: null }),
    item({ accountId: 3, boughtOn: null }),
  ]
  expect(talks(items, facts, new Map([[2, 30]]))).toEqual([
    {
      accountId: 1,
      due: '2027-Q2',
      begin: '2026-Q4',
      units: 14,
      value: '14800',
      certainty: expect.closeTo(0.335, 3),
      productLines: ['Jetty'],
    },
    {
      accountId: 2,
      due: '2027-Q2',
      begin: '2027-Q1',
      units: 10,
      value: '14800',
      certainty: expect.closeTo(0.3098, 3),
      productLines: ['Jetty'],
    },
    {
      accountId: 3,
      due: '2026-Q4',
      begin: '2026-Q4',
      units: 10,
      value: null,
      certainty: expect.closeTo(0.481, 3),
      productLines: ['Jetty'],
    },
  ])
})

test('nothing is said of what is due beyond twelve quarters', () => {
  const due = (boughtOn: string) => talks([item({ boughtOn })], facts, new Map()).map(talk => talk.due)
  expect(due('2023-09-30')).toEqual(['2029-Q3'])
  expect(due('2023-10-01')).toEqual([])
})

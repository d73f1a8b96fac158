import { describe, expect, test } from 'vitest'
import { tailRatio, upperTail } from './normal-tail.ts'
import { firstDayOf, quarterName, quarterOf, quartersAfter, quartersBetween } from './quarter.ts'
import { dueQuarter, type Life, leadQuarters, lifeOf, replacementChances, talkQuarter } from './replacement.ts'

describe('quarters', () => {
  test.each([
    ['2026-03-31', '2026-Q1'],
    ['2026-04-01', '2026-Q2'],
    ['2026-12-31', '2026-Q4'],
    ['2027-01-01', '2027-Q1'],
  ])('%s lies in %s', (day, quarter) => expect(quarterOf(day)).toBe(quarter))

  test('are counted over the turn of the year, both ways', () => {
    expect(quartersAfter('2026-Q4', 1)).toBe('2027-Q1')
    expect(quartersAfter('2027-Q1', -1)).toBe('2026-Q4')
    expect(quartersAfter('2026-Q2', -6)).toBe('2024-Q4')
    expect(quartersBetween('2026-Q4', '2027-Q2')).toBe(2)
    expect(firstDayOf('2026-Q4')).toBe('2026-10-01')
    expect([quarterName('2026-Q4', 'en'), quarterName('2026-Q4', 'zh-Hans')]).toEqual(['Q4 2026', '2026年Q4'])
  })
})

test.each([
  ['2024-02-29', 12, '2025-02-28'],
  ['2024-02-29', 48, '2028-02-29'],
  ['2025-08-31', 6, '2026-02-28'],
  ['2023-08-31', 6, '2024-02-29'],
  ['2025-12-31', 2, '2026-02-28'],
])('what was bought on %s for %i months is expected to go on %s', (boughtOn, lifeMonths, expectedOn) =>
  expect(lifeOf({ boughtOn, lifeMonths, condition: null }, null)).toMatchObject({ expectedOn }),
)

test('the normal tail agrees with published tables, also where it underflows', () => {
  expect(upperTail(0)).toBe(0.5)
  expect(upperTail(1.96)).toBeCloseTo(0.0249978951, 9)
  expect(upperTail(-1.5)).toBeCloseTo(0.9331927987, 9)
  expect(upperTail(2)).toBeCloseTo(0.0227501319, 10)
  // Abramowitz & Stegun, table 26.1: Q(5) = 2.866515719e-7.
  expect(upperTail(5) / 2.866515719e-7).toBeCloseTo(1, 8)
  expect(tailRatio(1.9999, 2.5)).toBeCloseTo(tailRatio(2.0001, 2.5), 3)
  expect(tailRatio(40, 40.1)).toBeCloseTo(Math.exp(-(40.1 ** 2 - 40 ** 2) / 2) * (40 / 40.1), 5)
})

const bought = (
  boughtOn: string | null,
  lifeMonths: number | null = 60,
  condition: 'good' | 'worn' | 'failing' | null = null,
) => ({
  boughtOn,
  lifeMonths,
  condition,
})

describe('the life of an item', () => {
  test('is its own, else that of its line, else seven years, ever less certain', () => {
    expect(lifeOf(bought('2020-01-01'), 72)).toMatchObject({ months: 60, source: 'own', expectedOn: '2025-01-01' })
    expect(lifeOf(bought('2020-01-01', null), 72)).toMatchObject({ months: 72, source: 'line' })
    expect(lifeOf(bought('2020-01-01', null), null)).toMatchObject({ months: 84, source: 'default' })
    expect(lifeOf(bought('2020-01-01'), null)!.spreadDays).toBeCloseTo(0.15 * 1827, 8)
    expect(lifeOf(bought('2020-01-01', null), 60)!.spreadDays).toBeCloseTo(0.2 * 1827, 8)
  })

  test('is shorter when it is worn, and unknown without a day of purchase', () => {
    expect(lifeOf(bought('2020-01-01', 60, 'worn'), null)!.expectedOn).toBe('2024-07-01')
    expect(lifeOf(bought('2020-01-01', 60, 'failing'), null)!.expectedOn).toBe('2023-10-01')
    expect(lifeOf(bought(null), 60)).toBeNull()
  })
})

const life = (expectedOn: string, spreadDays: number): Life => ({ months: 60, source: 'own', expectedOn, spreadDays })

describe('the chance of a replacement', () => {
  test('is shared among quarters as the normal distribution says', () => {
    // One standard deviation before the expected day; quarters end 59, 149, 240 and 332 days from 2026-11-02 (60, 150…).
    const chances = replacementChances(life('2027-02-10', 100), '2026-11-02', 3)
    const q = upperTail
    const alive = q(-1)
    expect(chances[0]).toBeCloseTo((q(-1) - q(-0.4)) / alive, 12)
    expect(chances[1]).toBeCloseTo((q(-0.4) - q(0.5)) / alive, 12)
    expect(chances[2]).toBeCloseTo((q(0.5) - q(1.41)) / alive, 12)
  })

  test('falls wholly into the quarter of a day that is certain, on either side of its boundary', () => {
    const sure = (day: string) => replacementChances(life(day, 0.01), '2026-11-02', 3).map(chance => Math.round(chance))
    expect(sure('2026-12-31')).toEqual([1, 0, 0])
    expect(sure('2027-01-02')).toEqual([0, 1, 0])
    expect(sure('2027-03-31')).toEqual([0, 1, 0])
  })

  test('of an item that has outlived its time is nearly one now, however long ago, and never more', () => {
    for (const day of ['2026-01-01', '2020-01-01', '2006-01-01']) {
      const chances = replacementChances(life(day, 250), '2026-11-02')
      const sum = chances.reduce((all, chance) => all + chance, 0)
      expect(chances[0]).toBeGreaterThan(chances[1]!)
      expect(sum).toBeGreaterThan(0.95)
      expect(sum).toBeLessThanOrEqual(1)
    }
  })

  test('adds up to almost nothing for what was bought yesterday', () => {
    const fresh = lifeOf(bought('2026-11-01', 120), null)!
    expect(replacementChances(fresh, '2026-11-02').reduce((all, chance) => all + chance, 0)).toBeLessThan(1e-5)
  })
})

describe('when to begin talking', () => {
  test.each([
    [null, 2],
    [0, 1],
    [91, 1],
    [92, 2],
    [182, 2],
    [183, 3],
  ])('a buying process of %s days takes a lead of %i quarters', (days, lead) => expect(leadQuarters(days)).toBe(lead))

  test('an item is due in the quarter of its expected day, or now', () => {
    expect(dueQuarter(life('2027-04-01', 10), '2026-11-02')).toBe('2027-Q2')
    expect(dueQuarter(life('2027-03-31', 10), '2026-11-02')).toBe('2027-Q1')
    expect(dueQuarter(life('2026-09-30', 10), '2026-11-02')).toBe('2026-Q4')
  })

  test('it begins by the lead before, and not in the past', () => {
    expect(talkQuarter('2027-Q3', 2, '2026-11-02')).toBe('2027-Q1')
    expect(talkQuarter('2027-Q2', 2, '2026-11-02')).toBe('2026-Q4')
    expect(talkQuarter('2027-Q1', 2, '2026-11-02')).toBe('2026-Q4')
  })
})

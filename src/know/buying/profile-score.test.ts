import { expect, test } from 'vitest'
import {
  fieldNames,
  filledShare,
  freshnessOf,
  nextQuestion,
  profileFields,
  profileScore,
  type ScoredFact,
} from './profile-score.ts'

const today = '2026-11-02'
const known = (field: ScoredFact['field'], learnedOn = today, filled = 1): ScoredFact => ({ field, learnedOn, filled })
const everything = (learnedOn = today) => fieldNames.map(field => known(field, learnedOn))

test('the fields are worth a hundred points together', () => {
  expect(fieldNames.reduce((sum, field) => sum + profileFields[field].weight, 0)).toBe(100)
})

test('what was heard today is fresh, a half-life later half as fresh, and a day to come is today', () => {
  expect(freshnessOf('competitors', today, today)).toBe(1)
  expect(freshnessOf('competitors', '2026-02-05', today)).toBe(0.5)
  expect(freshnessOf('competitors', '2026-02-06', today)).toBeGreaterThan(0.5)
  expect(freshnessOf('competitors', '2026-02-04', today)).toBeLessThan(0.5)
  expect(freshnessOf('competitors', '2026-11-03', today)).toBe(1)
})

test('of an account of which nothing is known the score is nothing and the freshness unknown', () => {
  expect(profileScore([], today)).toMatchObject({ score: 0, completeness: 0, freshness: null })
})

test('a whole profile of today has all points, and one of a half-life ago keeps its completeness', () => {
  expect(profileScore(everything(), today)).toMatchObject({ score: 100, completeness: 100, freshness: 100 })
  const { score, completeness, freshness } = profileScore([known('competitors', '2026-02-05')], today)
  expect([score, completeness, freshness]).toEqual([8, 16, 50])
})

test('the score is completeness times freshness', () => {
  const facts = [known('process', '2026-01-01', 0.7), known('budget'), known('quality', '2024-05-01')]
  const { score, completeness, freshness } = profileScore(facts, today)
  expect(score).toBeCloseTo((completeness * freshness!) / 100, 10)
  expect(completeness).toBeCloseTo(16 * 0.7 + 10 + 7, 10)
})

const step = (days: number | null, who: string | null) => ({ name: 'Approval', days, contactId: null, who })

test('a process is worth more with days and with whoever signs', () => {
  const share = (...steps: ReturnType<typeof step>[]) => filledShare({ field: 'process', value: { steps } })
  expect(share(step(null, null))).toBe(0.5)
  expect(share(step(5, null), step(null, null))).toBeCloseTo(0.65, 10)
  expect(share(step(5, 'Plant manager'))).toBe(1)
})

test('competitors without shares are half an answer, and a tender without its office a little more', () => {
  const rival = (percent: number | null) => ({
    competitor: 'Korund',
    productLine: null,
    percent,
    source: null,
    asOf: null,
  })
  expect(filledShare({ field: 'competitors', value: { shares: [rival(null)] } })).toBe(0.5)
  expect(filledShare({ field: 'competitors', value: { shares: [rival(0), rival(null)] } })).toBe(0.75)
  const way = (way: 'tender' | 'spot', runBy: string | null) =>
    filledShare({ field: 'tendering', value: { way, runBy, note: null } })
  expect([way('tender', null), way('tender', 'Group purchasing'), way('spot', null)]).toEqual([0.6, 1, 1])
})

test('the first question of an unknown account goes to the heaviest field, by what the account values', () => {
  const { parts } = profileScore([], today)
  expect(nextQuestion(parts, null)).toEqual({ field: 'process', reason: 'unknown', gain: 16 })
  expect(nextQuestion(parts, 'intrinsic')?.field).toBe('competitors')
  expect(nextQuestion(parts, 'strategic')?.field).toBe('process')
})

test('what is old is asked again once it has lost more than anything unknown is worth', () => {
  const without = (field: ScoredFact['field']) => everything().filter(fact => fact.field !== field)
  const { parts } = profileScore([...without('competitors'), known('competitors', '2026-02-05')], today)
  expect(nextQuestion(parts, null)).toEqual({ field: 'competitors', reason: 'stale', gain: 8 })
  const half = profileScore([...without('process'), known('process', today, 0.5)], today)
  expect(nextQuestion(half.parts, null)).toEqual({ field: 'process', reason: 'partial', gain: 8 })
})

test('a profile that is fresh in every field asks nothing, and neither for less than a point', () => {
  expect(nextQuestion(profileScore(everything(), today).parts, 'extrinsic')).toBeNull()
  // Sixteen points lose the first one in 25.1 days of a half-life of 270.
  const aged = (day: string) =>
    nextQuestion(
      profileScore([...everything().filter(f => f.field !== 'competitors'), known('competitors', day)], today).parts,
      null,
    )
  expect(aged('2026-10-08')).toBeNull()
  expect(aged('2026-10-07')).toMatchObject({ field: 'competitors', reason: 'stale' })
})

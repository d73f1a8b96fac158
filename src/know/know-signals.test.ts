import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { startWithDealers } from '../identify/dealers.fixture.ts'
import { operator } from '../platform/roles.ts'
import type { SignalFormat } from '../platform/signal.ts'
import { enterFacts } from './buying/say-fact.use.ts'
import staleProfile from './buying/stale-profile.signals.server.ts'
import { insertItems } from './installed/installed.store.ts'
import replacementDue from './installed/replacement-due.signals.server.ts'

const today = '2026-07-10'
const clock = { now: () => new Date(`${today}T08:00:00Z`) }
const english: SignalFormat = { language: 'en', money: a => `CNY ${a}`, day: day => day, percent: String }
const chinese: SignalFormat = { ...english, language: 'zh-Hans' }

let api: TestApi
let ids: Map<string, number>
beforeAll(async () => {
  api = await startTestApi({ clock })
  ids = await startWithDealers(api)
})
afterAll(() => api.close())
beforeEach(async () => {
  await api.pool.query('truncate know.buying_fact, know.installed cascade')
})

const reading = (accounts: string[] | null) => ({
  db: api.db,
  pool: api.pool,
  clock,
  today,
  accountIds: accounts?.map(code => ids.get(code)!) ?? null,
})

const heard = (learnedOn: string) => ({ learnedOn, contactId: null, toldBy: null })
const fact = (code: string, learnedOn: string, steps = 1) => ({
  accountId: ids.get(code)!,
  ...heard(learnedOn),
  fact: {
    field: 'process' as const,
    value: { steps: Array.from({ length: steps }, () => ({ name: 'Sign', days: 90, contactId: null, who: 'Chief' })) },
  },
})

test('every key account of which nothing is known is a stale profile, the useful many are not', async () => {
  const signals = await staleProfile.read(reading(null))
  const accounts = new Set(signals.map(signal => signal.accountId))
  expect(accounts.has(ids.get('D01')!)).toBe(true)
  expect(accounts.has(ids.get('D30')!)).toBe(false)
  const [first] = await staleProfile.read(reading(['D01']))
  // A twentieth of what it contributes a year.
  expect(first).toMatchObject({ value: '18000', confidence: 0.7, values: { field: 'process', reason: 'unknown' } })
  expect(staleProfile.kinds['know.stale_profile'].reason(first!, english)).toBe(
    'Nothing is known of how this account buys. Ask: Which steps does an order go through in your house, who signs each of them, and how long does it take?',
  )
})

test('a profile above the threshold is silent, and one that has grown old names the question', async () => {
  const service = { ...fact('D01', today), fact: { field: 'service' as const, value: { demands: 'All' } } }
  const competitors = {
    ...service,
    fact: {
      field: 'competitors' as const,
      value: { shares: [{ competitor: 'Korund', productLine: null, percent: 20, source: null, asOf: null }] },
    },
  }
  await enterFacts(api.db, operator(), [fact('D01', today), service, competitors])
  expect(await staleProfile.read(reading(['D01']))).toEqual([])
  // 39 points on the day it was heard fall below 35 as the shares grow old.
  await api.pool.query(`update know.buying_fact set learned_on = '2025-10-01' where field = 'competitors'`)
  const [stale] = await staleProfile.read(reading(['D01']))
  expect(stale!.values).toMatchObject({ score: 31, lastLearnedOn: today })
  expect(staleProfile.kinds['know.stale_profile'].reason(stale!, chinese)).toContain('得分 31')
})

const item = (code: string, boughtOn: string, quantity = 10) => ({
  ...{ accountId: ids.get(code)!, siteId: null, brand: 'Korund', model: null, ours: false, productLine: 'Jetty' },
  ...{ quantity, boughtOn, unitPrice: '100', currency: null, basePrice: '100', lifeMonths: 60, condition: null },
  ...{ note: null, personId: null },
})

test('an account hears of what falls due within the lead, not of the quarter after', async () => {
  await insertItems(api.db, [item('D01', '2022-01-01'), item('D01', '2022-04-01', 5), item('D02', '2022-04-01')])
  const signals = await replacementDue.read(reading(null))
  expect(signals).toMatchObject([
    {
      accountId: ids.get('D01'),
      due: '2026-09-30',
      value: '1000',
      values: { units: 10, due: '2027-Q1', lines: 'Jetty', lead: 2 },
    },
  ])
  const { reason } = replacementDue.kinds['know.replacement_due']
  expect(reason(signals[0]!, english)).toBe(
    '10 units of Jetty worth about CNY 1000 should be replaced by Q1 2027; buying takes 2 quarters, so begin talking now.',
  )
  expect(reason(signals[0]!, chinese)).toContain('10 台设备（Jetty）预计 2027年Q1前更换')
})

test('a longer buying process brings the talk forward, and an owner an account of the useful many', async () => {
  await insertItems(api.db, [item('D02', '2022-04-01'), item('D30', '2021-01-01')])
  expect(await replacementDue.read(reading(['D02', 'D30']))).toEqual([])
  await enterFacts(api.db, operator(), [fact('D02', today, 3)])
  expect(await replacementDue.read(reading(['D02']))).toMatchObject([{ values: { lead: 3, due: '2027-Q2' } }])
  await api.as('head', 'POST', '/accounts/owner', { accounts: [ids.get('D30')], ownerId: api.people.manager })
  expect(await replacementDue.read(reading(['D30']))).toMatchObject([{ values: { due: '2026-Q3' } }])
})

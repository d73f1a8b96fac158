import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { speaking, startWithDealers, today } from './dealers.fixture.ts'
import source from './identify.signals.server.ts'
import { sell } from './ledger.fixture.ts'

let api: TestApi
let ids: Map<string, number>
const clock = { now: () => new Date(`${today}T08:00:00Z`) }

beforeAll(async () => {
  api = await startTestApi({ clock })
  ids = await startWithDealers(api)
})
afterAll(() => api.close())

const read = (accountIds: number[] | null = null, day = today) =>
  source.read({ db: api.db, pool: api.pool, clock, today: day, accountIds })
const ofKind = async (kind: string, accountIds: number[] | null = null) =>
  (await read(accountIds)).filter(signal => signal.kind === kind)

test('before a first review nothing stands that could change', async () => {
  expect((await read()).filter(({ kind }) => kind.includes('tier') || kind.includes('review'))).toEqual([])
})

/** D11 earns more, beside its 240,000 a year; 252,000 are the 70 points of gold. */
const earn = (margin: number) =>
  sell(api, [
    { account: 'D11', document: `more ${margin}`, day: '2026-06-20', net: String(margin * 2), cost: String(margin) },
  ])

test('within three points of a tier a dealer is told what is missing by the next review, and not before', async () => {
  const { post } = speaking(api)
  const { body } = await post('/reviews')
  await post(`/reviews/${body.id}/confirm`)
  expect(await ofKind('identify.tier_near')).toEqual([])
  await earn(6_000)
  const near = await ofKind('identify.tier_near')
  expect(
    near.map(({ accountId, value, values }) => ({ accountId, value, measure: values.measure, to: values.to })),
  ).toEqual([{ accountId: ids.get('D11'), value: '6000', measure: 'contribution', to: 2 }])
  expect(near[0]!.due).toBe(near[0]!.values.review)
  expect(await ofKind('identify.tier_near', [ids.get('D11')!])).toEqual(near)
})

test('a dealer that reached the bound rises at the next review, and reading it alone says the same', async () => {
  await earn(6_001)
  const rising = await ofKind('identify.tier_rising')
  expect(rising.map(({ accountId, values }) => [accountId, values.from, values.to])).toEqual([[ids.get('D11'), 1, 2]])
  expect(await ofKind('identify.tier_rising', [ids.get('D11')!])).toEqual(rising)
  expect(await ofKind('identify.tier_rising', [ids.get('D01')!])).toEqual([])
  expect(await ofKind('identify.tier_near')).toEqual([])
})

test('a review is due from fourteen days before its day', async () => {
  const due = async (day: string) => (await read(null, day)).filter(({ kind }) => kind === 'identify.review_due')
  const [signal] = await due('2027-06-30')
  const ahead = (days: number) =>
    new Date(Date.parse(`${signal!.due}T00:00:00Z`) - days * 86_400_000).toISOString().slice(0, 10)
  expect(await due(ahead(15))).toEqual([])
  expect(await due(ahead(14))).toHaveLength(1)
})

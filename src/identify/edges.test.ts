import { afterEach, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { dealerPolicy, speaking } from './dealers.fixture.ts'
import { sell, spend } from './ledger.fixture.ts'
import type { Policy } from './policy.ts'

let api: TestApi
afterEach(() => api.close())

const { get, post } = speaking({ as: (...given: Parameters<TestApi['as']>) => api.as(...given) } as TestApi)
const started = async (today = '2024-03-05') => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T08:00:00Z`) } })
}
const decide = async (policy: Partial<Policy>) =>
  expect(
    await post('/policy', { basedOn: 1, name: 'Edge', note: null, policy: { ...dealerPolicy, ...policy } }),
  ).toMatchObject({ status: 200 })
const everyPage = [
  '/vital-few',
  '/vital-few/accounts',
  '/vital-few/guards',
  '/vital-few/department',
  '/policy',
  '/reviews',
]

async function everythingAnswers(ids: Iterable<number>) {
  const accounts = [...ids].flatMap(id => [`/accounts/${id}/standing`, `/accounts/${id}/standing/history`])
  for (const path of [...everyPage, '/accounts', ...accounts])
    expect([path, (await api.as('head', 'GET', path)).status]).toEqual([path, 200])
  expect(await post('/policy/simulate', { policy: dealerPolicy })).toMatchObject({ status: 200 })
  expect(api.failures).toEqual([])
}

describe('edges of what can be known', () => {
  test('without any account every page answers, and a review is refused', async () => {
    await started()
    for (const path of [...everyPage, '/accounts'])
      expect([path, (await api.as('head', 'GET', path)).status]).toEqual([path, 200])
    expect(await post('/reviews')).toMatchObject({ body: { code: 'ledger_empty' } })
    expect(await post('/policy/simulate', { policy: dealerPolicy })).toMatchObject({ body: { code: 'ledger_empty' } })
    expect(api.failures).toEqual([])
  })

  test('an account with one order: its rhythm, growth and future stay unknown', async () => {
    await started()
    const ids = await sell(api, [{ account: 'A', document: '1', day: '2024-02-29', net: '10', cost: '4' }])
    await everythingAnswers(ids.values())
    const standing = await get(`/accounts/${ids.get('A')}/standing`)
    const value = (measure: string) => standing.measures.find((each: any) => each.measure === measure).value
    expect([value('silence'), value('growth'), value('contribution')]).toEqual([null, null, '6'])
  })

  test('accounts that are all equal share one rank and one tier', async () => {
    await started()
    const accounts = ['A', 'B', 'C', 'D', 'E']
    const ids = await sell(
      api,
      accounts.map(account => ({ account, document: `${account}1`, day: '2024-02-10', net: '10', cost: '4' })),
    )
    await everythingAnswers(ids.values())
    const ranked = await get('/vital-few/accounts')
    expect(new Set(ranked.items.map((each: any) => each.tier)).size).toBe(1)
    const opened = await post('/reviews', { asOf: '2024-02-10' })
    expect(opened.status).toBe(200)
    await post(`/reviews/${opened.body.id}/confirm`)
    expect(await get(`/reviews/${opened.body.id}/reproduction`)).toEqual({ same: true, accounts: 5, differences: [] })
  })

  test('no criterion known of anybody: nobody has points, nobody is key, nothing breaks', async () => {
    await started()
    const ids = await sell(api, [
      { account: 'A', document: '1', day: '2024-01-10', net: '10', cost: null },
      { account: 'B', document: '2', day: '2024-02-10', net: '20', cost: null },
    ])
    await decide({})
    await everythingAnswers(ids.values())
    const standing = await get(`/accounts/${ids.get('A')}/standing`)
    expect(standing).toMatchObject({
      tier: 'regular',
      explained: { criteria: [{ value: null, score: null, points: 0 }] },
    })
  })

  test('a policy whose tiers nobody can reach leaves everybody regular, with nothing promised', async () => {
    await started()
    const ids = await sell(api, [{ account: 'A', document: '1', day: '2024-02-10', net: '10', cost: '4' }])
    await decide({ tiers: { by: 'quota', of: 'accounts', platinum: 0, gold: 0, silver: 0 } })
    await everythingAnswers(ids.values())
    expect(await get(`/accounts/${ids.get('A')}/standing`)).toMatchObject({
      tier: 'regular',
      explained: { next: null },
    })
  })

  test('where everybody loses money no share is told and nobody is key by contribution', async () => {
    await started()
    const ids = await sell(
      api,
      ['A', 'B', 'C'].map((account, index) => ({
        account,
        document: account,
        day: '2024-02-10',
        net: '10',
        cost: String(11 + index),
      })),
    )
    await spend(api, ids, [{ account: 'A', day: '2024-02-11', amount: '3' }])
    await decide({ tiers: { by: 'contribution', platinum: 0.5, gold: 0.8, silver: 0.95 } })
    await everythingAnswers(ids.values())
    const review = await post('/reviews')
    expect(review.body.tiers.map((each: any) => each.contributionShare)).toEqual([null, null, null, null, null])
    expect(review.body.moved).toBe(0)
    await expect(get(`/accounts/${ids.get('A')}/standing`)).resolves.toMatchObject({ tier: 'regular' })
  })

  test('twelve months to 29 February begin on 1 March, and a day before the ledger is refused', async () => {
    await started()
    const ids = await sell(api, [
      { account: 'A', document: '0', day: '2023-02-28', net: '1000', cost: '1' },
      { account: 'A', document: '1', day: '2023-03-01', net: '10', cost: '4' },
      { account: 'A', document: '2', day: '2024-02-29', net: '20', cost: '4' },
    ])
    await decide({})
    const leap = await post('/reviews', { asOf: '2024-02-29' })
    expect(leap.body).toMatchObject({ windowFrom: '2023-03-01', asOf: '2024-02-29' })
    expect((await get(`/reviews/${leap.body.id}`)).tiers.at(0).contribution).toBe('22')
    const measures = (await get(`/accounts/${ids.get('A')}/standing`)).measures
    expect(measures.find((each: any) => each.measure === 'cooperationMonths').value).toBe('12')
    const plain = await post('/reviews', { asOf: '2023-02-28' })
    expect(plain.body).toMatchObject({ windowFrom: '2022-03-01' })
    expect(await post('/reviews', { asOf: '2023-02-27' })).toMatchObject({ body: { code: 'review_day_outside' } })
    expect(await post('/reviews', { asOf: '2023-02-29' })).toMatchObject({ status: 400 })
  })

  test('an invitation moves a Platinum account, yet neither up nor down', async () => {
    await started()
    const ids = await sell(api, [
      { account: 'A', document: '1', day: '2024-02-10', net: '500000', cost: '100000' },
      { account: 'B', document: '2', day: '2024-02-29', net: '1', cost: '1' },
    ])
    await decide({})
    const first = (await post('/reviews', { asOf: '2024-02-10' })).body
    expect(await post(`/reviews/${first.id}/confirm`)).toMatchObject({ status: 200 })
    expect(
      await post(`/accounts/${ids.get('A')}/invitation`, { reason: 'Opens a region', until: '2024-12-31' }),
    ).toMatchObject({ status: 200 })
    const { id } = (await post('/reviews', { asOf: '2024-02-29' })).body
    const total = async (movement: string) => (await get(`/reviews/${id}/moves?movement=${movement}`)).total
    expect([await total('all'), await total('up'), await total('down'), await total('invited')]).toEqual([1, 0, 0, 1])
  })

  test('two heads who confirm the same review at once: one does, the other is told', async () => {
    await started()
    await sell(api, [{ account: 'A', document: '1', day: '2024-02-10', net: '10', cost: '4' }])
    const { id } = (await post('/reviews')).body
    const both = await Promise.all([
      post(`/reviews/${id}/confirm`),
      post(`/reviews/${id}/confirm`, {}, 'administrator'),
    ])
    expect(both.map(each => each.status).sort()).toEqual([200, 409])
    const { rows } = await api.pool.query(
      `select count(*) as times from platform.change where operation = 'confirm review'`,
    )
    expect(rows[0]).toEqual({ times: 1 })
    const opened = await Promise.all([post('/reviews'), post('/reviews', {}, 'administrator')])
    expect(opened.map(each => each.status)).toEqual([200, 200])
    expect((await get('/reviews')).items.filter((each: any) => each.state === 'draft')).toHaveLength(1)
  })
})

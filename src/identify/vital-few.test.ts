import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { dealerPolicy, speaking, startWithDealers, today } from './dealers.fixture.ts'
import { sell } from './ledger.fixture.ts'

let api: TestApi
let ids: Map<string, number>
const id = (code: string) => ids.get(code)!
const { get, post } = speaking({ as: (...given: Parameters<TestApi['as']>) => api.as(...given) } as TestApi)
const standingOf = (code: string) => get(`/accounts/${id(code)}/standing`)

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T08:00:00Z`) } })
})
afterAll(() => api.close())

describe('before anything is sold', () => {
  test('the vital few are empty and no review can be opened', async () => {
    expect(await get('/vital-few')).toMatchObject({
      ledger: { from: null, to: null },
      totals: { accounts: 0, revenue: '0', margin: null },
      standing: null,
      tiers: [],
    })
    expect(await get('/vital-few/guards')).toMatchObject({ total: 0, items: [] })
    expect(await get('/vital-few/department')).toMatchObject({
      keyAccounts: 0,
      managersNeeded: 0,
      worthFounding: false,
    })
    expect(await post('/reviews')).toMatchObject({ status: 409, body: { code: 'ledger_empty' } })
  })

  test('the first policy is the ready one for manufacturers; changing it makes version 2', async () => {
    expect(await get('/policy')).toMatchObject({ version: 1, inForce: true, author: 'Vitalfew', reviews: 0 })
    ids = await startWithDealers(api)
    expect(await get('/policy')).toMatchObject({ version: 2, name: 'Dealers', inForce: true, author: 'The head' })
    expect((await get('/policy/ready')).items.map((each: any) => each.key)).toEqual([
      'manufacturer',
      'distributor',
      'projects',
    ])
  })
})

describe('the vital few', () => {
  test('until a review is confirmed, everybody stands provisionally by the policy in force', async () => {
    const overview = await get('/vital-few')
    expect(overview.standing).toMatchObject({ state: 'provisional', asOf: '2026-06-15', policyVersion: 2 })
    expect(overview.totals).toMatchObject({
      accounts: 30,
      documents: 1_080,
      revenue: String(465_000 * 4 * 36),
      margin: String(465_000 * 36),
      costToServe: null,
      costCoverage: 1,
    })
    expect(overview.curves.contribution).toMatchObject({ accounts: 30, accountsFor80Percent: 17, lossMaking: 0 })
    // 360,000 a year are 100 points: 30,000 a month.
    expect(overview.tiers.map((each: any) => [each.tier, each.accounts])).toEqual([
      ['regular', 14],
      ['silver', 6],
      ['gold', 6],
      ['platinum', 4],
      ['special', 0],
    ])
    expect(overview.coverage).toContainEqual({ measure: 'contribution', known: 30, of: 30 })
    expect(overview.coverage).toContainEqual({ measure: 'loyalty', known: 0, of: 30 })
    expect(await standingOf('D01')).toMatchObject({
      tier: 'platinum',
      reason: 'first',
      explained: { points: 100, rank: 1, of: 30 },
      atReview: null,
    })
  })

  test('an account explains itself down to the value, and says what is missing for the next tier', async () => {
    const standing = await standingOf('D05')
    expect(standing).toMatchObject({
      tier: 'gold',
      explained: {
        points: 86.67,
        criteria: [{ measure: 'contribution', value: '312000', rank: 5, of: 30 }],
        next: { tier: 'platinum', ways: [{ measure: 'contribution', from: '312000', to: '324000', more: '12000' }] },
      },
      sentences: { next: 'Missing for Platinum: 12,000 more contribution' },
    })
    expect(standing.measures.find((each: any) => each.measure === 'costToServe')).toMatchObject({
      value: null,
      unknown: 'No cost to serve has been booked',
    })
    const chinese = await api.as('reader', 'GET', `/accounts/${id('D05')}/standing`, undefined, {
      'accept-language': 'zh-CN',
    })
    expect(chinese.body.sentences.next).toBe('距铂金级还差：贡献毛利再增加 12,000')
  })

  test('the list beside the curve follows the brush and the filter', async () => {
    const brushed = await get('/vital-few/accounts?fromRank=3&toRank=4')
    expect(brushed.items.map((each: any) => [each.rank, each.code, each.tier])).toEqual([
      [3, 'D03', 'platinum'],
      [4, 'D04', 'platinum'],
    ])
    expect(brushed.items[1].cumulative).toBe(String((30 + 29 + 28 + 27) * 36_000))
    const silver = await get('/vital-few/accounts?tier=silver&limit=2')
    expect(silver).toMatchObject({ total: 6, nextCursor: 2 })
    expect((await get('/vital-few/accounts?order=smallest&limit=1')).items[0].code).toBe('D30')
    expect((await get('/vital-few/accounts?text=dealer%20d07')).total).toBe(1)
  })

  test('a simulated policy tells who would move and what it would cost, and changes nothing', async () => {
    const harder = { ...dealerPolicy, tiers: { ...dealerPolicy.tiers, platinum: 95 } }
    const { body } = await post('/policy/simulate', { policy: harder, moves: 5 }, 'reader')
    expect(body).toMatchObject({
      accounts: 30,
      basis: 'contribution',
      moved: 2,
      entitlementCostBefore: '438000',
      entitlementCost: '368000',
    })
    expect(body.flows).toContainEqual({ from: 'platinum', to: 'gold', accounts: 2 })
    expect(body.moves.map((each: any) => [each.account.code, each.from, each.to])).toEqual([
      ['D03', 'platinum', 'gold'],
      ['D04', 'platinum', 'gold'],
    ])
    expect(await standingOf('D04')).toMatchObject({ tier: 'platinum' })
  })

  test('a policy edited on an old version is refused, and so is one that changes nothing', async () => {
    expect(await post('/policy', { basedOn: 1, name: 'Mine', policy: dealerPolicy })).toMatchObject({
      status: 412,
      body: { code: 'policy_changed_meanwhile' },
    })
    expect(await post('/policy', { basedOn: 2, name: 'Dealers', policy: dealerPolicy })).toMatchObject({
      status: 409,
      body: { code: 'policy_unchanged' },
    })
    expect((await get('/policy/versions')).items.map((each: any) => each.version)).toEqual([2, 1])
  })

  test('only administrators and heads change the policy or open a review', async () => {
    for (const role of ['manager', 'back office', 'executive', 'reader'] as const) {
      expect(await post('/reviews', {}, role)).toMatchObject({ status: 403 })
      expect(await post('/policy', { basedOn: 2, name: 'Mine', policy: dealerPolicy }, role)).toMatchObject({
        status: 403,
      })
      expect(
        await post(`/accounts/${id('D20')}/override`, { tier: 'gold', reason: 'x', until: '2026-12-31' }, role),
      ).toMatchObject({ status: 403 })
    }
  })

  test('one more sale refreshes the provisional standing, and writes only the accounts that it moved', async () => {
    const versions = async () =>
      new Map(
        (await api.pool.query('select account_id, xmin::text as written from identify.standing')).rows.map(row => [
          row.account_id,
          row.written,
        ]),
      )
    const before = await versions()
    await sell(api, [{ account: 'D30', document: 'large', day: '2026-06-15', net: '800', cost: '500' }])
    expect((await standingOf('D30')).explained.criteria[0].value).toBe('12300')
    const after = await versions()
    expect(after.size).toBe(30)
    expect(
      [...after].filter(([account, written]) => before.get(account) !== written).map(([account]) => account),
    ).toEqual([id('D30')])
  })
})

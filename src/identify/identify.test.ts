import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { type SoldLine, sell, spend } from './ledger.fixture.ts'
import { readyPolicies } from './ready-policies.ts'
import { dayAfter } from './review-window.ts'

/*
Thirty dealers, D01 the best of them: the contribution of the year to 30 June 2026 falls by 1,000 from one to the next.
All buy every month since July 2023, so that only contribution tells them apart.
*/
const dealers = Array.from({ length: 30 }, (_, index) => `D${String(index + 1).padStart(2, '0')}`)
const months = Array.from({ length: 36 }, (_, index) => dayAfter('2023-07-15', Math.round(index * 30.4375)).slice(0, 7))

function yearly(account: string, margin: number, of: readonly string[] = months): SoldLine[] {
  return of.map(month => ({
    account,
    accountName: `Dealer ${account}`,
    document: `${account}-${month}`,
    day: `${month}-15`,
    net: String(margin * 4),
    cost: String(margin * 3),
  }))
}

const policy = {
  ...readyPolicies.manufacturer,
  gates: {
    minimumCooperationMonths: null,
    legalStandingConfirmed: false,
    anyOf: { singleDocument: null, yearTotal: null },
  },
  criteria: [
    {
      measure: 'contribution' as const,
      weight: 1,
      scale: { kind: 'linear' as const, from: 0, to: 360_000 },
      unknown: 'leave out' as const,
    },
  ],
  tiers: { by: 'points' as const, platinum: 90, gold: 70, silver: 50 },
  hysteresis: { margin: 3, reviewsBeforeDemotion: 2 },
}

let api: TestApi
let ids: Map<string, number>
const id = (code: string) => ids.get(code)!
const get = async (path: string, role: Parameters<TestApi['as']>[0] = 'reader') =>
  (await api.as(role, 'GET', path)).body
const post = (path: string, body: unknown = {}, role: Parameters<TestApi['as']>[0] = 'head') =>
  api.as(role, 'POST', path, body)
const standingOf = (code: string) => get(`/accounts/${id(code)}/standing`)

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date('2026-07-10T08:00:00Z') } })
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
})

describe('the vital few', () => {
  beforeAll(async () => {
    ids = await sell(
      api,
      dealers.flatMap((code, index) => yearly(code, 30_000 - index * 1_000)),
    )
    const inForce = await get('/policy')
    expect(inForce).toMatchObject({ version: 1, inForce: true, author: 'Vitalfew', reviews: 0 })
    const changed = await post('/policy', { basedOn: 1, name: 'Dealers', note: 'Contribution alone', policy })
    expect(changed).toMatchObject({ status: 200, body: { version: 2, name: 'Dealers', inForce: true } })
  })

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
    const harder = { ...policy, tiers: { ...policy.tiers, platinum: 95 } }
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
    expect(await post('/policy', { basedOn: 1, name: 'Mine', policy })).toMatchObject({
      status: 412,
      body: { code: 'policy_changed_meanwhile' },
    })
    expect(await post('/policy', { basedOn: 2, name: 'Dealers', policy })).toMatchObject({
      status: 409,
      body: { code: 'policy_unchanged' },
    })
    expect((await get('/policy/versions')).items.map((each: any) => each.version)).toEqual([2, 1])
  })

  test('only administrators and heads change the policy or open a review', async () => {
    for (const role of ['manager', 'back office', 'executive', 'reader'] as const) {
      expect(await post('/reviews', {}, role)).toMatchObject({ status: 403 })
      expect(await post('/policy', { basedOn: 2, name: 'Mine', policy }, role)).toMatchObject({ status: 403 })
      expect(
        await post(`/accounts/${id('D20')}/override`, { tier: 'gold', reason: 'x', until: '2026-12-31' }, role),
      ).toMatchObject({ status: 403 })
    }
  })
})

describe('reviews', () => {
  let first: number

  test('a review is looked at before it is confirmed; until then nobody moves', async () => {
    const opened = await post('/reviews', { asOf: '2025-12-31' })
    expect(opened).toMatchObject({
      status: 200,
      body: {
        state: 'draft',
        asOf: '2025-12-31',
        windowFrom: '2025-01-01',
        policyVersion: 2,
        accounts: 30,
        moved: 16,
        stale: false,
        openedBy: 'The head',
      },
    })
    first = opened.body.id
    const moves = await get(`/reviews/${first}/moves?limit=2`)
    expect(moves).toMatchObject({ total: 16, nextCursor: 2 })
    expect(moves.items[0]).toMatchObject({
      account: { code: 'D01' },
      from: null,
      to: 'platinum',
      points: 100,
      contribution: '360000',
      reason: 'first',
    })
    expect((await get('/vital-few')).standing.state).toBe('provisional')
    const confirmed = await post(`/reviews/${first}/confirm`, { note: 'As discussed' })
    expect(confirmed).toMatchObject({
      status: 200,
      body: { state: 'confirmed', confirmedBy: 'The head', note: 'As discussed' },
    })
    expect((await get('/vital-few')).standing).toMatchObject({
      reviewId: first,
      state: 'confirmed',
      asOf: '2025-12-31',
    })
    expect(await post(`/reviews/${first}/confirm`)).toMatchObject({ status: 409, body: { code: 'review_not_open' } })
    expect(await api.as('head', 'DELETE', `/reviews/${first}`)).toMatchObject({
      status: 409,
      body: { code: 'review_not_open' },
    })
  })

  test('a review cannot be dated before the last one, nor outside the ledger', async () => {
    expect(await post('/reviews', { asOf: '2025-11-30' })).toMatchObject({ body: { code: 'review_day_early' } })
    expect(await post('/reviews', { asOf: '2026-12-31' })).toMatchObject({ body: { code: 'review_day_outside' } })
  })

  test('a draft is stale once the ledger moves, and is opened again', async () => {
    const draft = (await post('/reviews', { asOf: '2026-01-31' })).body
    await sell(api, [{ account: 'D02', document: 'late', day: '2026-01-20', net: '40', cost: '30' }])
    expect((await get(`/reviews/${draft.id}`)).stale).toBe(true)
    expect(await post(`/reviews/${draft.id}/confirm`)).toMatchObject({ status: 409, body: { code: 'review_stale' } })
    const again = (await post('/reviews', { asOf: '2026-01-31' })).body
    expect(again.stale).toBe(false)
    expect((await api.as('head', 'DELETE', `/reviews/${again.id}`)).body).toEqual({ discarded: true })
    expect((await get('/reviews')).items.map((each: any) => each.id)).toEqual([first])
  })

  test('a fading account keeps its tier at the first bad review and loses it at the second; the others stay', async () => {
    // D10 returns a good part of what it bought in spring: 75 points before, about 45 after.
    await sell(
      api,
      ['2026-03', '2026-04', '2026-05'].map(month => ({
        account: 'D10',
        document: `return ${month}`,
        day: `${month}-20`,
        net: '-160000',
        cost: '-120000',
      })),
    )
    const second = (await post('/reviews', { asOf: '2026-05-31' })).body
    expect((await get(`/reviews/${second.id}/moves?movement=kept`)).items).toMatchObject([
      { account: { code: 'D10' }, from: 'gold', to: 'gold', strict: 'regular', reason: 'kept by patience' },
    ])
    await post(`/reviews/${second.id}/confirm`)
    expect(await standingOf('D10')).toMatchObject({ tier: 'gold', reason: 'kept by patience' })
    const third = (await post('/reviews', { asOf: '2026-06-15' })).body
    const moves = await get(`/reviews/${third.id}/moves`)
    expect(moves.items).toMatchObject([{ account: { code: 'D10' }, from: 'gold', to: 'regular', reason: 'demoted' }])
    await post(`/reviews/${third.id}/confirm`)
    const history = await get(`/accounts/${id('D10')}/standing/history`)
    expect(history.items.map((each: any) => [each.asOf, each.tier, each.reason])).toEqual([
      ['2026-06-15', 'regular', 'demoted'],
      ['2026-05-31', 'gold', 'kept by patience'],
      ['2025-12-31', 'gold', 'first'],
    ])
    expect((await get('/vital-few/movements')).flows).toContainEqual({ from: 'gold', to: 'regular', accounts: 1 })
  })

  test('a past review is reproduced to the digit after the ledger has changed, and a forged point is found', async () => {
    expect(await get(`/reviews/${first}/reproduction`)).toEqual({ same: true, accounts: 30, differences: [] })
    await api.pool.query('update identify.standing set points = points + 1 where review_id = $1 and account_id = $2', [
      first,
      id('D03'),
    ])
    expect(await get(`/reviews/${first}/reproduction`)).toMatchObject({
      same: false,
      differences: [{ accountId: id('D03'), field: 'points', kept: '9334', computed: '9333' }],
    })
    await api.pool.query('update identify.standing set points = points - 1 where review_id = $1 and account_id = $2', [
      first,
      id('D03'),
    ])
  })

  test('the standing explains the review that gave the tier beside today’s figures', async () => {
    const standing = await standingOf('D10')
    expect(standing.atReview.points).toBe(standing.explained.points)
    expect(standing.review).toMatchObject({ state: 'confirmed', asOf: '2026-06-15' })
  })
})

describe('what people decide', () => {
  test('an invitation makes an account Special at once and until its end, whatever its points', async () => {
    expect(
      await post(`/accounts/${id('D30')}/invitation`, { reason: 'Opinion leader of the port', until: '2026-07-09' }),
    ).toMatchObject({ body: { code: 'term_over' } })
    const invited = await post(`/accounts/${id('D30')}/invitation`, {
      reason: 'Opinion leader of the port',
      until: '2026-12-31',
    })
    expect(invited).toMatchObject({
      status: 200,
      body: { inviter: 'The head', from: '2026-07-10', until: '2026-12-31' },
    })
    expect(await standingOf('D30')).toMatchObject({
      tier: 'special',
      earned: 'regular',
      reason: 'invited',
      invitation: { reason: 'Opinion leader of the port' },
    })
    expect(await post(`/accounts/${id('D30')}/invitation`, { reason: 'Again', until: '2027-12-31' })).toMatchObject({
      body: { code: 'term_overlaps' },
    })
    expect((await post(`/accounts/${id('D30')}/invitation/end`)).body.endedOn).toBe('2026-07-10')
    expect(await standingOf('D30')).toMatchObject({ tier: 'regular', invitation: null })
    expect(await post(`/accounts/${id('D30')}/invitation/end`)).toMatchObject({ body: { code: 'term_not_running' } })
    expect(await standingOf('D29'), 'the bystander').toMatchObject({ tier: 'regular', reason: 'earned' })
  })

  test('an override needs a reason and an end', async () => {
    const path = `/accounts/${id('D28')}/override`
    expect((await post(path, { tier: 'gold', until: '2026-12-31' })).status).toBe(400)
    expect((await post(path, { tier: 'gold', reason: 'Merger under way' })).status).toBe(400)
    expect(await post(path, { tier: 'gold', reason: 'Merger under way', until: '2026-12-31' })).toMatchObject({
      status: 200,
      body: { tier: 'gold', author: 'The head' },
    })
    expect(await standingOf('D28')).toMatchObject({ tier: 'gold', earned: 'regular', reason: 'override' })
    await post(`${path}/end`)
    expect(await standingOf('D28')).toMatchObject({ tier: 'regular' })
  })

  test('a manager judges the own account only; the grade counts and leaves a trail', async () => {
    const path = `/accounts/${id('D06')}/judgements`
    const grade = { measure: 'loyalty', value: 8.5, note: 'Never bought elsewhere' }
    expect(await post(path, grade, 'manager')).toMatchObject({ status: 403, body: { code: 'judging_not_yours' } })
    await api.as('head', 'POST', '/accounts/owner', { accounts: [id('D06')], ownerId: api.people.manager })
    expect(await post(path, grade, 'manager')).toMatchObject({
      status: 200,
      body: { value: 8.5, judgedOn: '2026-07-10', author: 'The manager' },
    })
    expect(await post(path, { ...grade, judgedOn: '2026-07-11' }, 'manager')).toMatchObject({
      body: { code: 'judged_in_future' },
    })
    expect((await post(path, { ...grade, value: 11 }, 'manager')).status).toBe(400)
    const owned = await get(`/vital-few/accounts?ownerId=${api.people.manager}`)
    expect(owned.items.map((each: any) => each.code)).toEqual(['D06'])
    expect((await standingOf('D06')).judgements).toMatchObject([{ measure: 'loyalty', value: 8.5 }])
    const trail = await get(`/accounts/${id('D06')}/changes`, 'administrator')
    expect(trail.items.find((each: any) => each.operation === 'judge')).toMatchObject({
      actor: 'The manager',
      after: { measure: 'loyalty', value: 8.5 },
    })
  })

  test('a value type is suggested by behaviour and decided by a person', async () => {
    const before = (await standingOf('D01')).valueType
    expect(before).toMatchObject({ decided: null, suggested: null })
    expect(
      (await api.as('manager', 'PUT', `/accounts/${id('D01')}/value-type`, { valueType: 'strategic' })).status,
    ).toBe(403)
    await api.as('head', 'PUT', `/accounts/${id('D01')}/value-type`, {
      valueType: 'strategic',
      reason: 'Joint gateway',
    })
    expect((await standingOf('D01')).valueType).toMatchObject({
      decided: 'strategic',
      decidedBy: 'The head',
      reason: 'Joint gateway',
      play: expect.stringContaining('Plan together'),
    })
  })

  test('an unknown account is refused by name', async () => {
    expect(await api.as('reader', 'GET', '/accounts/999999/standing')).toMatchObject({
      status: 404,
      body: { code: 'account_unknown' },
    })
  })
})

describe('guards', () => {
  test('a large account that loses money after cost to serve is listed with its loss and its reason', async () => {
    await spend(api, ids, [{ account: 'D01', day: '2026-06-01', amount: '400000.55' }])
    const { items } = await get('/vital-few/guards?guard=losing')
    expect(items).toMatchObject([{ account: { code: 'D01' }, tier: 'platinum', atStake: '40000.55', stake: 'loss' }])
    expect(items[0].reason).toContain('it contributes −40,000.55')
    const overview = await get('/vital-few')
    expect(overview.guards.find((each: any) => each.guard === 'losing')).toEqual({
      guard: 'losing',
      findings: 1,
      atStake: '40000.55',
    })
    expect((await get('/vital-few/guards?guard=ownerless')).items.map((each: any) => each.account.code)).not.toContain(
      'D06',
    )
  })

  test('the department counts its key accounts and the load of each manager', async () => {
    const department = await get('/vital-few/department')
    expect(department).toMatchObject({ keyAccounts: 15, worthFounding: false, keyAccountsWithoutOwner: 14 })
    expect(department.managers).toMatchObject([{ ownerName: 'The manager', accounts: { gold: 1 } }])
  })
})

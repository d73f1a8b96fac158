import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../tests/support/api.ts'
import { speaking, startWithDealers, today } from './dealers.fixture.ts'
import { sell } from './ledger.fixture.ts'

let api: TestApi
let ids: Map<string, number>
const id = (code: string) => ids.get(code)!
const { get, post } = speaking({ as: (...given: Parameters<TestApi['as']>) => api.as(...given) } as TestApi)
const standingOf = (code: string) => get(`/accounts/${id(code)}/standing`)

beforeAll(async () => {
  api = await startTestApi({ clock: { now: () => new Date(`${today}T08:00:00Z`) } })
  ids = await startWithDealers(api)
})
afterAll(() => api.close())

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
    const toSilver = await get(`/reviews/${first}/moves?from=regular&to=silver&limit=1000`)
    expect(toSilver.total).toBeGreaterThan(0)
    expect(toSilver.total).toBe(opened.body.tiers.find((each: { tier: string }) => each.tier === 'silver').accounts)
    expect(new Set(toSilver.items.map((each: { to: string }) => each.to))).toEqual(new Set(['silver']))
    expect((await get(`/reviews/${first}/moves?from=gold`)).total).toBe(0)
    expect((await get(`/reviews/${first}/moves?movement=invited`)).total).toBe(0)
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

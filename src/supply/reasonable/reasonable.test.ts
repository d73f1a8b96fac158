import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { dealersAndGoods } from '../stock/stock.fixture.ts'
import { claimStock } from '../stock/stock.server.ts'
import { forecastSteady } from './reasonable.fixture.ts'
import { reviewStock } from './review-stock.use.ts'
import { targetsOf } from './targets.store.ts'

let api: TestApi
let id: Record<string, number>
const clock = { now: () => new Date('2026-11-02T08:00:00Z') }

beforeAll(async () => {
  api = await startTestApi({ clock })
  id = await dealersAndGoods(api)
})
afterAll(() => api.close())

const claiming = { via: 'api', source: 'test', at: clock.now() } as const

test('a dealer’s report becomes a target, a state, a day and money', async () => {
  await api.pool.query(`update products.product set list_price = 100, standard_cost = 60 where code in ('P1', 'P2')`)
  await forecastSteady(api.pool, { accountId: id.C1!, productId: id.P1!, mean: 70, p90: 82.815515655446 })
  await forecastSteady(api.pool, { accountId: id.C1!, productId: id.P2!, mean: 7, p90: 9 })
  await claimStock(api.db, claiming, [
    { accountId: id.C1!, siteId: null, productId: id.P1!, day: '2026-11-01', onHand: '50' },
  ])
  expect(await reviewStock({ ...api, clock }, null)).toBe(2)
  const [first, second] = await targetsOf(api.db, null)
  // No delivery, no lane: 3 days to prepare and 7 on the way, reviewed weekly: 17 days.
  expect(first).toMatchObject({
    productId: id.P1,
    class: 'CX',
    basis: 'forecast',
    leadDays: 10,
    leadSource: 'policy',
    reviewDays: 7,
    onHand: '50',
    state: 'short',
    stockOutOn: '2026-11-07',
    reviewedOn: '2026-11-02',
  })
  expect(first!.coverWeeks).toBeCloseTo(50 / 70, 6)
  expect(first!.missing).toBeCloseTo(170 - 50, 4)
  expect(Number(first!.lost)).toBeCloseTo(120 * 40, 1)
  expect(second).toMatchObject({ productId: id.P2, state: 'unknown', onHand: null, wanted: 0 })
})

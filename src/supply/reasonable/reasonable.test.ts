import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { sentenceFormat } from '../../web/sentence-format.ts'
import { dealersAndGoods } from '../stock/stock.fixture.ts'
import { claimSellThrough, claimStock } from '../stock/stock.server.ts'
import { followStock } from './follow-stock.use.ts'
import { holdDueReviews } from './hold-reviews.use.ts'
import { forecastSteady } from './reasonable.fixture.ts'
import signals from './reasonable.signals.server.ts'
import { reviewStock } from './review-stock.use.ts'
import brief from './stock.brief.server.ts'
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

test('the page lists the worst first, says how many stand where, and explains each figure', async () => {
  const { body } = await api.as('reader', 'GET', '/supply/targets')
  expect(body.items.map((item: { product: { code: string } }) => item.product.code)).toEqual(['P1', 'P2'])
  expect(body.items[1]).toMatchObject({ state: 'unknown', position: null, coverWeeks: null })
  const short = await api.as('reader', 'GET', '/supply/targets?state=short')
  expect(short.body.items).toHaveLength(1)
  const mine = await api.as('manager', 'GET', '/supply/targets?whose=mine')
  expect(mine.body.items).toEqual([])
  const summary = await api.as('reader', 'GET', '/supply/targets/summary')
  expect(summary.body).toMatchObject({
    accounts: 1,
    reviewedOn: '2026-11-02',
    states: { short: 1, unknown: 1, right: 0 },
  })
  const item = await api.as('reader', 'GET', `/supply/targets/item?accountId=${id.C1}&productId=${id.P1}`)
  const { demandAhead, z, deviation, safety, target, economy } = item.body
  expect(target).toBeCloseTo(demandAhead + z * deviation, 6)
  expect(safety).toBeCloseTo(z * deviation, 6)
  // A piece lies 17 days: 100 × 9% × 17 ÷ 364; against 40 that it earns.
  expect(Number(economy.holding)).toBeCloseTo((100 * 0.09 * 17) / 7 / 52, 3)
  expect(economy.balancedService).toBeCloseTo(40 / (40 + Number(economy.holding)), 4)
  const gone = await api.as('reader', 'GET', `/supply/targets/item?accountId=${id.C2}&productId=${id.P1}`)
  expect(gone.body.code).toBe('stock_target_unknown')
})

test('a planned order is edited, made with its reasons, and not made twice', async () => {
  await api.as('back office', 'PUT', `/supply/packs/${id.P1}`, {
    pack: 10,
    layer: null,
    pallet: null,
    weightKg: 1.5,
    volumeM3: 0.004,
  })
  const plan = await api.as('reader', 'GET', `/accounts/${id.C1}/proposals/plan`)
  const [order] = plan.body.orders
  expect(order).toMatchObject({ site: null, wantedOn: '2026-11-12', mayPropose: false, waiting: null })
  expect(order.lines).toHaveLength(1)
  expect(Number(order.lines[0].quantity) % 10).toBe(0)
  expect(order.lines[0].sentence.en).toMatch(
    /^cover 0\.7 weeks, gone on 7 Nov 2026, lead time 10 days; 1\d\d to the target/,
  )
  const said = { as: 'proposed', lines: [{ productId: id.P1, quantity: '150' }] }
  const refused = await api.as('manager', 'POST', `/accounts/${id.C1}/proposals`, said)
  expect(refused.body.code).toBe('account_not_yours')
  const other = await api.as('head', 'POST', `/accounts/${id.C1}/proposals`, {
    ...said,
    lines: [{ productId: id.P3, quantity: '1' }],
  })
  expect(other.body.code).toBe('stock_plan_other_product')
  const made = await api.as('head', 'POST', `/accounts/${id.C1}/proposals`, said)
  expect(made.status).toBe(200)
  const { body } = await api.as('reader', 'GET', `/orders/${made.body.publicId}`)
  expect(body).toMatchObject({ state: 'proposed', wantedOn: '2026-11-12' })
  expect(body.lines[0].reason['zh-Hans']).toContain('交期 10 天')
  const again = await api.as('head', 'POST', '/supply/proposals', { accountIds: [id.C1] })
  expect(again.body).toEqual({ made: [], waiting: 1 })
})

test('credit cuts the order, and the budget of the month counts what was signed in it', async () => {
  await claimStock(api.db, claiming, [{ accountId: id.C2!, productId: id.P1!, day: '2026-11-01', onHand: '5' }])
  await forecastSteady(api.pool, { accountId: id.C2!, productId: id.P1!, mean: 70, p90: 82 })
  await reviewStock({ ...api, clock }, [id.C2!])
  const terms = await api.as('back office', 'PUT', `/accounts/${id.C2}/supply-credit`, {
    creditLimit: '12000',
    open: '4050.50',
    budget: null,
    version: 0,
  })
  expect(terms.body.credit).toMatchObject({ creditLimit: '12000', open: '4050.5', asOf: '2026-11-02', version: 1 })
  const stale = await api.as('back office', 'PUT', `/accounts/${id.C2}/supply-credit`, {
    ...terms.body.credit,
    version: 0,
  })
  expect(stale.body.code).toBe('supply_terms_changed_meanwhile')
  const { body } = await api.as('reader', 'GET', `/accounts/${id.C2}/proposals/plan`)
  expect(body.orders[0]).toMatchObject({ means: { credit: '7949.50', budget: null }, value: '7000.00' })
  expect(body.orders[0].lines[0].reason.cut).toMatchObject({ to: 70, by: 'credit' })
})

test('a rhythm is agreed with an account; without one the policy’s holds', async () => {
  const usual = await api.as('reader', 'GET', `/accounts/${id.C3}/supply-terms`)
  expect(usual.body).toMatchObject({
    rhythm: { weekday: 1, hour: 8, isOwn: false, nextOn: '2026-11-09' },
    credit: null,
  })
  const rhythm = { weekday: 3, hour: 9, intervalWeeks: 2, isPaused: false, version: 0 }
  const own = await api.as('head', 'PUT', `/accounts/${id.C3}/review-rhythm`, rhythm)
  expect(own.body.rhythm).toMatchObject({ ...rhythm, isOwn: true, nextOn: '2026-11-04', version: 1 })
  const twice = await api.as('head', 'PUT', `/accounts/${id.C3}/review-rhythm`, rhythm)
  expect(twice.body.code).toBe('supply_terms_changed_meanwhile')
})

test('another policy is tried without being in force, then is', async () => {
  const { body: policy } = await api.as('head', 'GET', '/supply/stock-policy')
  expect(policy.service.regular.CX).toBe(0.87)
  const bolder = structuredClone(policy)
  for (const each of Object.keys(bolder.service.regular)) bolder.service.regular[each] = 0.5
  const preview = await api.as('head', 'POST', '/supply/stock-policy/preview', bolder)
  expect(Number(preview.body.after.targetValue)).toBeLessThan(Number(preview.body.before.targetValue))
  expect(preview.body.items).toBe(3)
  const wrong = await api.as('head', 'PUT', '/supply/stock-policy', {
    ...bolder,
    limits: { ...bolder.limits, xLimit: 2 },
  })
  expect(wrong.body.code).toBe('stock_policy_invalid')
  const changed = await api.as('head', 'PUT', '/supply/stock-policy', bolder)
  expect(changed.body).toMatchObject({ version: 1, service: { regular: { CX: 0.5 }, gold: { CX: 0.92 } } })
  const stale = await api.as('head', 'PUT', '/supply/stock-policy', bolder)
  expect(stale.body.code).toBe('stock_policy_changed_meanwhile')
})

test('what nobody bought for a quarter is dead; a review of one account leaves the others as they were', async () => {
  await claimStock(api.db, claiming, [{ accountId: id.C3!, productId: id.P2!, day: '2026-11-01', onHand: '12' }])
  await claimSellThrough(api.db, claiming, [
    { accountId: id.C3!, productId: id.P2!, fromDay: '2026-10-26', toDay: '2026-11-01', sold: '0' },
  ])
  const before = await targetsOf(api.db, [id.C1!, id.C2!])
  await reviewStock({ ...api, clock }, [id.C3!])
  expect(await targetsOf(api.db, [id.C1!, id.C2!])).toEqual(before)
  const [item] = await targetsOf(api.db, [id.C3!])
  expect(item).toMatchObject({ state: 'dead', surplus: 12, wanted: 0, surplusValue: '1200' })
})

test('the weekly review makes each draft once, at its hour, for those who are looked after', async () => {
  await api.as('head', 'POST', '/accounts/owner', { accounts: [id.C2], ownerId: api.people.manager })
  // Half past seven, then half past eight in UTC, which is the company's zone here.
  const early = { ...api, clock: { now: () => new Date('2026-11-09T07:30:00Z') } }
  expect(await holdDueReviews(early)).toEqual({ accounts: 0, drafts: 0 })
  const due = { ...api, clock: { now: () => new Date('2026-11-09T08:30:00Z') } }
  expect(await holdDueReviews(due)).toEqual({ accounts: 1, drafts: 1 })
  expect(await holdDueReviews(due)).toEqual({ accounts: 0, drafts: 0 })
  const { rows } = await api.pool.query(
    `select state, created_by_name from supply.purchase_order where account_id = $1`,
    [id.C2],
  )
  expect(rows).toEqual([{ state: 'draft', created_by_name: 'Weekly review' }])
})

test('what is reported is looked at within minutes, and only that', async () => {
  await followStock({ ...api, clock })
  expect(await followStock({ ...api, clock })).toBe(0)
  await claimStock(api.db, claiming, [{ accountId: id.C3!, productId: id.P2!, day: '2026-11-02', onHand: '3' }])
  expect(await followStock({ ...api, clock })).toBe(1)
  const [item] = await targetsOf(api.db, [id.C3!])
  expect(item).toMatchObject({ onHand: '3', stockDay: '2026-11-02' })
  await api.pool.query(
    `insert into supply.forecast_run (state, asked_by_name, asked_at) values ('done', 'Forecasts', '2026-11-02')`,
  )
  expect(await followStock({ ...api, clock })).toBe(4)
})

test('a stock-out, a surplus and a waiting draft are said once for each account that somebody looks after', async () => {
  const reading = { ...api, clock, today: '2026-11-02', accountIds: null }
  const said = await signals.read(reading)
  expect(said.map(({ kind, accountId }) => [kind, accountId])).toEqual([
    ['supply.stock_out', id.C2],
    ['supply.draft', id.C2],
  ])
  expect(said[0]).toMatchObject({ due: '2026-11-02', values: { items: 1, product: 'P1' } })
  expect(said[0]!.value).toBe((await targetsOf(api.db, [id.C2!]))[0]!.lost)
  expect(await signals.read({ ...reading, accountIds: [id.C1!] })).toEqual([])
  // Two years of what C2 sells: nothing is short, and most of it lies.
  await claimStock(api.db, claiming, [{ accountId: id.C2!, productId: id.P1!, day: '2026-11-02', onHand: '7280' }])
  await followStock({ ...api, clock })
  const lying = (await signals.read(reading)).filter(({ kind }) => kind !== 'supply.draft')
  expect(lying).toMatchObject([{ kind: 'supply.stock_lying', accountId: id.C2, values: { excess: 1, dead: 0 } }])
  // Its capital of a year, at 9%.
  expect(Number(lying[0]!.value)).toBeCloseTo(Number(lying[0]!.values.surplus) * 0.09, 1)
})

test('the brief of a visit names what runs out, and is silent where nothing does', async () => {
  const words = (say: (format: ReturnType<typeof sentenceFormat>) => string) => ({
    en: say(sentenceFormat('en', 'CNY')),
    'zh-Hans': say(sentenceFormat('zh-Hans', 'CNY')),
  })
  const reading = { ...api, clock, today: '2026-11-02', since: null, contactIds: [], words }
  const section = await brief.read({ ...reading, accountId: id.C1! })
  expect(section!.items[0]!.text).toEqual({ en: 'P1 is gone on 7 Nov 2026', 'zh-Hans': 'P1 将于2026年11月7日断货' })
  expect(section!.topics![0]!.reason.en).toBe('1 product runs out')
  const dead = await brief.read({ ...reading, accountId: id.C3! })
  expect(dead!.items.map(({ text }) => text.en)).toEqual(['1 product lies too long'])
  expect(await brief.read({ ...reading, accountId: 999 })).toBeNull()
})

import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { type SoldLine, sell } from '../../identify/ledger.fixture.ts'
import { jobActor } from '../../platform/roles.ts'
import { claimSellThrough } from '../stock/stock.server.ts'
import { forecastCommand } from './forecast.command.ts'
import { forecastsOf } from './forecast.server.ts'
import source from './forecast.signals.server.ts'
import { makeForecasts } from './make-forecasts.use.ts'
import { daysAfter, monthsAfter } from './periods.ts'
import { runForecasts } from './run-forecasts.use.ts'

let api: TestApi
let ids: Map<string, number>
let products: Record<string, number>
let day: string
const clock = { now: () => new Date(`${day}T02:00:00Z`) }
const context = () => ({ db: api.db, pool: api.pool, clock })

/** Three years up to October 2026: a season with its height in June, and something that sells now and then. */
function history(): SoldLine[] {
  const lines: SoldLine[] = []
  const enter = (account: string, product: string, at: number, quantity: number) =>
    lines.push({
      account,
      document: `${account} ${product} ${at}`,
      day: `${monthsAfter('2023-11-26', at).slice(0, 8)}26`,
      net: String(quantity * 20),
      quantity: String(quantity),
      productId: products[product]!,
    })
  for (let at = 0; at < 36; at++) {
    const season = 100 + Math.round(60 * Math.sin((2 * Math.PI * (at + 7)) / 12))
    enter('OWN', 'SWITCH', at, season)
    enter('OTHER', 'SWITCH', at, 2 * season)
    if (at % 5 === 0) enter('OWN', 'ROUTER', at, 4)
  }
  for (let at = 30; at < 36; at++) enter('OTHER', 'ROUTER', at, 10)
  enter('OTHER', 'OLD', 2, 50)
  return lines
}

beforeAll(async () => {
  day = '2026-11-02'
  api = await startTestApi({ clock })
  const { rows } = await api.pool.query(
    `insert into products.product (code, name, category) values ('SWITCH', 'Switch', 'Switches'),
      ('ROUTER', 'Router', 'Routers'), ('OLD', 'Old router', 'Routers'), ('NEW', 'New router', 'Routers')
     returning code, id`,
  )
  products = Object.fromEntries(rows.map(row => [row.code, row.id]))
  ids = await sell(api, history())
  await api.as('head', 'POST', '/accounts/owner', { accounts: [ids.get('OWN')], ownerId: api.people.manager })
  await api.as('head', 'POST', '/accounts/owner', { accounts: [ids.get('OTHER')], ownerId: api.people.head })
})
beforeEach(async () => {
  day = '2026-11-02'
  await api.pool.query(
    'truncate supply.adjustment cascade; truncate supply.forecast, supply.forecast_past, supply.forecast_accuracy, supply.forecast_run',
  )
})
afterAll(() => api.close())

const said = (more: object = {}) => ({
  accountId: ids.get('OWN'),
  productId: products.SWITCH,
  kind: 'project',
  title: 'Metro line 9',
  reason: 'The tender is won; delivery in spring',
  fromDay: '2027-03-01',
  toDay: '2027-03-31',
  quantity: '500',
  ...more,
})
const adjust = (more: object = {}, role: 'manager' | 'head' | 'reader' | 'back office' = 'manager') =>
  api.as(role, 'POST', '/forecasts/adjustments', said(more))
const series = (query: string) => api.as('reader', 'GET', `/forecasts/series?${query}`)
const meansOf = async (query: string) =>
  (await series(query)).body.points.map((point: { mean: number }) => point.mean) as number[]

test('every level is forecast, thirteen months from the one that has begun; parts sum to the whole exactly', async () => {
  const summary = await makeForecasts(context())
  // Nobody has taken the old router for 24 months.
  expect(summary).toMatchObject({ items: 4, series: 4 + 2 + 2 + 1 + 1 })
  const { body } = await api.as('reader', 'GET', '/forecasts?level=item')
  expect(body).toMatchObject({ madeOn: '2026-11-02', firstMonth: '2026-11-01', nextCursor: null })
  expect(body.items[0]).toMatchObject({ account: { code: 'OTHER' }, product: { code: 'SWITCH' }, source: 'purchases' })
  const total = await meansOf('grain=month')
  expect(total).toHaveLength(13)
  for (const level of ['account', 'product', 'tier', 'item']) {
    const { items } = (await api.as('reader', 'GET', `/forecasts?level=${level}`)).body
    for (let at = 0; at < 12; at++) {
      const sum = items.reduce((whole: number, item: { months: number[] }) => whole + item.months[at]!, 0)
      expect(Math.abs(sum - total[at]!)).toBeLessThan(1e-9)
    }
  }
  expect((await meansOf('grain=week')).length).toBe(52)
  const [byMonth, byWeek] = [(await series('grain=month')).body, (await series('grain=week')).body]
  expect(byWeek.points[0].period).toBe('2026-11-02')
  expect({ ahead: byWeek.ahead, history: byWeek.history }).toEqual({ ahead: byMonth.ahead, history: byMonth.history })
})

test('a project is put on top of the month it falls into, of its item and all sums, and its reason is kept', async () => {
  day = '2026-10-20'
  await makeForecasts(context())
  const item = `accountId=${ids.get('OWN')}&productId=${products.SWITCH}`
  const [itemBefore, totalBefore, otherBefore] = [
    await meansOf(item),
    await meansOf('grain=month'),
    await meansOf(`accountId=${ids.get('OTHER')}`),
  ]
  const { status, body } = await adjust()
  expect(status).toBe(200)
  expect(body).toMatchObject({
    reason: 'The tender is won; delivery in spring',
    madeByName: 'The manager',
    mayChange: true,
  })
  await makeForecasts(context())
  const [itemAfter, totalAfter, otherAfter] = [
    await meansOf(item),
    await meansOf('grain=month'),
    await meansOf(`accountId=${ids.get('OTHER')}`),
  ]
  // October 2026 is the first month ahead, March 2027 the sixth.
  expect(itemAfter.map((mean, at) => Math.round(mean - itemBefore[at]!))).toEqual([
    0, 0, 0, 0, 0, 500, 0, 0, 0, 0, 0, 0, 0,
  ])
  expect(totalAfter.map((mean, at) => Math.round(mean - totalBefore[at]!))[5]).toBe(500)
  expect(otherAfter).toEqual(otherBefore)
  const { points, adjustments } = (await series(item)).body
  expect(points[5].base).toBeCloseTo(itemBefore[5]!, 9)
  expect(adjustments.map((each: { title: string }) => each.title)).toEqual(['Metro line 9'])
  const weeks = await forecastsOf(api.db, {
    accountIds: [ids.get('OWN')!],
    productIds: [products.SWITCH!],
    grain: 'week',
  })
  const months = (await series(item)).body.points
    .slice(0, 6)
    .reduce((sum: number, point: { base: number }) => sum + point.base, 0)
  expect(weeks[0]!.firstPeriod).toBe('2026-10-19')
  expect(weeks[0]!.mean.slice(0, 24).reduce((sum, mean) => sum + mean, 0)).toBeGreaterThan(months)
})

test('a launch reaches an account that never took the product, or those that take its category', async () => {
  await adjust({ productId: products.NEW, kind: 'launch', title: 'New router', quantity: '60' })
  await makeForecasts(context())
  const item = await meansOf(`accountId=${ids.get('OWN')}&productId=${products.NEW}`)
  expect(item[4]).toBe(60)
  expect(item[3]).toBe(0)
  await api.pool.query('truncate supply.adjustment cascade')
  await adjust(
    { accountId: null, productId: products.NEW, kind: 'launch', title: 'New router', quantity: '60' },
    'head',
  )
  await makeForecasts(context())
  expect(Math.round((await meansOf(`productId=${products.NEW}`))[4]!)).toBe(60)
  const shares = await forecastsOf(api.db, { productIds: [products.NEW!], grain: 'month' })
  expect(shares.map(share => share.accountId)).toEqual([ids.get('OWN'), ids.get('OTHER')])
  expect(shares[1]!.mean[4]!).toBeGreaterThan(shares[0]!.mean[4]!)
})

test('what was out of the ordinary is taken out of the past', async () => {
  await makeForecasts(context())
  const query = `accountId=${ids.get('OWN')}&productId=${products.SWITCH}`
  await adjust({ fromDay: '2026-10-01', toDay: '2026-10-31', quantity: '30', title: 'Autumn project' })
  await makeForecasts(context())
  const { history, why } = (await series(query)).body
  const october = history.at(-1)
  expect(october.period).toBe('2026-10-01')
  expect(october.pieces - october.cleaned).toBeCloseTo(30, 3)
  expect(why).toMatchObject({ months: 36, active: 36, cleaned: 30 })
  const { id, version } = (await api.as('manager', 'GET', '/forecasts/adjustments')).body.items[0]
  const settled = await api.as('manager', 'POST', `/forecasts/adjustments/${id}/actual`, {
    version,
    actual: '40',
    note: 'Came at once',
  })
  expect(settled.body).toMatchObject({ actual: '40', actualNote: 'Came at once' })
  await makeForecasts(context())
  expect((await series(query)).body.why.cleaned).toBe(40)
})

test('new installations say how far off they would have been; what then comes is compared with what stood', async () => {
  await makeForecasts(context())
  const accuracy = (await api.as('reader', 'GET', '/forecasts/accuracy')).body
  expect(new Set(accuracy.months.map((month: { period: string }) => month.period)).size).toBe(12)
  const total = (await series('grain=month')).body
  expect(total.past).toHaveLength(13)
  expect(total.past[0]).toMatchObject({ period: '2025-11-01', backcast: true })
  expect(total.past[0].actual).toBeGreaterThan(0)
  expect(total.past[12]).toMatchObject({ period: '2026-11-01', backcast: false, actual: null })
  const stood = total.past[12].mean

  await sell(api, [
    { account: 'OWN', document: 'N', day: '2026-11-30', net: '100', quantity: '70', productId: products.SWITCH },
  ])
  day = '2026-12-02'
  await makeForecasts(context())
  const november = (await series('grain=month')).body.past.find(
    (row: { period: string }) => row.period === '2026-11-01',
  )
  expect(november).toMatchObject({ mean: stood, actual: 70, backcast: false })
  const row = (await api.as('reader', 'GET', '/forecasts/accuracy')).body.months.find(
    (month: { period: string; level: string }) => month.period === '2026-11-01' && month.level === 'total',
  )
  expect(row.bias).toBeCloseTo((stood - 70) / 70, 4)
  expect(row.missed).toBeCloseTo(Math.abs(stood - 70) / 70, 4)
  await api.pool.query(`delete from ledger.line where line = 'N'`)
})

test('an adjustment that is over says whether it brought the forecast nearer to what came', async () => {
  // June 2026 sold as every June; who said 50% more made the forecast worse.
  await adjust({
    fromDay: '2026-06-01',
    toDay: '2026-06-30',
    quantity: null,
    percent: '50',
    kind: 'promotion',
    title: 'June',
  })
  await api.pool.query(`update supply.adjustment set made_on = '2026-05-20'`)
  await makeForecasts(context())
  const { items } = (await api.as('reader', 'GET', '/forecasts/adjustments?when=over')).body
  expect(items[0].worth).toMatchObject({ months: 1 })
  expect(items[0].worth.expected).toBeGreaterThan(items[0].worth.base)
  expect(items[0].worth.actual).toBeGreaterThan(0)
  const { adjustments } = (await api.as('reader', 'GET', '/forecasts/accuracy')).body
  expect(adjustments.cases).toBe(1)
  expect(adjustments.helped).toBe(items[0].worth.missed < items[0].worth.baseMissed ? 1 : 0)
  // Said after June had begun, it was no forecast of June.
  await api.pool.query(`update supply.adjustment set made_on = '2026-06-02'; truncate supply.adjustment_worth`)
  await makeForecasts(context())
  expect((await api.as('reader', 'GET', '/forecasts/adjustments?when=over')).body.items[0].worth).toBeNull()
})

test('managers adjust what they own; the order desk and the head everything; readers nothing', async () => {
  expect((await adjust({ accountId: ids.get('OTHER') })).body.code).toBe('account_not_yours')
  expect((await adjust({ accountId: null })).body.code).toBe('adjustment_needs_account')
  expect((await adjust({}, 'reader')).status).toBe(403)
  const { body } = await adjust({ accountId: ids.get('OTHER') }, 'back office')
  expect(body.account.code).toBe('OTHER')
  expect((await api.as('manager', 'DELETE', `/forecasts/adjustments/${body.id}`)).body.code).toBe('account_not_yours')
  expect((await api.as('head', 'DELETE', `/forecasts/adjustments/${body.id}`)).status).toBe(200)
  expect((await api.as('head', 'DELETE', `/forecasts/adjustments/${body.id}`)).body.code).toBe('adjustment_unknown')
})

test('an adjustment says pieces or percent, for days in order, of things that exist; two cannot change it at once', async () => {
  expect((await adjust({ percent: '10' })).status).toBe(400)
  expect((await adjust({ quantity: null })).status).toBe(400)
  expect((await adjust({ reason: '  ' })).status).toBe(400)
  expect((await adjust({ toDay: '2027-02-28' })).status).toBe(400)
  expect((await adjust({ toDay: '2027-03-01' })).status).toBe(200)
  expect((await adjust({ quantity: null, percent: '-100' })).status).toBe(200)
  expect((await adjust({ quantity: null, percent: '-100.1' })).status).toBe(400)
  expect((await adjust({ productId: null, category: 'Bicycles' })).body.code).toBe('adjustment_category_unknown')
  const { id, version } = (await adjust()).body
  const change = { ...said({ quantity: '600' }), version }
  expect((await api.as('manager', 'PUT', `/forecasts/adjustments/${id}`, change)).body.quantity).toBe('600')
  expect((await api.as('manager', 'PUT', `/forecasts/adjustments/${id}`, change)).body.code).toBe(
    'adjustment_changed_meanwhile',
  )
  expect(
    (await api.as('manager', 'POST', `/forecasts/adjustments/${id}/actual`, { version: version + 1, actual: '1' })).body
      .code,
  ).toBe('adjustment_not_begun')
})

test('one run at a time; an adjustment made meanwhile is followed by another; a cancelled one leaves what was there', async () => {
  await makeForecasts(context())
  const before = await meansOf('grain=month')
  const started = (await api.as('manager', 'POST', '/forecasts/runs')).body.items[0]
  expect(started).toMatchObject({ state: 'waiting', askedByName: 'The manager' })
  expect((await api.as('head', 'POST', '/forecasts/runs')).body.code).toBe('forecasts_under_way')
  const running = { ...context(), signal: new AbortController().signal }
  await api.pool.query(`update supply.forecast_run set state = 'running'`)
  await adjust()
  await runForecasts(running, started.id, jobActor('Forecasts'))
  const [followed, done] = (await api.as('reader', 'GET', '/forecasts/runs')).body.items
  expect(done).toMatchObject({ state: 'done', summary: { items: 4 } })
  expect(followed.state).toBe('waiting')
  await api.pool.query(`update supply.forecast_run set state = 'running' where state = 'waiting'`)
  expect((await api.as('manager', 'POST', '/forecasts/runs/cancel')).body.items[0].cancelAsked).toBe(true)
  await api.pool.query('truncate supply.adjustment cascade')
  await runForecasts(running, followed.id, jobActor('Forecasts'))
  expect((await api.as('reader', 'GET', '/forecasts/runs')).body.items[0].state).toBe('cancelled')
  expect((await meansOf('grain=month'))[4]! - before[4]!).toBeCloseTo(500, 0)
  expect((await api.as('manager', 'POST', '/forecasts/runs/cancel')).body.code).toBe('forecasts_not_under_way')
})

test('a run of some accounts leaves the forecasts of all others', async () => {
  await makeForecasts(context())
  const before = await meansOf(`accountId=${ids.get('OTHER')}`)
  await makeForecasts(context(), { accountIds: [ids.get('OWN')!] })
  expect(await meansOf(`accountId=${ids.get('OTHER')}`)).toEqual(before)
  expect((await series(`accountId=${ids.get('OWN')}`)).status).toBe(200)
})

async function command(...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await forecastCommand.run(args, {
    openDatabase: async () => ({ ...api, close: async () => undefined }),
    dataDirectory: '',
    out: text => out.push(text),
    error: text => errors.push(text),
    isTerminal: false,
    language: 'en',
  })
  return { code, errors, rows: args.includes('--json') ? out.map(line => JSON.parse(line)) : out }
}

test('the command line says one row a series, kept or worked out, and its rows sum up too', async () => {
  await api.pool.query(`insert into platform.setting (name, value) values ('demoDay', '"2026-11-02"')
    on conflict (name) do update set value = excluded.value`)
  const worked = await command('--account', 'OWN', '--horizon', '3', '--json')
  expect(worked.rows.map(row => [row.account, row.product, row.points.length])).toEqual([
    ['OWN', null, 3],
    ['OWN', 'ROUTER', 3],
    ['OWN', 'SWITCH', 3],
  ])
  expect(worked.rows[0].points[0]).toEqual({
    period: '2026-11-01',
    mean: worked.rows[1].points[0].mean + worked.rows[2].points[0].mean,
    p10: expect.any(Number),
    p90: expect.any(Number),
  })
  await api.as('head', 'POST', '/forecasts/runs')
  const { id } = (await api.as('head', 'GET', '/forecasts/runs')).body.items[0]
  await runForecasts({ ...context(), signal: new AbortController().signal }, id, jobActor('Forecasts'))
  await api.pool.query(`update supply.forecast set method = 'kept'`)
  const kept = await command('--account', 'OWN', '--horizon', '3', '--json')
  expect(kept.rows.map(row => ({ ...row, method: '' }))).toEqual(worked.rows.map(row => ({ ...row, method: '' })))
  expect(kept.rows[0].method).toBe('kept')
  await adjust()
  expect((await command('--account', 'OWN', '--json')).rows[0].method).not.toBe('kept')
  expect((await command('--product', 'SWITCH', '--horizon', '24', '--json')).rows[0].points).toHaveLength(24)
  expect(await command('--account', 'NOBODY')).toMatchObject({ code: 1, errors: ['There is no account “NOBODY”.'] })
  expect((await command('--horizon', '0')).code).toBe(1)
})

test('a large product that missed to one side three months running is a signal at its account', async () => {
  await makeForecasts(context())
  const read = () => source.read({ ...context(), today: day, accountIds: null } as never)
  await api.pool.query(
    `update supply.forecast_past set mean = actual * 1.5 where level = 'item' and actual is not null`,
  )
  expect(await read()).toEqual([])
  await api.pool.query(
    `update supply.forecast_past set mean = actual * 1.6 where level = 'item' and actual is not null and account_id = $1`,
    [ids.get('OWN')],
  )
  const [signal, ...others] = await read()
  expect(others).toEqual([])
  expect(signal).toMatchObject({
    accountId: ids.get('OWN'),
    key: String(products.SWITCH),
    values: { name: 'Switch', months: 3 },
  })
  await api.pool.query(`update supply.forecast_past set mean = actual * 0.4 where period = '2026-09-01'`)
  expect(await read()).toEqual([])
})

test('what an account sold counts instead of what it bought, in months by days, with what it could not sell', async () => {
  const claiming = { via: 'api', source: 'till', at: clock.now() } as const
  const week = (from: string, sold: string, lost: string | null = null) => ({
    accountId: ids.get('OWN')!,
    siteId: null,
    productId: products.SWITCH!,
    fromDay: from,
    toDay: daysAfter(from, 6),
    sold,
    returned: null,
    received: null,
    adjusted: null,
    lostSales: lost,
  })
  // 27 weeks from 27 April to 1 November 2026.
  const weeks = Array.from({ length: 27 }, (_, at) =>
    week(daysAfter('2026-04-27', 7 * at), '14', at === 22 ? '7' : null),
  )
  await api.db.transaction().execute(db => claimSellThrough(db, claiming, weeks))
  await makeForecasts(context())
  const { source: from, history, why } = (await series(`accountId=${ids.get('OWN')}&productId=${products.SWITCH}`)).body
  expect(from).toBe('sell-through')
  expect(why.months).toBe(6)
  const pieces = Object.fromEntries(
    history.map((each: { period: string; pieces: number }) => [each.period, each.pieces]),
  )
  expect(pieces['2026-05-01']).toBeCloseTo(62, 3)
  // The week of 28 September has three days in September and four in October.
  expect(pieces['2026-09-01']).toBeCloseTo(60 + 3, 3)
  expect(pieces['2026-10-01']).toBeCloseTo(62 + 4, 3)
  expect((await series(`accountId=${ids.get('OWN')}`)).body.source).toBe('both')
  expect((await series(`accountId=${ids.get('OTHER')}`)).body.source).toBe('purchases')
  await api.pool.query('truncate supply.sell_through, supply.sell_through_claim, supply.claim cascade')
})

test('forecasts do not hold an account that an undo removes, and leave it out', async () => {
  const { GONE } = Object.fromEntries(
    await sell(api, [
      { account: 'GONE', document: 'G', day: '2026-10-20', net: '5', quantity: '3', productId: products.SWITCH },
    ]),
  )
  await makeForecasts(context())
  expect((await api.as('reader', 'GET', '/forecasts')).body.items).toHaveLength(3)
  await api.pool.query(
    `delete from ledger.line where account_id = ${GONE}; delete from ledger.document where account_id = ${GONE}`,
  )
  await api.pool.query(`delete from accounts.claim where account_id = ${GONE}`)
  expect((await api.as('head', 'DELETE', `/accounts/${GONE}`)).status).toBe(200)
  expect((await api.as('reader', 'GET', '/forecasts')).body.items).toHaveLength(2)
  expect((await series(`accountId=${GONE}`)).body.code).toBe('forecast_unknown')
})

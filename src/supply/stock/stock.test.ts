import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { dealersAndGoods } from './stock.fixture.ts'

let api: TestApi
let ids: Record<string, number>

beforeAll(async () => {
  api = await startTestApi()
  ids = await dealersAndGoods(api)
  await api.as('head', 'POST', '/accounts/owner', { accounts: [ids.C1], ownerId: api.people.manager })
})
afterAll(() => api.close())

const enter = (
  role: 'manager' | 'back office' | 'reader',
  account: string,
  day: string,
  rows: object[],
  siteId?: number,
) => api.as(role, 'PUT', `/accounts/${ids[account]}/stock`, { day, rows, siteId })
const sell = (account: string, fromDay: string, toDay: string, rows: object[]) =>
  api.as('back office', 'PUT', `/accounts/${ids[account]}/sell-through`, { fromDay, toDay, rows })

test('a manager enters stock of their own account; for one of another the back office does; a reader never', async () => {
  const rows = [
    { productId: ids.P1, onHand: '40', inTransit: '6' },
    { productId: ids.P2, onHand: '0' },
  ]
  expect((await enter('manager', 'C1', '2026-11-01', rows)).body).toEqual({ added: 2, replaced: 0, unchanged: 0 })
  expect((await enter('manager', 'C2', '2026-11-01', rows)).body.code).toBe('account_not_yours')
  expect((await enter('reader', 'C1', '2026-11-01', rows)).status).toBe(403)
  expect((await enter('back office', 'C2', '2026-10-12', rows)).status).toBe(200)
  expect((await enter('back office', 'C1', '2026-11-01', rows)).body).toEqual({ added: 0, replaced: 0, unchanged: 2 })
})

test('the list says how long stock lasts, how old the report is, and in which state it is', async () => {
  await sell('C1', '2026-10-19', '2026-10-25', [{ productId: ids.P1, sold: '22', returned: '2' }])
  await sell('C1', '2026-10-26', '2026-11-01', [{ productId: ids.P1, sold: '30' }])
  const { body } = await api.as('reader', 'GET', '/supply/stock?sort=cover')
  expect(body.total).toBe(4)
  expect(body.accounts).toBe(2)
  expect(body.counts).toEqual({ out: 2, low: 1, high: 0, overdue: 2 })
  expect(body.items[0]).toMatchObject({
    account: { code: 'C1' },
    product: { code: 'P1' },
    onHand: '40',
    weeklySales: 25,
    cover: 1.6,
    ageDays: 1,
  })
  const overdue = await api.as('reader', 'GET', '/supply/stock?state=overdue')
  expect(overdue.body.items.map((row: { account: { code: string } }) => row.account.code)).toEqual(['C2', 'C2'])
  const own = await api.as('reader', 'GET', `/supply/stock?ownerId=${api.people.manager}&search=two`)
  expect(own.body.items.map((row: { product: { code: string } }) => row.product.code)).toEqual(['P2'])
})

test('the history shows stock and sales week by week, and a week that nobody reported is not zero', async () => {
  const { body } = await api.as(
    'reader',
    'GET',
    `/supply/stock/history?accountId=${ids.C1}&productId=${ids.P1}&weeks=4`,
  )
  expect(body.weeks).toEqual([
    { week: '2026-10-12', onHand: null, sold: null, lostSales: null },
    { week: '2026-10-19', onHand: null, sold: '20', lostSales: '0' },
    { week: '2026-10-26', onHand: '40', sold: '30', lostSales: '0' },
    { week: '2026-11-02', onHand: null, sold: null, lostSales: null },
  ])
  expect(body.reports).toMatchObject([
    { day: '2026-11-01', onHand: '40', via: 'hand', personId: api.people['back office'] },
  ])
})

test.each([
  ['of tomorrow', '2026-11-03', [{ onHand: '1' }], 'stock_ahead'],
  ['of a product that there is not', '2026-11-01', [{ productId: 999_999, onHand: '1' }], 'stock_product_unknown'],
  ['of one product twice', '2026-11-01', [{ onHand: '1' }, { onHand: '2' }], 'stock_repeated'],
])('stock %s is refused', async (_, day, rows, code) => {
  const said = rows.map(row => ({ productId: ids.P3, ...row }))
  expect((await enter('back office', 'C3', day, said)).body.code).toBe(code)
})

test('stock below zero and sales of days that were reported otherwise are refused, and nothing of them stays', async () => {
  expect((await enter('back office', 'C3', '2026-11-01', [{ productId: ids.P3, onHand: '-1' }])).status).toBe(400)
  await sell('C3', '2026-10-20', '2026-10-20', [{ productId: ids.P1, sold: '4' }])
  const twice = await sell('C3', '2026-10-19', '2026-10-25', [
    { productId: ids.P2, sold: '9' },
    { productId: ids.P1, sold: '9' },
  ])
  expect(twice.body.code).toBe('sales_overlap')
  const { rows } = await api.pool.query('select sold from supply.sell_through where account_id = $1', [ids.C3])
  expect(rows).toEqual([{ sold: '4' }])
})

test('a system pushes stock by codes: what it cannot place comes back with its reason, and the batch can be undone', async () => {
  const push = () =>
    api.as('administrator', 'POST', '/imports/push/stock', {
      source: 'dealer link',
      rows: [
        { account: 'C3', product: 'P1', day: '2026-11-01', on_hand: 12.5 },
        { account: 'C3', product: 'P9', day: '2026-11-01', on_hand: '4' },
      ],
    })
  const first = await push()
  expect(first.body).toMatchObject({
    rows: 2,
    added: 1,
    setAside: [{ row: 2, reason: 'product_unknown', field: 'product' }],
  })
  expect((await push()).body).toMatchObject({ added: 0, unchanged: 1 })
  const { body } = await api.as('reader', 'GET', `/supply/stock?accountId=${ids.C3}`)
  expect(body.items).toMatchObject([{ onHand: '12.5' }])
})

test('the list goes out as CSV', async () => {
  const response = await api.fetch('reader', `/supply/stock/export?state=low&accountId=${ids.C1}`)
  const [head, row, ...more] = (await response.text()).trim().split(/\r?\n/)
  expect(head).toContain('Weeks of cover')
  expect(row).toContain(',,P1,One,2026-11-01,40,6,,25.00,1.6')
  expect(more).toEqual([])
})

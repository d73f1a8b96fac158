import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { postedLine, postFile } from '../../ledger/posting.fixture.ts'
import { claimSellThrough, claimStock } from '../stock/stock.server.ts'
import { claimDeliveries } from './deliveries.server.ts'
import type { DeliveryFields } from './delivery.ts'

let api: TestApi
let first: number
let second: number
const claiming = { via: 'system', source: 'test', at: new Date('2026-11-01T00:00:00Z') } as const

beforeAll(async () => {
  api = await startTestApi()
  const ids = await startWithDealers(api)
  ;[first, second] = [ids.get('D10')!, ids.get('D11')!]
  await api.as('head', 'POST', '/accounts/owner', { accounts: [second], ownerId: api.people.manager })
  const line = (key: string, accountId: number, fields: DeliveryFields) => ({ key, accountId, ...fields })
  await claimDeliveries(api.db, claiming, [
    line('on the day', first, {
      promisedOn: '2026-10-05',
      arrivedOn: '2026-10-05',
      mode: 'sea',
      promisedQuantity: '10',
      quantity: '10',
    }),
    line('a day late', first, {
      promisedOn: '2026-10-05',
      arrivedOn: '2026-10-06',
      mode: 'sea',
      promisedQuantity: '10',
      quantity: '10',
      cause: 'weather',
    }),
    line('short by one', first, {
      promisedOn: '2026-10-05',
      arrivedOn: '2026-10-04',
      mode: 'road',
      promisedQuantity: '10',
      quantity: '9',
      cause: 'our production',
    }),
    line('due yesterday', first, { promisedOn: '2026-11-01', mode: 'road', promisedQuantity: '10' }),
    line('due today', first, { promisedOn: '2026-11-02', mode: 'road', promisedQuantity: '10' }),
    line('due today and here', first, { promisedOn: '2026-11-02', arrivedOn: '2026-11-02', mode: 'road' }),
    line('due tomorrow', first, { promisedOn: '2026-11-03', mode: 'road' }),
    line('a year ago', first, { promisedOn: '2025-11-01', arrivedOn: '2025-12-01', mode: 'sea' }),
    line('never promised', first, { arrivedOn: '2026-10-05', mode: 'sea' }),
    line('of another', second, { promisedOn: '2026-10-05', arrivedOn: '2026-10-16', mode: 'sea' }),
  ])
})
afterAll(() => api.close())

const read = async (query = '') => (await api.as('reader', 'GET', `/supply/punctuality?${query}`)).body

test('a promise is kept on its day and broken a day later, short by one, or when the day passed without it', async () => {
  const { total, from, to } = await read()
  expect([from, to]).toEqual(['2025-11-02', '2026-11-02'])
  expect(total).toMatchObject({ due: 6, onTime: 3, inFull: 4, kept: 2, late: 2, overdue: 1, lateDaysMean: 6 })
})

test('what is due today and has not come is not overdue yet', async () => {
  const { total } = await read('from=2026-11-02')
  expect(total).toMatchObject({ due: 1, kept: 1, overdue: 0 })
})

test('by mode, by account and by month they sum to the whole; by cause the broken ones are told', async () => {
  const { groups: modes } = await read('by=mode')
  expect(modes.map((group: any) => [group.key, group.due, group.kept])).toEqual([
    ['road', 3, 1],
    ['sea', 3, 1],
  ])
  const { groups: accounts } = await read('by=account')
  expect(accounts.map((group: any) => [group.name, group.due])).toEqual([
    [expect.stringMatching(/\S/), 5],
    [expect.stringMatching(/\S/), 1],
  ])
  const { groups: causes } = await read('by=cause')
  expect(causes.map((group: any) => [group.key, group.due])).toEqual([
    [null, 2],
    ['our production', 1],
    ['weather', 1],
  ])
  const { groups: months } = await read('by=month&from=2025-01-01')
  expect(months.map((group: any) => group.key)).toEqual(['2025-11-01', '2026-10-01', '2026-11-01'])
})

test('a manager’s accounts alone, one account alone, one mode alone', async () => {
  expect((await read(`ownerId=${api.people.manager}`)).total.due).toBe(1)
  expect((await read(`accountId=${first}&mode=sea`)).total.due).toBe(2)
  expect((await read(`accountId=${first}&ownerId=${api.people.manager}`)).total.due).toBe(0)
})

test('the broken ones are listed, the last promised first, with the days they were late', async () => {
  const { body } = await api.as('reader', 'GET', '/supply/punctuality/broken?limit=2')
  expect(body.items.map((item: any) => [item.promisedOn, item.lateDays])).toEqual([
    ['2026-11-01', 1],
    ['2026-10-05', 11],
  ])
  const next = await api.as('reader', 'GET', `/supply/punctuality/broken?limit=2&cursor=${body.nextCursor}`)
  expect(next.body.items.map((item: any) => [item.lateDays, item.cause])).toEqual([
    [0, 'our production'],
    [1, 'weather'],
  ])
  expect(next.body.items[0].id).toMatch(/^[0-9a-f-]{36}$/)
})

test('a stock-out of a product that earns costs the margin of what is usual; another account lost nothing', async () => {
  const { rows } = await api.pool.query(
    `insert into products.product (code, name) values ('SW-8', 'Switch') returning id`,
  )
  const productId: number = rows[0].id
  await postFile(api, { importId: 900 }, [
    postedLine({
      accountId: first,
      productId,
      document: 'S',
      day: '2026-05-01',
      quantity: '10',
      net: '100',
      cost: '60',
    }),
  ])
  const weeks = ['2026-09-07', '2026-09-14', '2026-09-21', '2026-09-28', '2026-10-05', '2026-10-12', '2026-10-19']
  await claimSellThrough(
    api.db,
    claiming,
    weeks.map((fromDay, at) => ({
      accountId: first,
      productId,
      fromDay,
      toDay: fromDay.replace(/\d\d$/, day => String(Number(day) + 6).padStart(2, '0')).replace('09-34', '10-04'),
      sold: at === 3 ? '2' : '10',
    })),
  )
  await claimStock(
    api.db,
    claiming,
    weeks.map((day, at) => ({ accountId: first, productId, day, onHand: at === 3 ? '0' : '25' })),
  )
  const { body } = await api.as('reader', 'GET', '/supply/lost-sales')
  expect(body.accounts).toHaveLength(1)
  expect(body.accounts[0]).toMatchObject({ units: 8, margin: '32', weeksOut: 1, products: 1, unknown: 0 })
  expect(body.total.margin).toBe(body.accounts[0].margin)
  expect((await api.as('reader', 'GET', '/supply/lost-sales?from=2026-10-05')).body.accounts).toEqual([])
})

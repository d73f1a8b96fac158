import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { dealersAndGoods } from '../stock/stock.fixture.ts'
import { withdrawSupply } from '../stock/stock.server.ts'
import { claimDeliveries } from './deliveries.server.ts'
import { deliveryKeys } from './delivery.ts'
import { causeOfText, modeOfText } from './words-of-files.ts'

let api: TestApi
let ids: Record<string, number>

beforeAll(async () => {
  api = await startTestApi()
  ids = await dealersAndGoods(api)
  await api.as('head', 'POST', '/accounts/owner', { accounts: [ids.C1], ownerId: api.people.manager })
})
afterAll(() => api.close())

const enter = (account: string, said: object) =>
  api.as('manager', 'POST', `/accounts/${ids[account]}/deliveries`, {
    reference: 'DN-1',
    line: '1',
    productId: ids.P1,
    promisedOn: '2026-10-20',
    promisedQuantity: '10',
    shippedOn: '2026-10-12',
    mode: 'sea',
    ...said,
  })

test('a delivery is entered, told of when it arrives, and keeps both words', async () => {
  const entered = await enter('C1', {})
  expect(entered.body).toMatchObject({ account: { code: 'C1' }, product: { code: 'P1' }, arrivedOn: null, version: 1 })
  const told = await api.as('back office', 'PATCH', `/supply/deliveries/${entered.body.id}`, {
    version: 1,
    arrivedOn: '2026-10-25',
    quantity: '8',
    cause: 'weather',
    causeNote: 'Port closed',
  })
  expect(told.body).toMatchObject({ promisedQuantity: '10', quantity: '8', cause: 'weather', version: 2 })
  const again = await api.as('back office', 'PATCH', `/supply/deliveries/${entered.body.id}`, {
    version: 1,
    quantity: '9',
  })
  expect(again.body.code).toBe('delivery_changed_meanwhile')
})

test.each([
  ['of another manager’s account', 'C2', {}, 'account_not_yours'],
  ['that arrives before it leaves', 'C1', { arrivedOn: '2026-10-11' }, 'arrived_too_early'],
  ['that arrives tomorrow', 'C1', { arrivedOn: '2026-11-03' }, 'arrived_ahead'],
  ['of a product that there is not', 'C1', { productId: 999_999 }, 'delivery_product_unknown'],
])('a delivery %s is refused', async (_, account, said, code) => {
  expect((await enter(account, { reference: 'DN-9', ...said })).body.code).toBe(code)
})

test('the list pages by promise, the latest first, and finds what is late or on its way', async () => {
  const rows = ['2026-10-01', '2026-10-10', '2026-11-20', null].map((promisedOn, at) => ({
    accountId: ids.C3!,
    key: `K${at}`,
    reference: `K${at}`,
    promisedOn,
    shippedOn: '2026-09-28',
    arrivedOn: at === 0 ? '2026-10-01' : null,
  }))
  await claimDeliveries(api.db, { via: 'system', source: 'erp', at: new Date() }, rows)
  const list = async (query: string) =>
    (await api.as('reader', 'GET', `/supply/deliveries?accountId=${ids.C3}&${query}`)).body
  const seen: string[] = []
  let cursor = ''
  do {
    const page = await list(`limit=2${cursor && `&cursor=${cursor}`}`)
    seen.push(...page.items.map((row: { reference: string }) => row.reference))
    cursor = page.nextCursor ?? ''
  } while (cursor)
  expect(seen).toEqual(['K2', 'K1', 'K0', 'K3'])
  const refs = async (query: string) => (await list(query)).items.map((row: { reference: string }) => row.reference)
  expect(await refs('state=late')).toEqual(['K1'])
  expect(await refs('state=on%20the%20way')).toEqual(['K2', 'K1', 'K3'])
  expect(await refs('state=arrived')).toEqual(['K0'])
  expect(await refs('reference=K2')).toEqual(['K2'])
})

test('what a person said of an imported delivery outlives a repeated import and goes with the delivery', async () => {
  const claiming = { via: 'import', source: 'erp', importId: 77, at: new Date() } as const
  const row = { accountId: ids.C2!, key: 'X1', reference: 'X1', promisedOn: '2026-10-01', mode: 'sea' } as const
  await claimDeliveries(api.db, claiming, [row])
  const { body } = await api.as('reader', 'GET', '/supply/deliveries?reference=X1')
  await api.as('head', 'PATCH', `/supply/deliveries/${body.items[0].id}`, { version: 1, cause: 'customs' })
  await claimDeliveries(api.db, { ...claiming, importId: 78 }, [{ ...row, arrivedOn: '2026-10-04' }])
  const read = async () => (await api.as('reader', 'GET', '/supply/deliveries?reference=X1')).body.items
  expect(await read()).toMatchObject([{ cause: 'customs', arrivedOn: '2026-10-04' }])
  await withdrawSupply(api.db, 78)
  expect(await read()).toMatchObject([{ cause: 'customs', arrivedOn: null, mode: 'sea', id: body.items[0].id }])
})

const lane = {
  name: 'Coaster',
  fromPlace: 'Ningbo',
  country: 'CN',
  mode: 'sea',
  days: '9',
  daysP90: '12',
  costPerKg: '1.90',
}

test('a lane is added, changed in the version read, and shows the days seen beside those said', async () => {
  await api.pool.query(`update accounts.account set country = 'CN' where id = $1`, [ids.C1])
  const added = await api.as('back office', 'POST', '/supply/lanes', lane)
  // DN-1 took 13 days; what has not arrived yet says nothing.
  expect(added.body).toMatchObject({ days: '9', costPerKg: '1.9', seen: { days: 13, count: 1 } })
  const edit = (version: number, days: string) =>
    api.as('head', 'PUT', `/supply/lanes/${added.body.id}`, { ...lane, version, days })
  expect((await edit(1, '10')).body).toMatchObject({ days: '10', version: 2 })
  expect((await edit(1, '11')).body.code).toBe('lane_changed_meanwhile')
  expect((await edit(2, '13')).body.code).toBe('lane_slow_unlikely')
  expect((await api.as('manager', 'POST', '/supply/lanes', lane)).status).toBe(403)
})

test('supply by week is said and read by product; a day that is no Monday and a week said twice are refused', async () => {
  const say = (...rows: object[]) => api.as('back office', 'PUT', '/supply/availability', { rows })
  expect((await say({ productId: ids.P2, week: '2026-11-09', quantity: '40' })).body).toMatchObject({ added: 1 })
  expect((await say({ productId: ids.P2, week: '2026-11-09', quantity: '50' })).body).toMatchObject({ replaced: 1 })
  const { body } = await api.as('reader', 'GET', '/supply/availability?weeks=2')
  expect(body).toEqual({
    weeks: ['2026-11-02', '2026-11-09'],
    items: [{ product: { id: ids.P2, code: 'P2', name: 'Two' }, quantities: [null, '50'] }],
  })
  expect((await say({ productId: ids.P2, week: '2026-11-10', quantity: '1' })).status).toBe(400)
  const twice = { productId: ids.P2, week: '2026-11-16', quantity: '1' }
  expect((await say(twice, twice)).body.code).toBe('availability_repeated')
})

test('lines without a number are told apart by product and counted off, and keep their keys when sent again', () => {
  const rows = [
    { accountId: 1, reference: 'D1', line: '10', productId: 5 },
    { accountId: 1, reference: 'D1', productId: 5 },
    { accountId: 1, reference: 'D1', productId: 5 },
    { accountId: 2, reference: 'D1', productId: 5 },
    { accountId: 1, orderReference: 'O1', productText: 'Rope', shippedOn: '2026-10-01' },
  ]
  const keys = deliveryKeys(rows)
  expect(keys).toEqual(['D1 | line 10', 'D1 | 5', 'D1 | 5 | 2', 'D1 | 5', 'O1 2026-10-01 | Rope'])
  expect(deliveryKeys(rows)).toEqual(keys)
})

test.each([
  ['Ocean', 'sea'],
  ['Air Charter', 'air charter'],
  ['Air', 'air'],
  ['Truck', 'road'],
  ['LKW', 'road'],
  ['铁路', 'rail'],
  ['海运', 'sea'],
  ['DHL Express', 'courier'],
  ['Pigeon', 'other'],
])('%s goes by %s', (text, mode) => expect(modeOfText(text)).toBe(mode))

test.each([
  ['Typhoon Wick', 'weather'],
  ['清关延误', 'customs'],
  ['Vessel delayed', 'carrier'],
  ['Customer closed', 'the account'],
  ['缺料', 'our production'],
  ['?!', 'other'],
])('%s is a matter of %s', (text, cause) => expect(causeOfText(text)).toEqual({ cause, note: text }))

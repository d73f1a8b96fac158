import { afterAll, beforeAll, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { claimAvailability } from '../deliveries/deliveries.server.ts'
import { confirmOrder } from '../orders/confirm-order.use.ts'
import { acting, boris, signed, type Trade, tradeOf } from '../orders/orders.fixture.ts'
import { openOrderLines } from '../orders/orders.server.ts'
import { allocationsOfAccount } from './allocations.server.ts'

let api: TestApi
let trade: Trade
let beta: Trade
let product: number

beforeAll(async () => {
  api = await startTestApi()
  trade = await tradeOf(api)
  beta = { ...trade, accountId: trade.otherAccountId }
  product = trade.productIds[0]!
  await api.pool.query(`update accounts.account set owner_id = 'mara'`)
  await available('30')
})
afterAll(() => api.close())

const available = (quantity: string) =>
  claimAvailability(api.db, { via: 'hand', source: 'production', at: new Date('2026-11-02T08:00:00Z') }, [
    { productId: product, week: '2026-11-02', quantity },
  ])

const order = (of: Trade, quantity: string) =>
  signed(api, of, { accountId: of.accountId, lines: [{ productId: product, quantity, unitPrice: '10' }] })

const weeks = { from: '2026-11-02', weeks: 4 }
const drawUp = async (said: object = {}) =>
  (await api.as('back office', 'POST', '/supply/allocations', { name: 'November', weeks, ...said })).body
const read = async (publicId: string) => (await api.as('reader', 'GET', `/supply/allocations/${publicId}`)).body
const act = (
  what: string,
  run: { publicId: string; version: number },
  said: object = {},
  role: 'head' | 'back office' | 'manager' = 'head',
) => api.as(role, 'POST', `/supply/allocations/${run.publicId}/${what}`, { version: run.version, ...said })
const shares = async () =>
  Object.fromEntries((await openOrderLines(api.db)).map(line => [line.accountId, line.allocatedQuantity]))

test('signed orders share what production makes available, and each account reads its own part when it is released', async () => {
  const alphaOrder = await order(trade, '40')
  await order(beta, '20')
  const run = await drawUp()
  const whole = await read(run.publicId)
  expect(whole).toMatchObject({
    state: 'draft',
    stale: false,
    totals: { requested: '60', allocated: '30', cutAccounts: 2 },
  })
  expect(whole.products).toMatchObject([{ product: { code: 'SW-1' }, quantity: '30', coverage: 0.5, reach: 'weights' }])
  const rows = await api.as('manager', 'GET', `/supply/allocations/${run.publicId}/products/${product}`)
  expect(rows.body.items.map((row: any) => [row.account.code, row.requested, row.fair, row.allocated])).toEqual([
    ['A1', '40', '15', '15'],
    ['A2', '20', '15', '15'],
  ])
  expect(await allocationsOfAccount(api.db, [trade.accountId])).toEqual([])

  expect((await act('release', run, {}, 'manager')).status).toBe(403)
  const released = await act('release', run)
  expect(released.body).toMatchObject({ state: 'released', releasedByName: 'The head' })
  expect(await shares()).toEqual({ [trade.accountId]: '15', [beta.accountId]: '15' })
  const [mine, ...others] = await allocationsOfAccount(api.db, [trade.accountId])
  expect(others).toEqual([])
  expect(mine).toMatchObject({
    product: { code: 'SW-1' },
    requested: '40',
    allocated: '15',
    reason: { fair: '15', cut: '25', limited: false },
  })
  expect(JSON.stringify(mine)).not.toContain('"20"')

  const letter = await api.fetch(
    'manager',
    `/supply/allocations/${run.publicId}/accounts/${trade.accountId}/letter.pdf`,
  )
  expect([letter.status, letter.headers.get('content-type')]).toEqual([200, 'application/pdf'])
  expect((await letter.arrayBuffer()).byteLength).toBeGreaterThan(5000)

  // What is confirmed is promised; the release stands.
  await confirmOrder(acting(api, boris), { publicId: alphaOrder.publicId }, { lines: [], note: null })
  expect((await act('undo', released.body)).body.code).toBe('allocation_confirmed')
})

test('a later run counts what was confirmed and released before as promised', async () => {
  await available('36')
  const run = await drawUp({ name: 'Second' })
  const { items } = (await api.as('head', 'GET', `/supply/allocations/${run.publicId}/products/${product}`)).body
  expect(
    items.map((row: any) => [row.account.code, row.requested, row.committed, row.allocated, row.lastTime?.allocated]),
  ).toEqual([
    ['A2', '20', '15', '20', '15'],
    ['A1', '15', '15', '15', '15'],
  ])
  const released = (await act('release', run)).body
  expect((await shares())[beta.accountId]).toBe('20')
  const undone = await act('undo', released)
  expect(undone.body.state).toBe('undone')
  // Beta keeps what the first run gave it.
  expect((await shares())[beta.accountId]).toBe('15')
  expect((await allocationsOfAccount(api.db, [beta.accountId])).map(row => row.allocated)).toEqual(['15'])
})

test('what was worked out from other orders or another supply is not released', async () => {
  const run = await drawUp({ name: 'Stale' })
  await available('50')
  expect((await read(run.publicId)).stale).toBe(true)
  const refused = await act('release', run)
  expect([refused.status, refused.body.code]).toEqual([409, 'allocation_stale'])
  expect((await read(run.publicId)).state).toBe('draft')
  const again = (await act('again', run)).body
  expect(again.stale).toBe(false)
  await order(beta, '7')
  expect((await act('release', again)).body.code).toBe('allocation_stale')
  expect((await act('drop', again)).body.state).toBe('dropped')
})

test('of two who release at the same moment one does, and the other learns it', async () => {
  const [one, two] = [await drawUp({ name: 'One' }), await drawUp({ name: 'Two' })]
  const same = await Promise.all([act('release', one), act('release', one)])
  expect(same.map(answer => answer.status).sort()).toEqual([200, 409])
  // The second draft was worked out before the first was promised.
  expect((await act('release', two)).body.code).toBe('allocation_stale')
  const released = await read(one.publicId)
  expect((await act('undo', released)).body.state).toBe('undone')
})

test('a draft is worked out again under another policy and with supply entered by hand, and policies are held side by side', async () => {
  const run = await drawUp({ name: 'What if' })
  const generous = { weights: { platinum: 1, gold: 1, special: 1, silver: 1, regular: 1 }, floorPercent: 100 }
  const changed = (await act('again', run, { policy: generous, supply: [{ productId: product, quantity: '20' }] })).body
  expect(changed).toMatchObject({ policy: generous, version: run.version + 1 })
  expect(changed.products[0]).toMatchObject({ quantity: '20', entered: true })
  expect((await act('again', run)).body.code).toBe('allocation_changed_meanwhile')
  const compared = await api.as('reader', 'POST', `/supply/allocations/${run.publicId}/compare`, {
    policies: [generous, { ...generous, floorPercent: 0 }],
  })
  expect(compared.body.items).toHaveLength(2)
  expect(compared.body.items[0]).toMatchObject({ more: 0, less: 0, totals: { allocated: changed.totals.allocated } })
  const back = (await act('again', changed, { supply: [{ productId: product, quantity: null }] })).body
  expect(back.products[0]).toMatchObject({ quantity: '50', entered: false })
})

test('requests and supply may be entered by code; an unknown code is named', async () => {
  const requests = [
    { account: 'A1', product: 'SW-3', quantity: '12.5' },
    { account: 'A1', product: 'SW-3', quantity: '7.5', committed: '5' },
    { account: 'A2', product: 'SW-3', quantity: '20' },
  ]
  const run = await drawUp({ name: 'By hand', weeks: null, requests, supply: [{ product: 'SW-3', quantity: '30' }] })
  const whole = await read(run.publicId)
  expect(whole).toMatchObject({ requestsFrom: 'entered', totals: { requested: '40', allocated: '30', accounts: 2 } })
  const unknown = await api.as('head', 'POST', '/supply/allocations', {
    name: 'x',
    weeks: null,
    requests: [{ account: 'A9', product: 'SW-3', quantity: '1' }],
    supply: [],
  })
  expect(unknown.body).toMatchObject({ code: 'allocation_code_unknown', detail: expect.stringContaining('A9') })
  expect(
    (
      await api.as('head', 'POST', '/supply/allocations', {
        name: 'x',
        weeks: null,
        requests: [requests[0]],
        supply: [],
      })
    ).body.code,
  ).toBe('allocation_without_supply')
})

test('the policy has a history, and of two who change it one is told to look again', async () => {
  const { body } = await api.as('reader', 'GET', '/supply/allocation-policy')
  expect(body.inForce).toMatchObject({ version: 0, policy: { floorPercent: 30 } })
  const policy = { ...body.inForce.policy, floorPercent: 40 }
  const put = (said: object) => api.as('head', 'PUT', '/supply/allocation-policy', said)
  expect((await put({ policy, note: 'Board of 2 November', version: 0 })).body).toMatchObject({
    policy,
    since: '2026-11-02',
  })
  expect((await put({ policy, version: 0 })).status).toBe(412)
  expect((await put({ policy: { ...policy, floorPercent: 101 }, version: 1 })).status).toBe(400)
  expect((await api.as('reader', 'GET', '/supply/allocation-policy')).body.history).toHaveLength(1)
})

test('a line that products share limits what is shared, and says so', async () => {
  const said = {
    name: 'Line 1',
    kind: 'line',
    unit: 'hours',
    aWeek: '5',
    uses: [{ productId: product, perUnit: '0.5' }],
  }
  const put = (capacity: object, known?: object) =>
    api.as('back office', 'PUT', '/supply/capacities', { capacity, known })
  const saved = await put(said)
  expect(saved.body.items).toMatchObject([{ name: 'Line 1', aWeek: '5', uses: [{ code: 'SW-1', perUnit: '0.5' }] }])
  expect((await put(said)).body.code).toBe('capacity_named_already')
  const run = await drawUp({ name: 'With a line', weeks: { from: '2026-11-02', weeks: 3 } })
  const whole = await read(run.publicId)
  expect(whole.products[0]).toMatchObject({
    quantity: '50',
    withinCapacity: '30',
    limitedBy: ['Line 1'],
    allocated: '30',
  })
  expect(whole.capacities).toEqual([{ name: 'Line 1', kind: 'line', unit: 'hours', quantity: '15', used: 15 }])
  const { id, version } = saved.body.items[0]
  expect((await api.as('back office', 'POST', `/supply/capacities/${id}/remove`, { version: 9 })).status).toBe(412)
  expect((await api.as('back office', 'POST', `/supply/capacities/${id}/remove`, { version })).body.items).toEqual([])
})

test('lists tell drafts and releases from what was dropped or taken back', async () => {
  const names = async (query = '') =>
    (await api.as('reader', 'GET', `/supply/allocations${query}`)).body.items.map((run: any) => run.name)
  expect(await names('?limit=2')).toEqual(['With a line', 'By hand'])
  expect(await names('?dropped=true')).toEqual(['One', 'Stale', 'Second'])
})

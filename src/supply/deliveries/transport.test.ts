import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { startWithDealers } from '../../identify/dealers.fixture.ts'
import { postedLine, postFile } from '../../ledger/posting.fixture.ts'
import { claimSellThrough, claimStock } from '../stock/stock.server.ts'
import { claimDeliveries } from './deliveries.server.ts'

/** Today is Monday, 2 November 2026. A hundred switches wait at sea; the account sells ten a day and has a hundred. */
let api: TestApi
let coast: number
let inland: number
let productId: number
let sea: number
let road: number
const claiming = { via: 'system', source: 'erp', at: new Date('2026-11-01T00:00:00Z') } as const

beforeAll(async () => {
  api = await startTestApi()
  const ids = await startWithDealers(api)
  ;[coast, inland] = [ids.get('D10')!, ids.get('D11')!]
  await api.as('head', 'POST', '/accounts/owner', { accounts: [coast], ownerId: api.people.manager })
  await api.as('head', 'POST', '/accounts/owner', { accounts: [inland], ownerId: api.people.head })
  const one = async (text: string) => (await api.pool.query(text)).rows[0].id as number
  productId = await one(`insert into products.product (code, name) values ('SW-8', 'Switch') returning id`)
  const lane = (name: string, mode: string, days: number, cost: number) =>
    one(`insert into supply.lane (name, from_place, mode, days, cost_per_kg)
      values ('${name}', 'Ningbo', '${mode}', ${days}, ${cost}) returning id`)
  sea = await lane('By sea', 'sea', 9, 10)
  road = await lane('By road', 'road', 3, 21)
  for (const accountId of [coast, inland]) {
    const document = `S${accountId}`
    await postFile(api, { importId: 900 + accountId }, [
      postedLine({ accountId, productId, document, day: '2026-05-01', quantity: '10', net: '10000', cost: '5000' }),
    ])
    await claimStock(api.db, claiming, [{ accountId, productId, day: '2026-11-01', onHand: '100' }])
    await claimSellThrough(
      api.db,
      claiming,
      Array.from({ length: 13 }, (_, week) => ({
        accountId,
        productId,
        fromDay: new Date(Date.UTC(2026, 7, 3 + week * 7)).toISOString().slice(0, 10),
        toDay: new Date(Date.UTC(2026, 7, 9 + week * 7)).toISOString().slice(0, 10),
        sold: '70',
      })),
    )
  }
})
beforeEach(async () => {
  await api.pool.query(
    'delete from supply.mode_switch; delete from supply.delivery; delete from engage.exposure; delete from engage.risk_alert',
  )
  await claimDeliveries(
    api.db,
    claiming,
    [coast, inland].map(accountId => ({
      accountId,
      key: 'next',
      reference: 'SH-1',
      productId,
      promisedOn: '2026-11-11',
      promisedQuantity: '100',
      weightKg: '1000',
      mode: 'sea' as const,
      laneId: sea,
    })),
  )
})
afterAll(() => api.close())

/** A storm that reaches the coast's site in three days, with that probability. */
async function storm(probability: number): Promise<void> {
  const { rows: sites } = await api.pool.query(
    `insert into know.site (account_id, name) values ($1, 'Warehouse') returning id`,
    [coast],
  )
  const { rows: alerts } = await api.pool.query(
    `insert into engage.risk_alert (kind, hazard, title, storm_key, state, received_at)
     values ('storm', 'storm', 'Storm Mangkhut', 'M', 'active', '2026-11-02T00:00:00Z') returning id`,
  )
  await api.pool.query(
    `insert into engage.exposure (alert_id, site_id, account_id, state, probability, arrives_at, first_warned_at)
     values ($1, $2, $3, 'warned', $4, '2026-11-05T00:00:00Z', '2026-11-02T00:00:00Z')`,
    [alerts[0].id, sites[0].id, coast, probability],
  )
}
const questions = async (query = '') => (await api.as('reader', 'GET', `/supply/transport${query}`)).body.shipments
const modeNow = async (accountId: number) =>
  (await api.pool.query('select mode, lane_id from supply.delivery where account_id = $1', [accountId])).rows[0]
const said = (more: object = {}) => ({
  fromLaneId: sea,
  toLaneId: road,
  accountId: coast,
  fromDay: '2026-11-02',
  toDay: '2026-11-08',
  reason: 'The port will close',
  ...more,
})

test('without a storm the goods come in time by sea, and nothing is gained by road', async () => {
  const [shipment] = await questions(`?accountId=${coast}`)
  expect(shipment).toMatchObject({
    leavesOn: '2026-11-02',
    usual: { lane: { mode: 'sea' }, cost: '10000.00', loss: '0.00' },
    storm: { probability: 0, source: 'none' },
    other: { lane: { mode: 'road' }, cost: '21000.00', extraCost: '11000.00', saved: '0.00', pays: false },
  })
})

test('a storm on the way makes the road pay: five days late, of which four without stock', async () => {
  await storm(0.8)
  const shipments = await questions()
  // 14 days by sea in a storm; stock lasts ten: 40 units of 500 each, times 0.8.
  expect(shipments[0]).toMatchObject({
    account: { id: coast },
    storm: { probability: 0.8, delayDays: 5, source: 'alert', alert: { title: 'Storm Mangkhut' } },
    other: { saved: '16000.00', extraCost: '11000.00', gain: '5000.00', pays: true, breakEven: 0.55 },
  })
  expect(shipments[1]).toMatchObject({ account: { id: inland }, storm: { source: 'none' }, other: { pays: false } })
})

test('a storm that comes when the goods have long arrived is no reason', async () => {
  await storm(0.8)
  await api.pool.query(`update engage.exposure set arrives_at = '2026-11-13T00:00:00Z'`)
  expect((await questions(`?accountId=${coast}`))[0].storm.source).toBe('none')
  await api.pool.query(`update engage.exposure set arrives_at = '2026-11-12T00:00:00Z'`)
  expect((await questions(`?accountId=${coast}`))[0].storm.source).toBe('alert')
})

test('what weather did to the month in other years counts where no alert is in force', async () => {
  await claimDeliveries(
    api.db,
    claiming,
    [2023, 2024, 2025].map(year => ({
      accountId: inland,
      key: String(year),
      reference: String(year),
      promisedOn: `${year}-11-10`,
      arrivedOn: year === 2024 ? '2024-11-18' : `${year}-11-10`,
      mode: 'sea' as const,
      cause: year === 2024 ? ('weather' as const) : null,
    })),
  )
  const [shipment] = await questions(`?accountId=${inland}`)
  expect(shipment.storm).toMatchObject({ source: 'season', delayDays: 8, consignments: 3 })
  expect(shipment.storm.probability).toBeCloseTo(1 / 3, 12)
})

test('the manager sends the account’s goods by road; the trail says so and another account’s stay at sea', async () => {
  await storm(0.8)
  const { status, body } = await api.as('manager', 'POST', '/supply/transport/switches', said())
  expect([status, body.state, body.shipments, body.expectedSaved, body.extraCost]).toEqual([
    200,
    'in force',
    1,
    '16000.00',
    '11000.00',
  ])
  expect(body.alert.title).toBe('Storm Mangkhut')
  expect(await modeNow(coast)).toEqual({ mode: 'road', lane_id: road })
  expect(await modeNow(inland)).toEqual({ mode: 'sea', lane_id: sea })
  const { body: trail } = await api.as('head', 'GET', `/accounts/${coast}/changes`)
  expect(JSON.stringify(trail)).toContain('The port will close')

  const ended = await api.as('manager', 'POST', `/supply/transport/switches/${body.id}/end`, {
    version: body.version,
    saved: '15000',
    spent: '11000',
    outcome: 'The port closed for four days',
  })
  expect(ended.body).toMatchObject({ state: 'ended', saved: '15000', mayEnd: false })
  expect((await modeNow(coast)).mode).toBe('sea')
  const again = await api.as('manager', 'POST', `/supply/transport/switches/${body.id}/end`, { version: 2 })
  expect([again.status, again.body.code]).toEqual([409, 'lane_switch_ended_already'])
})

test('what left meanwhile stays on its way when the switch ends', async () => {
  const { body } = await api.as('back office', 'POST', '/supply/transport/switches', said())
  await api.pool.query(`update supply.delivery set shipped_on = '2026-11-02' where account_id = $1`, [coast])
  await api.as('back office', 'POST', `/supply/transport/switches/${body.id}/end`, { version: body.version })
  expect((await modeNow(coast)).mode).toBe('road')
})

test('a manager sends neither another’s goods nor a whole lane; the back office may', async () => {
  const foreign = await api.as('manager', 'POST', '/supply/transport/switches', said({ accountId: inland }))
  expect(foreign.body.code).toBe('account_not_yours')
  const whole = await api.as('manager', 'POST', '/supply/transport/switches', said({ accountId: null }))
  expect([whole.status, whole.body.code]).toEqual([403, 'lane_switch_not_allowed'])
  const office = await api.as('back office', 'POST', '/supply/transport/switches', said({ accountId: null }))
  expect(office.body.shipments).toBe(2)
  const { body: list } = await api.as('reader', 'GET', '/supply/transport/switches')
  expect(list).toHaveLength(1)
})

test('days without a shipment that leaves, and days turned round, are refused', async () => {
  const empty = await api.as('head', 'POST', '/supply/transport/switches', said({ fromDay: '2026-11-03' }))
  expect([empty.status, empty.body.code]).toEqual([409, 'lane_switch_empty'])
  const turned = await api.as('head', 'POST', '/supply/transport/switches', said({ fromDay: '2026-12-03' }))
  expect([turned.status, turned.body.code]).toEqual([422, 'lane_switch_days_invalid'])
})

test('a storm at the port from which the goods leave holds them up as well; a flood there does not stop ships', async () => {
  await storm(0.8)
  await api.pool.query(`update know.site set city = '宁波'`)
  expect((await questions(`?accountId=${inland}`))[0].storm).toMatchObject({ probability: 0.8, source: 'alert' })
  await api.pool.query(`update engage.risk_alert set hazard = 'flood'`)
  expect((await questions(`?accountId=${inland}`))[0].storm.source).toBe('none')
})

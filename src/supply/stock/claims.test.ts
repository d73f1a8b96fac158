import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import {
  availabilityByWeek,
  claimAvailability,
  claimDeliveries,
  observedLeadTimes,
} from '../deliveries/deliveries.server.ts'
import type { Claiming } from './claims.store.ts'
import { dealersAndGoods } from './stock.fixture.ts'
import { stockMerging } from './stock.merging.server.ts'
import { claimSellThrough, claimStock, stockNow, weeklySales, withdrawSupply } from './stock.server.ts'

let database: TestDatabase
let ids: Record<string, number>

beforeEach(async () => {
  database = await createTestDatabase()
  ids = await dealersAndGoods(database)
})
afterEach(() => database.close())

const by = (importId: number): Claiming => ({
  via: 'import',
  source: 'main',
  importId,
  at: new Date('2026-11-02T08:00:00Z'),
})
const hand: Claiming = { via: 'hand', source: 'hand', personId: 'someone', at: new Date('2026-11-02T09:00:00Z') }
const stock = (account: string, product: string, day: string, onHand: string, more = {}) => ({
  accountId: ids[account]!,
  productId: ids[product]!,
  day,
  onHand,
  ...more,
})
const sales = (account: string, product: string, fromDay: string, toDay: string, sold: string, more = {}) => ({
  accountId: ids[account]!,
  productId: ids[product]!,
  fromDay,
  toDay,
  sold,
  ...more,
})
const now = async () =>
  (await stockNow(database.db, {})).map(row => [row.accountId, row.productId, row.day, row.onHand, row.inTransit])

async function everything(): Promise<string> {
  const tables = [
    'stock',
    'stock_claim',
    'sell_through',
    'sell_through_claim',
    'delivery',
    'delivery_claim',
    'availability',
  ]
  const rows = await Promise.all(
    tables.map(table =>
      database.pool.query(
        `select to_jsonb(t) - 'id' - 'public_id' - 'version' - 'claim_id' as row from supply.${table} t order by 1`,
      ),
    ),
  )
  return JSON.stringify(rows.map(each => each.rows))
}

test('the newest count is the stock now, and a late report of an older day changes nothing', async () => {
  await claimStock(database.db, by(1), [
    stock('C1', 'P1', '2026-10-19', '40'),
    stock('C1', 'P1', '2026-10-26', '31.500'),
  ])
  await claimStock(database.db, by(2), [stock('C1', 'P1', '2026-10-12', '99'), stock('C2', 'P2', '2026-10-26', '0')])
  expect(await now()).toEqual([
    [ids.C1, ids.P1, '2026-10-26', '31.5', null],
    [ids.C2, ids.P2, '2026-10-26', '0', null],
  ])
  expect((await stockNow(database.db, { accountIds: [ids.C2!] }))[0]!.outOfStock).toBe(true)
  expect(await stockNow(database.db, { accountIds: [ids.C2!], productIds: [ids.P1!] })).toEqual([])
})

test('a message that says nothing of the count leaves the older count as the stock now', async () => {
  await claimStock(database.db, by(1), [stock('C1', 'P1', '2026-10-19', '40')])
  await claimStock(database.db, by(2), [{ accountId: ids.C1!, productId: ids.P1!, day: '2026-10-26', onOrder: '12' }])
  expect(await now()).toEqual([[ids.C1, ids.P1, '2026-10-19', '40', null]])
})

test('claims sent again change nothing, and each quantity keeps its latest word', async () => {
  const rows = [stock('C1', 'P1', '2026-10-26', '40', { inTransit: '6' }), stock('C1', 'P2', '2026-10-26', '5')]
  expect(await claimStock(database.db, by(1), rows)).toMatchObject({ added: 2, replaced: 0, unchanged: 0 })
  expect(await claimStock(database.db, by(2), rows)).toMatchObject({ added: 0, replaced: 0, unchanged: 2 })
  expect(await claimStock(database.db, hand, [stock('C1', 'P1', '2026-10-26', '38')])).toMatchObject({ replaced: 1 })
  expect(await now()).toEqual([
    [ids.C1, ids.P1, '2026-10-26', '38', '6'],
    [ids.C1, ids.P2, '2026-10-26', '5', null],
  ])
})

test('the same key twice in one claim is taken once, and the second is named', async () => {
  const outcome = await claimStock(database.db, by(1), [
    stock('C1', 'P1', '2026-10-26', '40'),
    stock('C1', 'P2', '2026-10-26', '7'),
    stock('C1', 'P1', '2026-10-26', '41'),
  ])
  expect(outcome).toMatchObject({ added: 2, refused: [{ at: 2, why: 'repeated' }] })
  expect((await now())[0]![3]).toBe('40')
})

test('undoing an import leaves stock, sales, deliveries and supply as if it had never been, in any order', async () => {
  const say = async (importId: number) => {
    const n = String(importId * 10)
    await claimStock(database.db, by(importId), [
      stock('C1', 'P1', '2026-10-26', n),
      stock('C1', `P${importId}`, '2026-10-19', n, { inTransit: importId === 2 ? '3' : null }),
    ])
    await claimSellThrough(database.db, by(importId), [sales('C1', 'P1', '2026-10-19', '2026-10-25', n)])
    await claimDeliveries(database.db, by(importId), [
      {
        accountId: ids.C1!,
        key: 'D1',
        productId: ids.P1!,
        promisedOn: '2026-10-20',
        quantity: importId === 3 ? null : n,
      },
      { accountId: ids.C2!, key: `D-${importId}`, productText: 'a "text", with {signs} \\', shippedOn: '2026-10-20' },
    ])
    await claimAvailability(database.db, by(importId), [{ productId: ids.P1!, week: '2026-11-09', quantity: n }])
  }
  await say(1)
  const first = await everything()
  await say(2)
  await say(3)
  await withdrawSupply(database.db, 2)
  await withdrawSupply(database.db, 3)
  const left = await everything()
  // The first claim now stands among the claims as well; what is in force is the same.
  const inForce = (text: string) => JSON.stringify((JSON.parse(text) as unknown[]).filter((_, at) => at % 2 === 0))
  expect(inForce(left)).toBe(inForce(first))
  await withdrawSupply(database.db, 1)
  expect(JSON.parse(await everything()).flat()).toEqual([])
  expect((await database.pool.query('select from supply.claim')).rowCount).toBe(0)
})

test('undoing the first of two leaves the second, and a bystander', async () => {
  await claimStock(database.db, by(1), [
    stock('C1', 'P1', '2026-10-26', '10', { held: '1' }),
    stock('C2', 'P1', '2026-10-26', '4'),
  ])
  await claimStock(database.db, by(2), [stock('C1', 'P1', '2026-10-26', '20')])
  await claimStock(database.db, hand, [stock('C3', 'P3', '2026-10-26', '1')])
  await withdrawSupply(database.db, 1)
  expect((await stockNow(database.db, {})).map(row => [row.accountId, row.onHand, row.held])).toEqual([
    [ids.C1, '20', null],
    [ids.C3, '1', null],
  ])
})

test('sales are given by week, less what came back, and a month is spread over its days', async () => {
  await claimSellThrough(database.db, by(1), [
    sales('C1', 'P1', '2026-10-19', '2026-10-25', '14', { returned: '2', lostSales: '3' }),
    sales('C1', 'P1', '2026-10-26', '2026-10-26', '5'),
    sales('C1', 'P1', '2026-10-27', '2026-10-27', '6'),
    sales('C2', 'P1', '2026-09-01', '2026-09-30', '60'),
    sales('C3', 'P1', '2026-10-12', '2026-10-18', '1'),
  ])
  expect(await weeklySales(database.db, { accountIds: [ids.C1!], from: '2026-10-21', until: '2026-11-02' })).toEqual([
    { accountId: ids.C1, productId: ids.P1, week: '2026-10-19', sold: '12', lostSales: '3' },
    { accountId: ids.C1, productId: ids.P1, week: '2026-10-26', sold: '11', lostSales: '0' },
  ])
  const month = await weeklySales(database.db, { accountIds: [ids.C2!], from: '2026-08-01', until: '2026-11-02' })
  expect(month.map(({ week, sold }) => [week, sold])).toEqual([
    ['2026-08-31', '12'],
    ['2026-09-07', '14'],
    ['2026-09-14', '14'],
    ['2026-09-21', '14'],
    ['2026-09-28', '6'],
  ])
})

test('a week that was reported by day is not counted again as a whole', async () => {
  await claimSellThrough(database.db, by(1), [sales('C1', 'P1', '2026-10-20', '2026-10-20', '5')])
  const outcome = await claimSellThrough(database.db, by(2), [
    sales('C1', 'P1', '2026-10-19', '2026-10-25', '30'),
    sales('C1', 'P2', '2026-10-19', '2026-10-25', '30'),
    sales('C1', 'P2', '2026-10-25', '2026-10-31', '8'),
    sales('C1', 'P2', '2026-10-26', '2026-10-31', '8'),
    sales('C1', 'P2', '2026-10-19', '2026-10-25', '31'),
  ])
  expect(outcome).toMatchObject({
    added: 2,
    refused: [
      { at: 0, why: 'overlaps' },
      { at: 2, why: 'overlaps' },
      { at: 4, why: 'repeated' },
    ],
  })
})

test('lead times count a consignment once, by account and mode', async () => {
  const line = (account: string, reference: string, line: string, shippedOn: string, arrivedOn: string) => ({
    accountId: ids[account]!,
    key: `${reference} ${line}`,
    reference,
    mode: 'sea' as const,
    shippedOn,
    arrivedOn,
  })
  await claimDeliveries(database.db, by(1), [
    line('C1', 'A', '1', '2026-10-01', '2026-10-09'),
    line('C1', 'A', '2', '2026-10-01', '2026-10-09'),
    line('C1', 'B', '1', '2026-10-01', '2026-10-11'),
    { ...line('C1', 'C', '1', '2026-10-01', '2026-10-11'), arrivedOn: null },
    line('C2', 'D', '1', '2026-10-01', '2026-10-04'),
  ])
  expect(await observedLeadTimes(database.db, {})).toEqual([
    { accountId: ids.C1, mode: 'sea', days: 9, sd: expect.closeTo(Math.SQRT2), count: 2 },
    { accountId: ids.C2, mode: 'sea', days: 3, sd: 0, count: 1 },
  ])
  expect(await observedLeadTimes(database.db, { accountIds: [ids.C1!], since: '2026-10-10' })).toMatchObject([
    { count: 1 },
  ])
})

test('what production makes available is read from a week on', async () => {
  await claimAvailability(
    database.db,
    by(1),
    ['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16'].map(week => ({
      productId: ids.P1!,
      week,
      quantity: '5.0',
    })),
  )
  const read = await availabilityByWeek(database.db, { from: '2026-11-04', weeks: 2 })
  expect(read.map(({ week, quantity }) => [week, quantity])).toEqual([
    ['2026-11-02', '5'],
    ['2026-11-09', '5'],
  ])
})

test('merged accounts count together, and go apart again with what each had reported', async () => {
  await claimStock(database.db, by(1), [stock('C1', 'P1', '2026-10-26', '10'), stock('C2', 'P1', '2026-10-26', '4')])
  await claimSellThrough(database.db, by(1), [
    sales('C1', 'P1', '2026-10-19', '2026-10-25', '3'),
    sales('C2', 'P1', '2026-10-19', '2026-10-25', '2'),
  ])
  await stockMerging.move!(database.db, ids.C2!, ids.C1!)
  await database.pool.query('update accounts.account set merged_into = $1 where id = $2', [ids.C1, ids.C2])
  expect(await now()).toEqual([[ids.C1, ids.P1, '2026-10-26', '14', null]])
  // A file goes on naming the merged one by its code.
  await claimStock(database.db, by(2), [stock('C2', 'P1', '2026-11-01', '6')])
  expect(await now()).toEqual([[ids.C1, ids.P1, '2026-10-26', '16', null]])
  const [week] = await weeklySales(database.db, { from: '2026-10-19', until: '2026-11-02' })
  expect(week).toMatchObject({ accountId: ids.C1, sold: '5' })
  await stockMerging.moveBack!(database.db, ids.C1!, ids.C2!, [ids.C2!])
  expect(await now()).toEqual([
    [ids.C1, ids.P1, '2026-10-26', '10', null],
    [ids.C2, ids.P1, '2026-11-01', '6', null],
  ])
})

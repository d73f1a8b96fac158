import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { activity852, inventory846, sales96, stock01 } from '../supply/messages/messages.fixture.ts'
import { addCrossReference, setGlns, setGtins } from '../supply/stock/cross-reference.server.ts'
import { stockNow, weeklySales } from '../supply/stock/stock.server.ts'
import { commandsOn } from './import-command.fixture.ts'

let database: TestDatabase
let commands: ReturnType<typeof commandsOn>

const id = async (query: string) => Number((await database.pool.query(query)).rows[0].id)
const accountId = () => id(`select id from accounts.account where code = 'C1'`)
const productId = (code: string) => id(`select id from products.product where code = '${code}'`)

beforeEach(async () => {
  database = await createTestDatabase()
  commands = commandsOn(database)
  await commands.importText('account,name,country,city\nC1,North Shore Electric,US,Erie\nC2,Bystander,US,Erie\n')
  await commands.importText('product,name,category\nP1,Breaker 16 A,Breakers\nP2,Lamp,Lamps\n')
  await database.pool.query(
    `insert into know.site (account_id, code, name, kind)
     select id, s, 'Store ' || s, 'shop' from accounts.account, unnest(array['S01', 'S02']) s where code = 'C1'`,
  )
  await setGtins(database.db, [
    { gtin: '00036000291452', productId: await productId('P1') },
    { gtin: '04006381333931', productId: await productId('P2') },
  ])
})
afterEach(() => database.close())

/** Makes a partner known as the account C1 before anything comes from it. */
async function addPartner(
  standard: 'x12' | 'edifact',
  theirId: string,
  more: { test?: boolean; overrides?: object } = {},
) {
  await database.pool.query(
    `insert into supply.partner (account_id, name, standard, their_qualifier, their_id, our_id, message_version, test,
       activity_overrides, created_at, changed_at)
     values ($1, 'North Shore', $2, $3, $4, 'VITALFEW', $5, $6, $7, now(), now())`,
    [
      await accountId(),
      standard,
      standard === 'x12' ? 'ZZ' : '14',
      theirId,
      standard === 'x12' ? '004010' : 'D.96A',
      more.test ?? false,
      JSON.stringify(more.overrides ?? {}),
    ],
  )
}
const counts = (json: Record<string, unknown>) => [json.rows, json.added, json.replaced, json.unchanged, json.setAside]
const messages = async () =>
  (
    await database.pool.query(
      'select type, control_number, state, ack_file_id is not null as answered from supply.message order by id',
    )
  ).rows.map(row => [row.type, row.control_number, row.state, row.answered])
const stock = async () =>
  (await stockNow(database.db, {})).map(({ siteId, day, onHand, onOrder, inTransit, committed, outOfStock }) =>
    [
      siteId === null ? 'all' : 'site',
      day,
      ...[onHand, onOrder, inTransit, committed].map(each => each ?? '–'),
      outOfStock,
    ].join(' '),
  )
const sales = async () =>
  (await weeklySales(database.db, { from: '2026-10-01', until: '2026-11-02' })).map(each => [
    each.week,
    each.sold,
    each.lostSales,
  ])

test('an 852 of an unknown sender is taken and answered; its rows wait until a person says who it is', async () => {
  const first = await commands.importText(activity852)
  expect(first.json()).toMatchObject({ rows: 4, added: 0, setAside: 4, reasons: { party_unmapped: 4 } })
  expect(await messages()).toEqual([['852', '000000101', 'taken', true]])
  expect(await stock()).toEqual([])
})

test('an 852 of a known dealer becomes stock and sell-through by store, and undo takes both away', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const result = await commands.importText(activity852)
  expect([result.code, ...counts(result.json())]).toEqual([0, 4, 3, 0, 0, 1])
  expect(result.json().reasons).toEqual({ product_unmapped: 1 })
  expect(await stock()).toEqual(['site 2026-11-01 40 – – – false', 'site 2026-11-01 18 – – – false'])
  expect(await sales()).toEqual([['2026-10-26', '12', '0']])
  await commands.imports('undo', String(result.json().import))
  expect([await stock(), await sales()]).toEqual([[], []])
  expect(await messages()).toEqual([['852', '000000101', 'undone', true]])
})

test('what waits for a code comes in once it is mapped, is taken back with the first import, and says so', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const first = String((await commands.importText(activity852)).json().import)
  expect((await commands.imports('again', first)).json()).toMatchObject({ rows: 1, taken: 0, left: 1 })
  await addCrossReference(
    database.db,
    { partnerAccountId: await accountId(), code: 'NS-77', kind: 'product', productId: await productId('P2') },
    null,
  )
  expect((await commands.imports('again', first)).json()).toMatchObject({ rows: 1, taken: 1, left: 0 })
  expect(await stock()).toContain('all 2026-11-01 0 – – – true')
  expect(await sales()).toEqual([
    ['2026-10-26', '12', '0'],
    ['2026-10-26', '2', '2'],
  ])
  await expect(commands.imports('again', first)).rejects.toMatchObject({ code: 'nothing_set_aside' })
  await commands.imports('undo', first)
  expect([await stock(), await sales()]).toEqual([[], []])
})

test('the same interchange is refused the second time, and may come again after an undo', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const first = String((await commands.importText(activity852)).json().import)
  await expect(commands.importText(activity852)).rejects.toMatchObject({
    code: 'interchange_repeated',
    values: { control: '000000101', import: Number(first) },
  })
  await commands.imports('undo', first)
  expect((await commands.importText(activity852)).code).toBe(0)
  expect((await messages()).map(([, , state]) => state)).toEqual(['undone', 'refused', 'taken'])
})

test('stock of an 846 is that of the day it was counted, with what is committed, on order and in transit', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const result = await commands.importText(inventory846)
  expect(counts(result.json())).toEqual([1, 1, 0, 0, 0])
  expect(await stock()).toEqual(['site 2026-10-31 140 60 12 20 false'])
})

test('a SLSRPT and an INVRPT by GLN come in for the account, with decimals and the places of each quantity', async () => {
  await setGlns(database.db, [{ gln: '5410000100023', accountId: await accountId(), siteId: null }])
  expect(counts((await commands.importText(sales96)).json())).toEqual([2, 2, 0, 0, 0])
  expect(await sales()).toEqual([
    ['2026-10-19', '9', '0'],
    ['2026-10-26', '12.5', '0'],
  ])
  expect(counts((await commands.importText(stock01)).json())).toEqual([3, 2, 0, 0, 0])
  expect(await stock()).toEqual(['site 2026-11-01 300 – 48 – false', 'site 2026-11-01 120 – – – false'])
  expect((await messages()).map(([type]) => type)).toEqual(['SLSRPT', 'INVRPT'])
})

test('a partner that counts with its own codes is read by its own table', async () => {
  await addPartner('x12', 'NORTHSHORE', { overrides: { QP: 'in_transit' } })
  await commands.importText(activity852)
  const { rows } = await database.pool.query(
    'select in_transit, on_order from supply.stock where in_transit is not null',
  )
  expect(rows).toEqual([{ in_transit: '24', on_order: null }])
})

test('a code of quantity that nobody knows sets its line aside, and no other', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const result = await commands.importText(activity852.replace('ZA*QP*24', 'ZA*ZZ*24'))
  expect(result.json().reasons).toEqual({ activity_unmapped: 1, product_unmapped: 1 })
  const { rows } = await database.pool.query('select kind, code, rows from supply.unmapped_code order by kind')
  expect(rows).toEqual([
    { kind: 'activity', code: 'ZZ', rows: 1 },
    { kind: 'product', code: 'NS-77', rows: 1 },
  ])
})

test('a wrong check digit sets the line aside; a wrong quantity too', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const damaged = activity852
    .replace('036000291452', '036000291453')
    .replace('ZA*QU*1', 'ZA*QU*1O')
    .replace('IN*NS-77*VN*', 'VN*P2')
  expect((await commands.importText(damaged)).json().reasons).toEqual({ gtin_wrong: 3, quantity_unreadable: 1 })
})

test('test messages of a partner in production are answered, not booked; of a partner in test they are', async () => {
  const asTest = activity852.replace('*0*P*>', '*0*T*>')
  await addPartner('x12', 'NORTHSHORE')
  expect((await commands.importText(asTest)).json().reasons).toEqual({ interchange_test: 4 })
  await database.pool.query('update supply.partner set test = true')
  expect(counts((await commands.importText(asTest.replaceAll('000000101', '000000103'))).json())).toEqual([
    4, 3, 0, 0, 1,
  ])
})

test('a faulty interchange is refused whole with its segment, kept, and answered', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const before = await stock()
  await expect(commands.importText(activity852.replace('SE*20*', 'SE*19*'))).rejects.toMatchObject({
    code: 'interchange_invalid',
    values: { fault: 'segment_count_wrong', segment: 'SE', position: 22, stated: '19', found: '20' },
  })
  expect(await stock()).toEqual(before)
  expect(await messages()).toEqual([['852', '000000101', 'refused', true]])
})

test('a kind that contradicts the content is refused; one that says the same is not', async () => {
  await expect(commands.importText(activity852, '--kind', 'invoices')).rejects.toMatchObject({
    code: 'kind_contradicts',
  })
  await expect(commands.importText('a,b\n1,2\n', '--kind', 'interchange')).rejects.toMatchObject({
    code: 'kind_contradicts',
  })
  expect((await commands.importText(activity852, '--kind', 'sell-through')).code).toBe(0)
})

test('a dry run keeps nothing: no message, no partner, no number used', async () => {
  expect((await commands.importText(activity852, '--dry-run')).json()).toMatchObject({ import: null, rows: 4 })
  const { rows } = await database.pool.query('select count(*)::integer as n from supply.partner')
  expect([rows, await messages()]).toEqual([[{ n: 0 }], []])
})

test('two interchanges in one file are two messages of one import; a fault in one refuses both', async () => {
  await addPartner('x12', 'NORTHSHORE')
  const both = activity852 + inventory846
  await expect(commands.importText(both.replace('IEA*1*000000102', 'IEA*2*000000102'))).rejects.toMatchObject({
    values: { fault: 'group_count_wrong', segment: 'IEA' },
  })
  expect((await commands.importText(both)).json()).toMatchObject({ rows: 5, setAside: 1 })
  expect((await messages()).map(([type, , state]) => `${type} ${state}`)).toEqual([
    '852 refused',
    '846 refused',
    '852 taken',
    '846 taken',
  ])
})

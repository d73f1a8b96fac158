import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import ExcelJS from 'exceljs'
import { parquetWriteBuffer } from 'hyparquet-writer'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { addCrossReference, setGlns, setGtins } from '../supply/stock/cross-reference.server.ts'
import { stockNow, weeklySales } from '../supply/stock/stock.server.ts'
import { commandsOn } from './import-command.fixture.ts'

let database: TestDatabase
let commands: ReturnType<typeof commandsOn>

beforeEach(async () => {
  database = await createTestDatabase()
  commands = commandsOn(database)
  await commands.importText('account,name,country,city\nC1,Alpha,China,Ningbo\nC2,Beta,China,Ningbo\n')
  await commands.importText('product,name,category\nP1,One,Jetty\nP2,Two,Jetty\n')
  await database.pool.query(
    `insert into know.site (account_id, name, kind) select id, 'Shop 2', 'shop' from accounts.account where code = 'C1'`,
  )
})
afterEach(() => database.close())

const counts = (json: Record<string, unknown>) => [json.rows, json.added, json.replaced, json.unchanged, json.setAside]
const numberOf = ({ json }: { json: () => Record<string, unknown> }) => String(json().import)

test('stock of accounts comes in by day and site, and what cannot be is set aside with its reason', async () => {
  const file = [
    'account,site,product,day,on hand,in transit',
    'C1,shop 2,P1,2026-10-26,40,12',
    'C1,,P1,2026-10-26,1040,',
    'C2,,P2,2026-10-26,-3,',
    'C9,,P1,2026-10-26,3,',
    'C1,Shop 9,P1,2026-10-26,3,',
    'C1,,P9,2026-10-26,3,',
    'C1,,P1,2026-10-46,3,',
    'C1,,P2,2026-10-26,three,',
    'C1,,P2,2026-10-26,,',
    'C1,,P1,2026-10-26,41,',
    'C1,,P2,2062-10-26,41,',
    '',
  ].join('\n')
  const result = await commands.importText(file)
  expect(counts(result.json())).toEqual([11, 2, 0, 0, 9])
  expect(result.json().reasons).toEqual({
    stock_negative: 1,
    account_unknown: 1,
    site_unknown: 1,
    product_unknown: 1,
    day_unreadable: 1,
    quantity_unreadable: 1,
    quantity_missing: 1,
    row_repeated: 1,
    day_ahead: 1,
  })
  const now = await stockNow(database.db, {})
  expect(now.map(row => [row.siteId !== null, row.onHand, row.inTransit]).sort()).toEqual([
    [false, '1040', null],
    [true, '40', '12'],
  ])
})

test('a dealer’s own list lacks whose it is: asked once, remembered for the source', async () => {
  const file = (day: string) => `SKU,Date,Qty on hand\nP1,${day},12\nP2,${day},4\n`
  const asked = await commands.importText(file('2026-10-25'), '--source', 'alpha')
  expect(asked.code).toBe(2)
  expect(asked.json().flag).toContain('--account CODE')
  const told = await commands.importText(file('2026-10-25'), '--source', 'alpha', '--account', 'C1')
  expect(counts(told.json())).toEqual([2, 2, 0, 0, 0])
  expect(counts((await commands.importText(file('2026-11-01'), '--source', 'alpha')).json())).toEqual([2, 2, 0, 0, 0])
  expect((await stockNow(database.db, {})).map(row => row.day)).toEqual(['2026-11-01', '2026-11-01'])
})

test('sales by week bring the stock at its end, sent again they change nothing, and undo leaves no trace', async () => {
  const file =
    'Kundennummer;Artikelnummer;KW;Jahr;Abverkauf;Bestand\nC1;P1;43;2026;12,5;40\nC1;P1;44;2026;8;32\nC2;P1;54;2026;8;32\n'
  const first = await commands.importText(file)
  expect(counts(first.json())).toEqual([3, 2, 0, 0, 1])
  expect(first.json().reasons).toEqual({ span_unreadable: 1 })
  expect(counts((await commands.importText(file)).json())).toEqual([3, 0, 0, 2, 1])
  const sales = await weeklySales(database.db, { from: '2026-10-01', until: '2026-11-02' })
  expect(sales.map(({ week, sold }) => [week, sold])).toEqual([
    ['2026-10-19', '12.5'],
    ['2026-10-26', '8'],
  ])
  expect(await stockNow(database.db, {})).toMatchObject([{ day: '2026-11-01', onHand: '32' }])
  const twice = numberOf(await commands.importText(file))
  await commands.imports('undo', twice)
  await commands.imports('undo', numberOf(first))
  expect(await stockNow(database.db, {})).toHaveLength(1)
  await commands.imports('undo', String(Number(twice) - 1))
  expect((await database.pool.query('select from supply.claim')).rowCount).toBe(0)
  expect(
    (await database.pool.query('select from supply.sell_through union all select from supply.stock')).rowCount,
  ).toBe(0)
})

test('supply of a week is added up from its days, and a negative one is set aside', async () => {
  const result = await commands.importText(
    'product,date,planned production\nP1,2026-11-02,10\nP1,2026-11-04,5\nP1,2026-11-09,7\nP2,2026-11-02,-1\n',
  )
  expect(counts(result.json())).toEqual([4, 2, 0, 1, 1])
  const { rows } = await database.pool.query('select week, quantity from supply.availability order by week')
  expect(rows).toEqual([
    { week: '2026-11-02', quantity: '15' },
    { week: '2026-11-09', quantity: '7' },
  ])
})

test('a delivery keeps what stands in place of its freight, makes its account, and can be undone', async () => {
  const result = await commands.importText(
    'consignee,delivery no,line,scheduled date,delivered on,item description,qty,shipment mode,freight cost (USD),cause\n' +
      'N1,D1,1,2026-10-01,2026-10-04,Some thing,5,Ocean,See D2,Typhoon\n' +
      'C1,D2,1,2026-10-01,2026-09-30,One,5,Truck,120.5,\n' +
      'N2,D3,1,2026-13-01,,One,5,Truck,,\n',
  )
  expect(counts(result.json())).toEqual([3, 2, 0, 0, 1])
  const { rows } = await database.pool.query(
    `select a.code, d.product_text, d.mode, d.freight, d.freight_note, d.currency, d.cause, d.cause_note
     from supply.delivery d join accounts.account a on a.id = d.account_id order by d.reference`,
  )
  expect(rows).toEqual([
    {
      code: 'N1',
      product_text: 'Some thing',
      mode: 'sea',
      freight: null,
      freight_note: 'See D2',
      currency: 'USD',
      cause: 'weather',
      cause_note: 'Typhoon',
    },
    {
      code: 'C1',
      product_text: 'One',
      mode: 'road',
      freight: '120.5',
      freight_note: null,
      currency: 'USD',
      cause: null,
      cause_note: null,
    },
  ])
  await commands.imports('undo', numberOf(result))
  const { rows: codes } = await database.pool.query('select code from accounts.account order by code')
  expect(codes.map(({ code }) => code)).toEqual(['C1', 'C2'])
})

test('a workbook and a Parquet file say the same as text: days, weeks as numbers and codes with zeros', async () => {
  const book = new ExcelJS.Workbook()
  const sheet = book.addWorksheet('Stock')
  sheet.addRow(['Dealer code', 'Item No', 'As of', 'Qty on hand'])
  sheet.addRow(['C1', 'P1', new Date(Date.UTC(2026, 9, 25)), 12.5])
  sheet.getColumn(3).numFmt = 'dd.mm.yyyy'
  expect(counts((await commands.importText(new Uint8Array(await book.xlsx.writeBuffer()))).json())).toEqual([
    1, 1, 0, 0, 0,
  ])
  const parquet = parquetWriteBuffer({
    columnData: [
      { name: 'account', data: ['C1', 'C2'], type: 'STRING' },
      { name: 'product', data: ['P1', 'P1'], type: 'STRING' },
      { name: 'week', data: [202643, 202644], type: 'INT32' },
      { name: 'units_sold', data: [7, 3], type: 'DOUBLE' },
    ],
  })
  expect(counts((await commands.importText(new Uint8Array(parquet))).json())).toEqual([2, 2, 0, 0, 0])
  expect(await stockNow(database.db, {})).toMatchObject([{ day: '2026-10-25', onHand: '12.5' }])
  const sales = await weeklySales(database.db, { from: '2026-10-01', until: '2026-11-02' })
  expect(sales.map(({ week, sold }) => [week, sold])).toEqual([
    ['2026-10-19', '7'],
    ['2026-10-26', '3'],
  ])
})

test('goods are found by GTIN and by the partner’s own codes, accounts by GLN', async () => {
  const { rows } = await database.pool.query<{ code: string; id: number }>(
    'select code, id from accounts.account union all select code, id from products.product',
  )
  const ids = Object.fromEntries(rows.map(({ code, id }) => [code, id]))
  await setGtins(database.db, [{ gtin: '04006381333931', productId: ids.P1! }])
  await setGlns(database.db, [{ gln: '4012345000009', accountId: ids.C2!, siteId: null }])
  await addCrossReference(
    database.db,
    { partnerAccountId: ids.C2!, kind: 'product', code: 'their-2', productId: ids.P2! },
    null,
  )
  const result = await commands.importText(
    [
      'account,product,gtin,day,on hand',
      '4012345000009,,4006381333931,2026-10-25,5',
      '4012345000009,THEIR-2,,2026-10-25,6',
      'C1,THEIR-2,,2026-10-25,7',
      'C1,,4006381333932,2026-10-25,8',
      '',
    ].join('\n'),
  )
  expect(counts(result.json())).toEqual([4, 2, 0, 0, 2])
  expect(result.json().reasons).toEqual({ product_unknown: 1, gtin_wrong: 1 })
  const now = await stockNow(database.db, {})
  expect(now.map(row => [row.accountId, row.productId, row.onHand])).toEqual([
    [ids.C2, ids.P1, '5'],
    [ids.C2, ids.P2, '6'],
  ])
})

const shipments = fileURLToPath(
  new URL('../../../shared/data/shipments/SCMS_Delivery_History_Dataset.csv', import.meta.url),
)

test.skipIf(!existsSync(shipments))(
  '10,324 real deliveries come in without a flag, and 1,186 of them were late',
  async () => {
    const result = await commands.importPath(shipments)
    expect(counts(result.json())).toEqual([10_324, 10_324, 0, 0, 0])
    const { rows } = await database.pool.query(
      `select coalesce(mode, 'unknown') as mode, count(*)::integer as lines,
       (count(*) filter (where arrived_on > promised_on))::integer as late
     from supply.delivery group by 1 order by 1`,
    )
    expect(rows.reduce((sum, row) => sum + row.late, 0)).toBe(1186)
    expect(rows).toEqual([
      { mode: 'air', lines: 6113, late: 587 },
      { mode: 'air charter', lines: 650, late: 75 },
      { mode: 'road', lines: 2830, late: 455 },
      { mode: 'sea', lines: 371, late: 65 },
      { mode: 'unknown', lines: 360, late: 4 },
    ])
    await commands.imports('undo', numberOf(result))
    expect((await database.pool.query('select from supply.delivery')).rowCount).toBe(0)
  },
)

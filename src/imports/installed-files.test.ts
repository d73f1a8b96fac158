import { afterEach, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { detectKind } from './detect-kind.ts'
import { commandsOn } from './import-command.fixture.ts'

let database: TestDatabase
let commands: ReturnType<typeof commandsOn>

beforeEach(async () => {
  database = await createTestDatabase()
  commands = commandsOn(database)
  await commands.importText('account,name,country,city\nC1,Alpha,China,Ningbo\nC2,Beta,China,Ningbo\n')
  await commands.importText('product,name,category\nJT-3008,Jetty 3008,"Jetty, managed"\n')
  await database.pool.query(
    `insert into know.site (account_id, name, kind) select id, 'Plant 2', 'plant' from accounts.account where code = 'C1'`,
  )
})
afterEach(() => database.close())

const header = 'account,site,brand,model,quantity,bought on,unit price,expected life,condition\n'
const file = `${header}C1,plant 2,Korund,K-28,24,2019-05-20,820,8,worn\nC1,,Korund,K-28,6,2019-05-20,820,8,\nC2,,Wexford,,3,,,,\n`
const counts = (json: Record<string, unknown>) => [json.rows, json.added, json.replaced, json.unchanged, json.setAside]
const numberOf = ({ json }: { json: () => Record<string, unknown> }) => String(json().import)

async function inForce() {
  const { rows } = await database.pool.query(
    `select a.code, i.brand, i.quantity, i.life_months as life, i.condition, i.site_id is not null as placed
     from know.installed i join accounts.account a on a.id = i.account_id
     where hidden_by is null order by a.code, i.quantity desc`,
  )
  return rows.map(row => [row.code, row.brand, row.quantity, row.life, row.condition, row.placed])
}

const whole = [
  ['C1', 'Korund', 24, 96, 'worn', true],
  ['C1', 'Korund', 6, 96, null, false],
  ['C2', 'Wexford', 3, null, null, false],
]

test.each([
  ['account,brand,model,installed on,quantity'],
  ['客户编码,品牌,型号,安装日期,数量'],
  ['Customer No,Manufacturer,Type,Purchase date,Qty,Price'],
  ['Kundennummer,Hersteller,Modell,Installationsdatum,Anzahl'],
])('%s is installed base', headers => expect(detectKind(headers.split(','))).toEqual({ kind: 'installed', sure: true }))

test.each([
  ['document,account,day,product,quantity,net', 'invoices'],
  ['order id,customer,purchase date,model,qty,price', 'invoices'],
  ['product,name,brand,model,list price', 'products'],
  ['account,name,country,status', 'accounts'],
])('%s is not', (headers, kind) => expect(detectKind(headers.split(','))?.kind).toBe(kind))

test('equipment of an account that was merged stands with the one that lives', async () => {
  await database.pool.query(
    `update accounts.account set merged_into = (select id from accounts.account where code = 'C1') where code = 'C2'`,
  )
  await commands.importText(file)
  expect((await inForce()).map(([code, brand]) => [code, brand])).toEqual([
    ['C1', 'Korund'],
    ['C1', 'Korund'],
    ['C1', 'Wexford'],
  ])
})

test('a file of equipment is recognised, read and undone', async () => {
  const imported = await commands.importText(file)
  expect(counts(imported.json())).toEqual([3, 3, 0, 0, 0])
  expect(await inForce()).toEqual(whole)
  await commands.imports('undo', numberOf(imported))
  expect(await inForce()).toEqual([])
})

test('the same file again changes nothing, and a changed item takes the place of the earlier', async () => {
  const first = await commands.importText(file)
  expect(counts((await commands.importText(file)).json())).toEqual([3, 0, 0, 3, 0])
  const third = await commands.importText(file.replace('28,24', '28,30'))
  expect(counts(third.json())).toEqual([3, 0, 1, 2, 0])
  expect((await inForce())[0]).toEqual(['C1', 'Korund', 30, 96, 'worn', true])
  // What the second file repeated lives on without the first, and comes back without the third.
  await commands.imports('undo', numberOf(first))
  expect(await inForce()).toHaveLength(3)
  await commands.imports('undo', numberOf(third))
  expect(await inForce()).toEqual(whole)
})

test('an import between two others can be undone alone', async () => {
  const first = await commands.importText(file)
  const second = await commands.importText(file.replace('28,24', '28,26'))
  const third = await commands.importText(file.replace('28,24', '28,30'))
  await commands.imports('undo', numberOf(second))
  expect((await inForce())[0]![2]).toBe(30)
  await commands.imports('undo', numberOf(third))
  expect(await inForce()).toEqual(whole)
  await commands.imports('undo', numberOf(first))
  expect(await inForce()).toEqual([])
})

test('two alike in one file are two items', async () => {
  const twice = `${header}C1,,Korund,K-28,6,2019-05-20,820,8,\nC1,,Korund,K-28,6,2019-05-20,820,8,\n`
  expect(counts((await commands.importText(twice)).json())).toEqual([2, 2, 0, 0, 0])
  expect(counts((await commands.importText(twice)).json())).toEqual([2, 0, 0, 2, 0])
  expect(await inForce()).toHaveLength(2)
})

test('what cannot be taken is set aside with its reason', async () => {
  const rows = [
    'C9,,Korund,K,1,,,,',
    'C1,Nowhere,Korund,K,1,,,,',
    'C2,Plant 2,Korund,K,1,,,,',
    'C1,,,K,1,,,,',
    'C1,,Korund,K,0,,,,',
    'C1,,Korund,K,1.5,,,,',
    'C1,,Korund,K,1,2019-13-01,,,',
    'C1,,Korund,K,1,,-5,,',
    'C1,,Korund,K,1,,,51,',
    'C1,,Korund,K,1,,,,melted',
  ]
  const { json } = await commands.importText(`${header}${rows.join('\n')}\n`)
  expect(json()).toMatchObject({
    added: 0,
    reasons: {
      account_unknown: 1,
      site_unknown: 2,
      brand_missing: 1,
      quantity_unreadable: 2,
      day_unreadable: 1,
      amount_unreadable: 1,
      life_unreadable: 1,
      condition_unreadable: 1,
    },
  })
  expect(await inForce()).toEqual([])
})

test('a product of ours brings its line and counts as our make', async () => {
  await commands.importText('account,product code,model,installed on\nC1,JT-3008,,2022-03-01\n', '--kind', 'installed')
  const { rows } = await database.pool.query('select brand, model, ours, product_line as line from know.installed')
  expect(rows).toEqual([{ brand: 'Jetty 3008', model: 'JT-3008', ours: true, line: 'Jetty, managed' }])
})

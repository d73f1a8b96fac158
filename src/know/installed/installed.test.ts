import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { claimAccounts } from '../../accounts/accounts.server.ts'
import type { Role } from '../../platform/roles.ts'
import { writeSettings } from '../../platform/settings.server.ts'

let api: TestApi
let own = 0
let foreign = 0

beforeAll(async () => {
  api = await startTestApi()
  await writeSettings(api.db, { baseCurrency: 'CNY' })
  await api.pool.query(
    `with made as (
       insert into imports.import (source, file_name, state, actor_name, via)
       values ('bank', 'rates.csv', 'finished', 'Test', 'web') returning id)
     insert into imports.rate_claim (import_id, currency, day, rate)
     select id, 'USD', '2026-09-30'::date, 7 from made union all select id, 'USD', '2026-10-30', 7.2 from made`,
  )
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.pool.query('truncate accounts.account cascade')
  await api.pool.query('truncate know.line_life')
  const { ids } = await claimAccounts(api.pool, 1, 'erp', [
    { code: 'A', name: 'Harbour Works', ownerId: api.people.manager },
    { code: 'B', name: 'Dry Dock', ownerId: 'somebody else' },
  ])
  own = ids.get('A')!
  foreign = ids.get('B')!
})

const item = {
  siteId: null,
  brand: 'Korund',
  model: 'K-28',
  ours: false,
  productLine: 'Jetty',
  quantity: 10,
  boughtOn: '2021-06-01',
  unitPrice: '1480',
  currency: null,
  lifeMonths: null,
  condition: null,
  note: null,
}
const add = (role: Role, more: object = {}, account = own) =>
  api.as(role, 'POST', `/accounts/${account}/installed`, { ...item, ...more })
const list = async (account = own) => (await api.as('reader', 'GET', `/accounts/${account}/installed`)).body.items

test('an item shows the day on which it is expected to go, by its line or by the default', async () => {
  await add('manager')
  expect(await list()).toMatchObject([
    { brand: 'Korund', basePrice: '1480', life: { months: 84, source: 'default', expectedOn: '2028-06-01' } },
  ])
  await api.as('head', 'PUT', '/product-lines/life', { productLine: 'Jetty', lifeMonths: 72, version: null })
  expect(await list()).toMatchObject([{ life: { months: 72, source: 'line', expectedOn: '2027-06-01' } }])
  expect(await list(foreign)).toEqual([])
})

test('a price abroad counts by the newest rate, and without a rate not at all', async () => {
  await add('manager', { unitPrice: '100', currency: 'USD' })
  await add('manager', { unitPrice: '100', currency: 'THB' })
  await add('manager', { unitPrice: '100', currency: 'CNY' })
  expect((await list()).map((each: { basePrice: string | null }) => each.basePrice)).toEqual(['720', null, '100'])
})

test('demand tells quarter by quarter what goes, and from which quarter to talk', async () => {
  await api.as('head', 'PUT', '/product-lines/life', { productLine: 'Jetty', lifeMonths: 72, version: null })
  await add('manager')
  const usual = (await api.as('reader', 'GET', `/accounts/${own}/replacement`)).body
  expect(usual.talks).toMatchObject([
    { due: '2027-Q2', begin: '2026-Q4', units: 10, value: '14800', productLines: ['Jetty'] },
  ])
  expect(usual).toMatchObject({ processDays: null, leadQuarters: 2 })
  expect(usual.quarters).toHaveLength(12)
  const steps = [
    { name: 'Ask', days: 20, contactId: null, who: null },
    { name: 'Sign', days: 40, contactId: null, who: null },
  ]
  await api.as('manager', 'PUT', `/accounts/${own}/buying`, {
    fact: { field: 'process', value: { steps } },
    learnedOn: '2026-11-02',
    contactId: null,
    toldBy: null,
    version: null,
  })
  const known = (await api.as('reader', 'GET', `/accounts/${own}/replacement`)).body
  expect(known).toMatchObject({ processDays: 60, leadQuarters: 1, talks: [{ begin: '2027-Q1' }] })
})

test('an edit needs the version that was read and takes the item from its import', async () => {
  const { id } = (await add('manager')).body
  await api.pool.query('update know.installed set import_id = 7')
  expect((await api.as('manager', 'PATCH', `/installed/${id}`, { version: 1, quantity: 12 })).body).toEqual({
    version: 2,
  })
  expect(await list()).toMatchObject([{ quantity: 12, brand: 'Korund', boughtOn: '2021-06-01', importId: null }])
  const stale = await api.as('manager', 'PATCH', `/installed/${id}`, { version: 1, quantity: 13 })
  expect(stale.body.code).toBe('item_changed_meanwhile')
})

test('what is replaced is demand no more, and the trail keeps what it was', async () => {
  const { id } = (await add('manager')).body
  await add('head', { brand: 'Bystander' }, foreign)
  expect((await api.as('manager', 'DELETE', `/installed/${id}`, { version: 1 })).status).toBe(200)
  expect(await list()).toEqual([])
  expect(await list(foreign)).toHaveLength(1)
  const { rows } = await api.pool.query(
    `select before from platform.change where operation = 'remove' order by id desc limit 1`,
  )
  expect(rows[0].before).toMatchObject({ brand: 'Korund', quantity: 10 })
})

test('a manager keeps the installed base of owned accounts, and nobody buys tomorrow', async () => {
  expect((await add('manager', {}, foreign)).body.code).toBe('account_not_yours')
  expect((await add('back office', {}, foreign)).status).toBe(200)
  expect((await add('executive')).status).toBe(403)
  expect((await add('manager', { boughtOn: '2026-11-03' })).body.code).toBe('bought_ahead')
  expect((await add('manager', { boughtOn: '2026-11-02' })).status).toBe(200)
  expect((await add('manager', { siteId: 999 })).body.code).toBe('site_unknown')
})

test('the life of a line is set by who read it, and the lines are ours and whatever else stands there', async () => {
  const set = (lifeMonths: number | null, version: number | null, role: Role = 'head') =>
    api.as(role, 'PUT', '/product-lines/life', { productLine: 'Jetty, managed', lifeMonths, version })
  expect((await set(72, null)).body).toEqual({ version: 1 })
  expect((await set(60, null)).body.code).toBe('life_changed_meanwhile')
  expect((await set(60, 1, 'manager')).status).toBe(403)
  await add('manager', { productLine: 'Valves' })
  const { body } = await api.as('reader', 'GET', '/product-lines')
  expect(body.items).toEqual([
    { productLine: 'Jetty, managed', lifeMonths: 72, version: 1, products: 0 },
    { productLine: 'Valves', lifeMonths: null, version: null, products: 0 },
  ])
  expect((await set(null, 1)).body).toEqual({ version: null })
})

test('the department sees every account by value, a manager’s alone, or one line', async () => {
  await add('manager', { productLine: 'Jetty, managed', boughtOn: '2020-01-01' })
  await add('head', { quantity: 90, productLine: null, boughtOn: '2020-01-01' }, foreign)
  const { body } = await api.as('reader', 'GET', '/replacement')
  expect(body.items.map((each: { code: string }) => each.code)).toEqual(['B', 'A'])
  expect(body.lines.map((each: { productLine: string | null }) => each.productLine)).toEqual([null, 'Jetty, managed'])
  expect(body.total).toBe(2)
  const mine = (await api.as('reader', 'GET', `/replacement?owner=${api.people.manager}`)).body
  expect(mine.items.map((each: { code: string }) => each.code)).toEqual(['A'])
  const line = (await api.as('reader', 'GET', '/replacement?productLine=Jetty%2C%20managed')).body
  expect(line.items.map((each: { code: string }) => each.code)).toEqual(['A'])
  expect(Number(body.quarters[5].value)).toBeCloseTo(Number(mine.quarters[5].value) * 10, 0)
})

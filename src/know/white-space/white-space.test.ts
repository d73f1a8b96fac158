import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startTestApi, type TestApi } from '../../../tests/support/api.ts'
import { type SoldLine, sell } from '../../identify/ledger.fixture.ts'
import type { Role } from '../../platform/roles.ts'
import { wholeMarket, yearOfLedger } from './markets.use.ts'
import { potentialsOf } from './read-white-space.use.ts'

let api: TestApi
let ids: Map<string, number>
let products: Record<string, number>

const sold = (account: string, amounts: Record<string, number>, day = '2026-06-15'): SoldLine[] =>
  Object.entries(amounts).map(([product, net]) => ({
    account,
    document: `${account} ${product} ${day} ${net}`,
    day,
    net: String(net),
    productId: products[product] ?? null,
  }))

beforeAll(async () => {
  api = await startTestApi()
  const { rows } = await api.pool.query(
    `insert into products.product (code, name, category) values ('S', 'Switch', 'Switches'), ('R', 'Router', 'Routers'),
     ('N', 'Nameless', null) returning code, id`,
  )
  products = Object.fromEntries(rows.map(row => [row.code, row.id]))
  ids = await sell(api, [
    ...sold('OWN', { S: 1000 }),
    ...sold('A', { S: 900, R: 60 }),
    ...sold('B', { S: 950, R: 84 }),
    ...sold('C', { S: 1100, R: 120 }),
    ...sold('D', { S: 1050 }),
    ...sold('E', { S: 980, N: 20 }),
    ...sold('BIG', { S: 9000, R: 5000 }),
    ...sold('END', { S: 10 }, '2026-06-30'),
    // A year and a day before the ledger's last day: no part of the twelve months.
    ...sold('OWN', { R: 700 }, '2025-06-30'),
    ...sold('D', { R: 3 }, '2025-07-01'),
    ...sold('D', { R: -3 }, '2025-08-01'),
  ])
  const own = [ids.get('OWN')!, ids.get('A')!]
  await api.as('head', 'POST', '/accounts/owner', { accounts: own, ownerId: api.people.manager })
})
afterAll(() => api.close())

beforeEach(async () => {
  await api.pool.query('truncate know.potential')
})

const read = async (account = 'OWN') =>
  (await api.as('reader', 'GET', `/accounts/${ids.get(account)}/white-space`)).body
const enter = (role: Role, more: object = {}, account = 'OWN') =>
  api.as(role, 'PUT', `/accounts/${ids.get(account)}/potential`, {
    ...{ productLine: 'Routers', amount: '240', source: 'Their plant manager', asOf: '2026-10-01', version: null },
    ...more,
  })
const lineOf = (space: { lines: { productLine: string }[] }, productLine: string) =>
  space.lines.find(line => line.productLine === productLine)

test('an account that buys no routers is shown who alike does, within twelve months', async () => {
  const space = await read()
  expect(space.window).toEqual({ from: '2025-07-01', to: '2026-06-30' })
  expect(space.alike.map((each: { code: string }) => each.code).sort()).toEqual(['A', 'B', 'C', 'D', 'E'])
  expect(lineOf(space, 'Routers')).toEqual({
    productLine: 'Routers',
    own: '0',
    potential: '84',
    source: 'estimated',
    evidence: { buyers: 3, alike: 5, median: '84' },
    share: 0,
    open: '84',
    certainty: 0.6,
    entered: null,
  })
  expect(lineOf(space, 'Switches')).toMatchObject({ own: '1000', potential: '1000', share: 1 })
  expect(space.total).toBe('1000')
})

test('the page of one account says what the whole market says', async () => {
  const whole = await wholeMarket(api, (await yearOfLedger(api.db))!)
  for (const account of ids.keys()) {
    const { lines } = await read(account)
    const expected = potentialsOf(whole, ids.get(account)!, new Map())
    expect(lines.map(({ entered, ...line }: { entered: null }) => line)).toEqual(expected)
  }
})

test('an entered potential overrules the estimate, is replaced by its version, and taken back', async () => {
  expect((await enter('manager')).body).toEqual({ version: 1 })
  expect(lineOf(await read(), 'Routers')).toMatchObject({
    potential: '240',
    source: 'entered',
    certainty: 1,
    entered: { amount: '240', source: 'Their plant manager', personId: api.people.manager, version: 1 },
    evidence: { median: '84' },
  })
  expect((await enter('head', { amount: '300' })).body.code).toBe('potential_changed_meanwhile')
  expect((await enter('head', { amount: '300', version: 1 })).body).toEqual({ version: 2 })
  const path = `/accounts/${ids.get('OWN')}/potential`
  await api.as('head', 'DELETE', path, { productLine: 'Routers', version: 2 })
  expect(lineOf(await read(), 'Routers')).toMatchObject({ potential: '84', entered: null })
})

test('a manager enters for owned accounts alone, and nobody tomorrow’s word', async () => {
  expect((await enter('manager', {}, 'B')).body.code).toBe('account_not_yours')
  expect((await enter('executive')).status).toBe(403)
  expect((await enter('manager', { asOf: '2026-11-03' })).body.code).toBe('learned_ahead')
  expect((await enter('manager', { asOf: '2026-11-02' })).status).toBe(200)
})

test('the department sees what is open at owned accounts, most to win first', async () => {
  await api.as('head', 'POST', '/accounts/owner', { accounts: [ids.get('D')], ownerId: api.people.head })
  await enter('head', { amount: '50' }, 'BIG')
  const { body } = await api.as('reader', 'GET', '/white-space?productLine=Routers')
  const rows = body.items.map((row: { code: string; productLine: string }) => `${row.code} ${row.productLine}`)
  // Of A only two alike buy routers; B is owned by nobody; of BIG somebody entered less than it buys already.
  expect(rows).toEqual(['OWN Routers', 'D Routers'])
  const sum = body.items.reduce((all: number, row: { open: string }) => all + Number(row.open), 0)
  expect(Number(body.open)).toBeCloseTo(sum, 2)
  expect(Number(body.likely)).toBeLessThan(Number(body.open))
  const mine = (await api.as('reader', 'GET', `/white-space?owner=${api.people.manager}&only=unbought`)).body
  expect(mine.items).toMatchObject([{ code: 'OWN', productLine: 'Routers', ownerId: api.people.manager }])
})

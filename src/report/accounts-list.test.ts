import { OpenAPIHandler } from '@orpc/openapi/fetch'
import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { claimAccounts } from '../accounts/accounts.server.ts'
import { contextOf, person } from '../accounts/acting.fixture.ts'
import { sell, spend } from '../identify/ledger.fixture.ts'
import { insertPerson } from '../platform/people.store.ts'
import { createColumnsReader } from './account-columns.server.ts'
import { accountUses } from './account-uses.store.ts'
import { accountsListRoutes } from './accounts-list.routes.ts'

let database: TestDatabase
let ids: Map<string, number>
const reader = person('Sun', 'reader')
const client = () =>
  createRouterClient(accountsListRoutes(createColumnsReader()), { context: contextOf(database, reader) })

/** One document of one line. */
async function bought(account: string, day: string, net: number, cost: number | null, costToServe = 0) {
  await sell(database, [{ account, document: day, day, net: String(net), cost: cost === null ? null : String(cost) }])
  if (costToServe) await spend(database, ids, [{ account, day, amount: String(costToServe) }])
}

beforeAll(async () => {
  database = await createTestDatabase()
  await insertPerson(database.db, { id: 'li', name: 'Li', email: 'li@example.com', role: 'manager' })
  ;({ ids } = await claimAccounts(database.pool, 1, 'erp', [
    { code: 'A', name: '宁波港务集团', country: 'China', region: 'East', ownerId: 'li' },
    { code: 'B', name: 'beta marine', country: 'China', salesperson: 'Chen' },
    { code: 'C', name: 'Alpha Supplies', country: 'Vietnam', parentCode: 'A' },
    { code: 'D', name: 'Delta', cooperationSince: '2020-01-01' },
    { code: 'E', name: 'Éclair' },
  ]))
})

afterAll(() => database.close())

test('before anything is sold the list shows every account, without a window, a tier or a figure', async () => {
  const page = await client().list({})
  expect(page).toMatchObject({ total: 5, window: null, review: null, months: [], nextCursor: null })
  expect(page.items[0]).toMatchObject({
    code: 'A',
    revenue: '0',
    margin: null,
    contribution: null,
    tier: null,
    growth: null,
  })
})

describe('with a ledger', () => {
  beforeAll(async () => {
    await bought('A', '2025-06-30', 500, 300)
    await bought('A', '2024-09-15', 250, 200)
    await bought('B', '2025-06-30', 800, 900, 10)
    await bought('C', '2025-03-10', 800, null)
    await bought('D', '2023-01-05', 70, 30)
  })

  const codes = async (input: Parameters<ReturnType<typeof client>['list']>[0]) =>
    (await client().list(input)).items.map(item => item.code)

  test('the window is the last twelve months of the ledger unless one is chosen, to the day', async () => {
    const page = await client().list({})
    expect(page.window).toEqual({ from: '2024-07-01', to: '2025-06-30' })
    expect(page.months.at(-1)).toBe('2025-06-01')
    const chosen = await client().list({ from: '2024-09-16', to: '2025-06-30', sort: 'code', direction: 'asc' })
    expect(chosen.items[0]).toMatchObject({ code: 'A', revenue: '500', documents: 1 })
    expect(
      (await client().list({ from: '2024-09-15', to: '2025-06-30' })).items.find(each => each.code === 'A'),
    ).toMatchObject({
      revenue: '750',
      documents: 2,
    })
  })

  test('a row tells the exact figures of the window; what cannot be known is null, never zero', async () => {
    const { items } = await client().list({ sort: 'code', direction: 'asc' })
    expect(items.map(item => [item.revenue, item.margin, item.costToServe, item.contribution])).toEqual([
      ['750', '250', '0', '250'],
      ['800', '-100', '10', '-110'],
      ['800', null, '0', null],
      ['0', null, '0', null],
      ['0', null, '0', null],
    ])
    expect(items[0]).toMatchObject({
      marginRate: 0.3333,
      lastDay: '2025-06-30',
      silentDays: 0,
      owner: { id: 'li', name: 'Li' },
    })
    expect(items[0]!.months).toEqual(['0', '0', '250', '0', '0', '0', '0', '0', '0', '0', '0', '500'])
    expect(items[2]).toMatchObject({ parent: { code: 'A' }, silentDays: 112 })
    expect(items[3]).toMatchObject({ lastDay: '2023-01-05', growth: null })
  })

  test('equal figures stand in the order of entry, unknown ones last in either direction', async () => {
    expect(await codes({ sort: 'revenue' })).toEqual(['B', 'C', 'A', 'D', 'E'])
    expect(await codes({ sort: 'contribution' })).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(await codes({ sort: 'contribution', direction: 'asc' })).toEqual(['B', 'A', 'C', 'D', 'E'])
    expect(await codes({ sort: 'lastDay' })).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  test('names stand in order regardless of case; accounts without the attribute come last', async () => {
    expect(await codes({ sort: 'name', direction: 'asc' })).toEqual(['C', 'B', 'D', 'E', 'A'])
    expect(await codes({ sort: 'country', direction: 'asc' })).toEqual(['A', 'B', 'C', 'D', 'E'])
    expect(await codes({ sort: 'country', direction: 'desc' })).toEqual(['C', 'B', 'A', 'E', 'D'])
    expect(await codes({ sort: 'owner', direction: 'asc' })).toEqual(['A', 'B', 'C', 'D', 'E'])
  })

  test.each(['revenue', 'contribution', 'lastDay', 'name', 'country', 'owner', 'points', 'growth'] as const)(
    'page after page by %s shows every account once',
    async sort => {
      for (const direction of ['asc', 'desc'] as const) {
        const whole = await codes({ sort, direction })
        const seen: string[] = []
        let cursor: string | undefined
        do {
          const page = await client().list({ sort, direction, limit: 2, cursor })
          seen.push(...page.items.map(item => item.code))
          cursor = page.nextCursor ?? undefined
        } while (cursor)
        expect(seen).toEqual(whole)
        expect(whole).toHaveLength(5)
      }
    },
  )

  test('filters find by text, attribute, owner, silence and loss', async () => {
    expect(await codes({ text: '港务' })).toEqual(['A'])
    expect(await codes({ text: 'MARINE bet' })).toEqual(['B'])
    expect(await codes({ country: ['China'] })).toEqual(['B', 'A'])
    expect(await codes({ country: ['China'], region: ['East'] })).toEqual(['A'])
    expect(await codes({ owner: ['nobody'] })).toEqual(['B', 'C', 'D', 'E'])
    expect(await codes({ owner: ['li', 'nobody'], salesperson: ['Chen'] })).toEqual(['B'])
    expect(await codes({ silentDays: 112 })).toEqual(['C', 'D'])
    expect(await codes({ silentDays: 113 })).toEqual(['D'])
    expect(await codes({ losing: true })).toEqual(['B'])
    expect(await codes({ losing: true, sort: 'name' })).toEqual(['B'])
    expect(await codes({ guard: ['losing'] })).toEqual(['B'])
    expect(await codes({ guard: ['losing'], country: ['Vietnam'] })).toEqual([])
    expect((await client().list({ country: ['China'], limit: 1 })).total).toBe(2)
  })

  test('a new account and a new sale are seen at once', async () => {
    const routes = client()
    expect((await routes.list({})).total).toBe(5)
    const { ids: more } = await claimAccounts(database.pool, 2, 'erp', [{ code: 'F', name: 'Foxtrot' }])
    expect((await routes.list({})).total).toBe(6)
    ids.set('F', more.get('F')!)
    await bought('F', '2025-06-30', 9000, 1)
    expect((await routes.list({})).items[0]).toMatchObject({ code: 'F', revenue: '9000' })
  })

  test('after a review each account shows its tier, points, rank and movement, and can be filtered by them', async () => {
    const { pool } = database
    const { rows } = await pool.query(
      `insert into identify.review (state, as_of, window_from, policy_version, ledger_version, inputs, accounts, summary,
         opened_by_name, confirmed_by_name, confirmed_at)
       select 'confirmed', '2025-06-30', '2024-07-01', max(version), 0, 'x', 3, '{}', 'Hua', 'Hua', now()
       from identify.policy returning id`,
    )
    await pool.query(
      `insert into identify.standing (review_id, account_id, place, points, rank, tier, earned, strict, below, previous_tier, reason)
       values ($4, $1, 1, 7550, 1, 3, 3, 3, 0, 1, 'earned'), ($4, $2, 2, 3000, 2, 0, 0, 0, 0, 0, 'earned'),
         ($4, $3, 3, 100, 3, 1, 1, 1, 0, null, 'earned')`,
      [ids.get('A'), ids.get('B'), ids.get('C'), rows[0].id],
    )
    const page = await client().list({ sort: 'points' })
    expect(page.review).toEqual({ id: rows[0].id, asOf: '2025-06-30', state: 'confirmed' })
    expect(page.items.map(item => [item.code, item.tier, item.points, item.rank, item.movement]).slice(0, 4)).toEqual([
      ['A', 'platinum', 75.5, 1, 'up'],
      ['B', 'regular', 30, 2, 'stayed'],
      ['C', 'silver', 1, 3, 'new'],
      ['D', null, null, null, null],
    ])
    expect(await codes({ tier: ['platinum', 'silver'] })).toEqual(['C', 'A'])
    expect(await codes({ tier: ['none'], sort: 'code', direction: 'asc' })).toEqual(['D', 'E', 'F'])
    expect(await codes({ movement: ['up'] })).toEqual(['A'])
  })

  test('the choices of a filter count the accounts behind each', async () => {
    expect(await client().choices()).toMatchObject({
      country: [
        { value: 'China', accounts: 2 },
        { value: 'Vietnam', accounts: 1 },
      ],
      owner: [{ id: 'li', name: 'Li', accounts: 1 }],
      ownerless: 5,
    })
  })

  test('an address filters as well by one value as by several, and false is false', async () => {
    const handler = new OpenAPIHandler(accountsListRoutes(createColumnsReader()))
    const ask = async (query: string) => {
      const context = contextOf(database, reader)
      const { response } = await handler.handle(new Request(`http://localhost/accounts?${query}`), { context })
      const page = (await response!.json()) as { items: { code: string }[]; total: number }
      return page.items.map(item => item.code).sort()
    }
    expect(await ask('country=China&losing=false&limit=10')).toEqual(['A', 'B'])
    expect(await ask('country[0]=China&country[1]=Vietnam')).toEqual(['A', 'B', 'C'])
    expect(await ask('losing=true')).toEqual(['B'])
  })

  test('a cursor that is not ours is refused', async () => {
    await expect(client().list({ cursor: 'nonsense' })).rejects.toMatchObject({ code: 'cursor_invalid' })
  })

  test('whatever hangs on an account in any room is named', async () => {
    expect(await accountUses(database.db, ids.get('A')!)).toEqual([
      { use: 'ledger document', count: 2 },
      { use: 'confirmed reviews', count: 1 },
    ])
    expect(await accountUses(database.db, ids.get('E')!)).toEqual([])
  })
})

import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { contextOf, person } from '../accounts/acting.fixture.ts'
import type { Actor } from '../platform/roles.ts'
import { costEntriesRoutes } from './cost-entries.routes.ts'
import { examineLedger } from './doctor.server.ts'
import { ledgerRoutes } from './ledger.routes.ts'
import { postCosts } from './post-costs.server.ts'
import { emptyLedger, postedLine, postFile, undoFile } from './posting.fixture.ts'
import { sumsByAccount } from './sums.store.ts'

let database: TestDatabase
const reader = person('Chen', 'reader')
const owner = person('Li', 'manager')
const stranger = person('Wang', 'manager')
const office = person('Zhao', 'back office')
const ledger = (actor: Actor = reader) => createRouterClient(ledgerRoutes, { context: contextOf(database, actor) })
const costs = (actor: Actor) => createRouterClient(costEntriesRoutes, { context: contextOf(database, actor) })

beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(
    `insert into accounts.account (id, code, name, owner_id) values (1, 'A1', 'One', 'li'), (2, 'A2', 'Two', 'wang')`,
  )
  await database.pool.query(
    `insert into products.product (id, code, name) values (7, 'P7', 'Switch'), (8, 'P8', 'Cable')`,
  )
})
afterAll(() => database.close())

beforeEach(async () => {
  await emptyLedger(database)
  await postFile(database, { importId: 1 }, [
    postedLine({ document: 'INV-10', line: '10', net: '100', cost: '60', day: '2024-01-31' }),
    postedLine({ document: 'INV-10', line: '9', net: '20', cost: null, productId: 8, day: '2024-02-01' }),
    postedLine({ document: 'INV-11', net: '50', cost: '20', productId: null, day: '2024-02-10' }),
    postedLine({ document: 'INV-12', net: '-10', cost: '-6', kind: 'return', day: '2024-02-10' }),
    postedLine({ accountId: 2, document: 'INV-13', net: '7', cost: null, productId: 8 }),
  ])
})

describe('the account page', () => {
  it('tells the months, with the margin unknown where no cost is', async () => {
    const { items } = await ledger().months({ accountId: 1 })
    expect(items.map(each => [each.month, each.documents, each.revenue, each.margin, each.contribution])).toEqual([
      ['2024-01-01', 1, '100', '40', '40'],
      ['2024-02-01', 2, '60', '26', '26'],
    ])
    expect((await ledger().months({ accountId: 2 })).items[0]).toMatchObject({ margin: null, contribution: null })
  })

  it('adds up by month to the window, a month that it cuts only as far as it reaches', async () => {
    const window = { from: '2024-01-31', to: '2024-02-05' }
    const { items } = await ledger().months({ accountId: 1, ...window })
    expect(items.map(each => [each.month, each.revenue])).toEqual([
      ['2024-01-01', '100'],
      ['2024-02-01', '20'],
    ])
    expect((await ledger().sums({ accountId: 1, ...window })).revenue).toBe('120')
    expect((await ledger().months({ accountId: 1, from: '2024-02-02', to: '2024-02-09' })).items).toEqual([])
  })

  it('lists documents latest first, page by page, by number and by product', async () => {
    const first = await ledger().documents({ accountId: 1, limit: 2 })
    expect(first.items.map(each => each.number)).toEqual(['INV-12', 'INV-11'])
    const second = await ledger().documents({ accountId: 1, limit: 2, cursor: first.nextCursor! })
    expect(second.items.map(each => each.number)).toEqual(['INV-10'])
    expect(second.nextCursor).toBeNull()
    const found = async (filter: object) =>
      (await ledger().documents({ accountId: 1, ...filter })).items.map(each => each.number)
    expect(await found({ text: 'v-11' })).toEqual(['INV-11'])
    expect(await found({ productId: 8 })).toEqual(['INV-10'])
    expect(await found({ from: '2024-02-01', to: '2024-02-10' })).toEqual(['INV-12', 'INV-11'])
  })

  it('opens a document: lines in their order, with product and import', async () => {
    const { items } = await ledger().documents({ accountId: 1, text: 'INV-10' })
    const document = await ledger().document({ accountId: 1, documentId: items[0]!.id })
    expect(document).toMatchObject({ number: 'INV-10', revenue: '120', margin: '40', day: '2024-01-31' })
    expect(
      document.items.map(each => [each.line, each.net, each.product?.code, each.importId, each.otherClaims]),
    ).toEqual([
      ['9', '20', 'P8', 1, 0],
      ['10', '100', 'P7', 1, 0],
    ])
    await expect(ledger().document({ accountId: 2, documentId: items[0]!.id })).rejects.toMatchObject({
      code: 'document_unknown',
    })
  })

  it('tells what each import said of a line', async () => {
    await postFile(database, { importId: 2 }, [
      postedLine({ document: 'INV-11', net: '55', cost: '20', productId: null }),
    ])
    const { items } = await ledger().documents({ accountId: 1, text: 'INV-11' })
    const { items: claims } = await ledger().claims({ accountId: 1, documentId: items[0]!.id, line: '1' })
    expect(claims.map(each => [each.importId, each.net])).toEqual([
      [2, '55'],
      [1, '50'],
    ])
    await undoFile(database, 2)
    const after = await ledger().claims({ accountId: 1, documentId: items[0]!.id, line: '1' })
    expect(after.items.map(each => each.importId)).toEqual([1])
  })

  it('sums by product, largest revenue first, with a place for lines without one', async () => {
    const first = await ledger().products({ accountId: 1, limit: 2 })
    expect(first.items.map(each => [each.product?.name ?? null, each.revenue, each.margin])).toEqual([
      ['Switch', '90', '36'],
      [null, '50', '30'],
    ])
    const second = await ledger().products({ accountId: 1, limit: 2, cursor: first.nextCursor! })
    expect(second.items.map(each => [each.product?.name, each.revenue, each.margin])).toEqual([['Cable', '20', null]])
    const february = await ledger().products({ accountId: 1, from: '2024-02-01' })
    expect(february.items.map(each => each.revenue)).toEqual(['50', '20', '-10'])
  })

  it('tells who buys a product, largest revenue first, page by page and by days', async () => {
    const first = await ledger().buyers({ productId: 8, limit: 1 })
    expect(first.items.map(each => [each.account.name, each.revenue, each.margin])).toEqual([['One', '20', null]])
    const second = await ledger().buyers({ productId: 8, limit: 1, cursor: first.nextCursor! })
    expect(second.items.map(each => [each.account.name, each.revenue])).toEqual([['Two', '7']])
    expect((await ledger().buyers({ productId: 8, limit: 1, cursor: second.nextCursor! })).items).toEqual([])
    const march = await ledger().buyers({ productId: 8, from: '2024-03-01' })
    expect(march.items.map(each => each.account.code)).toEqual(['A2'])
  })

  it('tells the whole ledger, and a new version after each import', async () => {
    const before = await ledger().totals({})
    expect(before).toMatchObject({
      span: { from: '2024-01-31', to: '2024-03-15' },
      totals: { accounts: 2, documents: 4, lines: 5, revenue: '167', margin: '66', costCoverage: 0.6 },
    })
    await postFile(database, { importId: 2 }, [postedLine({ accountId: 2, document: 'INV-14' })])
    expect((await ledger().totals({})).version).toBeGreaterThan(before.version)
  })
})

describe('costs to serve', () => {
  const freight = { accountId: 1, day: '2024-02-20', kind: 'freight', amount: '12.50', note: 'two pallets' }

  it('entered by the owner lower the contribution and leave a trail', async () => {
    const entry = await costs(owner).add(freight)
    expect(entry).toMatchObject({ amount: '12.5', source: null, importId: null })
    const { items } = await ledger().months({ accountId: 1 })
    expect(items[1]).toMatchObject({ margin: '26', costToServe: '12.5', contribution: '13.5' })
    const { rows } = await database.pool.query(
      `select actor_id, operation, account_id from platform.change where room = 'ledger'`,
    )
    expect(rows).toEqual([{ actor_id: 'li', operation: 'add', account_id: 1 }])
    await costs(owner).remove({ accountId: 1, id: entry.id })
    expect((await ledger().months({ accountId: 1 })).items[1]).toMatchObject({ costToServe: '0' })
    expect(await examineLedger(database.pool)).toEqual([])
  })

  it('adds up an account over exactly the days asked for, the margin unknown where no cost is', async () => {
    const freight = { accountId: 1, day: '2024-02-10', kind: 'freight', amount: '5.25', note: null }
    const { id } = await costs(owner).add(freight)
    const february = await ledger().sums({ accountId: 1, from: '2024-02-01', to: '2024-02-29' })
    expect(february).toMatchObject({
      revenue: '60',
      costedRevenue: '40',
      margin: '26',
      marginRate: 0.65,
      costToServe: '5.25',
      contribution: '20.75',
    })
    const [listed] = await sumsByAccount(database.db, { from: '2024-02-01', to: '2024-02-29' }, [1])
    expect({ accountId: 1, ...february, marginRate: undefined }).toEqual({ ...listed, marginRate: undefined })
    await costs(owner).remove({ accountId: 1, id })
    expect(await ledger().sums({ accountId: 2 })).toMatchObject({ revenue: '7', margin: null, marginRate: null })
    expect(await ledger().sums({ accountId: 2, to: '2023-01-01' })).toMatchObject({ revenue: '0', contribution: null })
  })

  it('may be entered by the back office, not by another manager and not by a reader', async () => {
    const { id } = await costs(office).add(freight)
    await expect(costs(stranger).add(freight)).rejects.toMatchObject({ code: 'account_not_yours' })
    await expect(costs(reader).add(freight)).rejects.toMatchObject({ code: 'not_allowed' })
    await expect(costs(stranger).remove({ accountId: 1, id })).rejects.toMatchObject({ code: 'account_not_yours' })
    await costs(office).remove({ accountId: 1, id })
  })

  it('that came with a file go by undoing its import', async () => {
    const client = await database.pool.connect()
    await client.query('begin')
    const row = { row: 2, accountId: 2, day: '2024-03-01', kind: 'freight', amount: '3', note: null }
    await postCosts(client, { importId: 5, source: 'crm' }, [row, { ...row, row: 3, amount: '4' }])
    await client.query('commit')
    client.release()
    const { items } = await costs(reader).list({ accountId: 2 })
    expect(items.map(each => [each.amount, each.source, each.importId])).toEqual([
      ['4', 'crm', 5],
      ['3', 'crm', 5],
    ])
    await expect(costs(stranger).remove({ accountId: 2, id: items[0]!.id })).rejects.toMatchObject({
      code: 'cost_entry_imported',
    })
    await undoFile(database, 5)
    expect((await costs(reader).list({ accountId: 2 })).items).toEqual([])
  })

  it('of accounts without a sale in the window still count against them', async () => {
    const { id } = await costs(office).add({ ...freight, accountId: 2, day: '2025-01-01' })
    const { items } = await ledger().months({ accountId: 2, from: '2025-01-01' })
    expect(items).toMatchObject([{ month: '2025-01-01', lines: 0, revenue: '0', costToServe: '12.5', firstDay: null }])
    await costs(office).remove({ accountId: 2, id })
  })
})

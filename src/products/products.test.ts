import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { contextOf, person } from '../accounts/acting.fixture.ts'
import { productsRoutes } from './products.routes.ts'
import {
  carryProducts,
  claimProducts,
  createProducts,
  productCodes,
  removeUnusedProducts,
  reserveProductIds,
  withdrawProductClaims,
} from './products.server.ts'

let database: TestDatabase
const nobody = async () => new Set<number>()
const reader = () => createRouterClient(productsRoutes, { context: contextOf(database, person('Sun', 'reader')) })

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.close())

beforeEach(async () => {
  await database.pool.query('truncate products.product restart identity cascade')
})

describe('imports', () => {
  test('say what a product is; an undone one gives back what was said before', async () => {
    const { pool } = database
    const first = await claimProducts(pool, 1, 'erp', [
      { code: 'S-8', name: 'Switch 8', listPrice: '1280.50' },
      { code: 'S-16' },
    ])
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0 })
    const id = first.ids.get('S-8')!
    expect(await claimProducts(pool, 2, 'erp', [{ code: 'S-8', listPrice: '1300' }, { code: 'S-16' }])).toMatchObject({
      added: 0,
      changed: 1,
      unchanged: 1,
    })
    expect(await reader().get({ id })).toMatchObject({ name: 'Switch 8', listPrice: '1300' })
    await withdrawProductClaims(pool, 2)
    expect(await reader().get({ id })).toMatchObject({ name: 'Switch 8', listPrice: '1280.5' })
  })

  test('of invoice lines carry attributes that a file of products overrules', async () => {
    const { pool } = database
    const [id] = await reserveProductIds(pool, 1)
    await createProducts(pool, 1, 'erp', [{ id: id!, code: 'S-8', name: 'carried', category: 'Switches' }])
    await claimProducts(pool, 2, 'erp', [{ code: 'S-8', name: 'Switch 8' }])
    await carryProducts(pool, 3, 'erp', [{ id: id!, name: 'carried later', category: 'Managed switches' }])
    expect(await reader().get({ id: id! })).toMatchObject({ name: 'Switch 8', category: 'Managed switches' })
  })

  test('undone take away the products that nothing uses', async () => {
    const { pool } = database
    const { ids } = await claimProducts(pool, 1, 'erp', [{ code: 'sold' }, { code: 'unsold' }])
    await claimProducts(pool, 2, 'erp', [{ code: 'bystander' }])
    const touched = await withdrawProductClaims(pool, 1)
    const sold = ids.get('sold')!
    expect(await removeUnusedProducts(pool, touched, async () => new Set([sold]))).toEqual([ids.get('unsold')])
    expect([...(await productCodes(pool, 'erp')).keys()].sort()).toEqual(['bystander', 'sold'])
    expect(await removeUnusedProducts(pool, [sold], nobody)).toEqual([sold])
  })
})

describe('the list', () => {
  beforeEach(async () => {
    await claimProducts(
      database.pool,
      1,
      'erp',
      Array.from({ length: 7 }, (_, at) => ({
        code: `P${at}`,
        name: `交换机 ${at}`,
        category: at % 2 ? 'odd' : 'even',
      })),
    )
  })

  test('goes on from the cursor without repeating or leaving out any product', async () => {
    const seen: string[] = []
    let cursor: string | undefined
    do {
      const page = await reader().list({ limit: 3, cursor })
      seen.push(...page.items.map(product => product.code))
      cursor = page.nextCursor ?? undefined
    } while (cursor)
    expect(seen).toEqual(['P0', 'P1', 'P2', 'P3', 'P4', 'P5', 'P6'])
  })

  test('filters by category and text; the search puts the beginning of a code first', async () => {
    expect((await reader().list({ category: 'odd', text: '换机 3' })).items.map(product => product.code)).toEqual([
      'P3',
    ])
    expect((await reader().search({ text: 'p4' })).items.map(product => product.code)).toEqual(['P4'])
    await expect(reader().get({ id: 99 })).rejects.toMatchObject({ code: 'product_unknown' })
  })
})

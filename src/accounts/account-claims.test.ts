import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { resolveCodes } from './account-claims.store.ts'
import {
  accountCodes,
  carryAccounts,
  claimAccounts,
  createAccounts,
  removeUnusedAccounts,
  reserveAccountIds,
  withdrawAccountClaims,
} from './accounts.server.ts'

let database: TestDatabase
const nobody = async () => new Set<number>()

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.close())

beforeEach(async () => {
  await database.pool.query('truncate accounts.account, accounts.claim, accounts.code restart identity cascade')
})

async function account(code: string) {
  const { rows } = await database.pool.query('select * from accounts.account where code = $1', [code])
  return rows[0]
}

async function createOne(importId: number, code: string, fields: { name?: string; region?: string }) {
  const [id] = await reserveAccountIds(database.pool, 1)
  await createAccounts(database.pool, importId, 'erp', [{ id: id!, code, ...fields }])
  return id!
}

describe('a file of accounts', () => {
  test('creates the unknown, changes the known and leaves what it repeats', async () => {
    const { pool } = database
    const first = await claimAccounts(pool, 1, 'erp', [
      { code: 'A', name: 'Alpha', country: 'China' },
      { code: 'B', name: 'Beta' },
    ])
    expect(first).toMatchObject({ added: 2, changed: 0, unchanged: 0 })
    const second = await claimAccounts(pool, 2, 'erp', [
      { code: 'A', name: 'Alpha', country: 'China' },
      { code: 'B', name: 'Beta Trading' },
      { code: 'C', name: 'Gamma' },
    ])
    expect(second).toMatchObject({ added: 1, changed: 1, unchanged: 1 })
    expect(await account('B')).toMatchObject({ name: 'Beta Trading', created_by_import: 1 })
  })

  test('says nothing by an empty cell', async () => {
    await claimAccounts(database.pool, 1, 'erp', [{ code: 'A', name: 'Alpha', region: 'East', taxNumber: '91' }])
    await claimAccounts(database.pool, 2, 'erp', [{ code: 'A', name: null, region: undefined, city: 'Ningbo' }])
    expect(await account('A')).toMatchObject({ name: 'Alpha', region: 'East', city: 'Ningbo', tax_number: '91' })
  })

  test('takes the last of several rows for one account', async () => {
    const said = await claimAccounts(database.pool, 1, 'erp', [
      { code: 'A', name: 'First', city: 'Ningbo' },
      { code: 'A', name: 'Last' },
    ])
    expect(said).toMatchObject({ added: 1, unchanged: 0 })
    expect(await account('A')).toMatchObject({ name: 'Last', city: 'Ningbo' })
  })

  test('names an account by its code until somebody names it', async () => {
    await claimAccounts(database.pool, 1, 'erp', [{ code: 'A', country: 'China' }])
    expect(await account('A')).toMatchObject({ name: 'A', country: 'China' })
  })

  test('finds the parent in a later row, reports one that nobody knows and one that would close a ring', async () => {
    const said = await claimAccounts(database.pool, 1, 'erp', [
      { code: 'site', name: 'Site', parentCode: 'group' },
      { code: 'group', name: 'Group' },
      { code: 'stray', name: 'Stray', parentCode: 'nowhere' },
      { code: 'x', name: 'X', parentCode: 'y' },
      { code: 'y', name: 'Y', parentCode: 'x' },
      { code: 'own', name: 'Own', parentCode: 'own' },
    ])
    expect(said.unknownParents).toEqual(['stray'])
    expect(said.circularParents.sort()).toEqual(['own', 'x', 'y'])
    expect((await account('site')).parent_id).toBe((await account('group')).id)
    expect([
      (await account('stray')).parent_id,
      (await account('x')).parent_id,
      (await account('own')).parent_id,
    ]).toEqual([null, null, null])
  })
})

describe('a code', () => {
  test('means the account of its own system first, then the account whose main code it is', async () => {
    const { pool } = database
    const { ids } = await claimAccounts(pool, 1, 'erp', [{ code: 'A' }, { code: 'B' }])
    await pool.query(
      `insert into accounts.code (source, code, account_id) values ('crm', 'A', $1), ('crm', 'K9', $1)`,
      [ids.get('B')],
    )
    expect(await resolveCodes(pool, 'crm', ['A', 'K9', 'B', 'nobody'])).toEqual(
      new Map([
        ['A', ids.get('B')],
        ['K9', ids.get('B')],
        ['B', ids.get('B')],
      ]),
    )
    expect((await accountCodes(pool, 'erp')).get('A')).toBe(ids.get('A'))
    expect((await accountCodes(pool, 'crm')).get('A')).toBe(ids.get('B'))
    expect((await accountCodes(pool, 'erp')).has('K9')).toBe(false)
  })
})

describe('attributes carried by invoice lines', () => {
  test('never overrule master data, whichever came first', async () => {
    const id = await createOne(1, 'A', { name: 'Carried', region: 'East' })
    await claimAccounts(database.pool, 2, 'erp', [{ code: 'A', name: 'Alpha' }])
    await carryAccounts(database.pool, 3, 'erp', [{ id, name: 'Carried later', region: 'West' }])
    expect(await account('A')).toMatchObject({ name: 'Alpha', region: 'West' })
  })

  test('of a later import stand alone when the first one is undone', async () => {
    const id = await createOne(1, 'A', { name: 'Alpha', region: 'East' })
    expect(await carryAccounts(database.pool, 2, 'erp', [{ id, name: 'Alpha' }])).toEqual([])
    expect(await withdrawAccountClaims(database.pool, 1)).toEqual([id])
    expect(await removeUnusedAccounts(database.pool, [id], nobody)).toEqual([])
    expect(await account('A')).toMatchObject({ name: 'Alpha', region: null })
  })
})

describe('an undone import', () => {
  test('gives back the value that an earlier one had said', async () => {
    const { pool } = database
    await claimAccounts(pool, 1, 'erp', [
      { code: 'A', name: 'Alpha' },
      { code: 'bystander', name: 'Untouched' },
    ])
    await claimAccounts(pool, 2, 'erp', [{ code: 'A', name: 'Beta', city: 'Ningbo' }])
    const bystander = await account('bystander')
    await withdrawAccountClaims(pool, 2)
    expect(await account('A')).toMatchObject({ name: 'Alpha', city: null })
    expect(await account('bystander')).toEqual(bystander)
  })

  test('keeps what a later import repeated', async () => {
    const { pool } = database
    await claimAccounts(pool, 1, 'erp', [{ code: 'A', name: 'Alpha' }])
    await claimAccounts(pool, 2, 'erp', [{ code: 'A', name: 'Alpha' }])
    const ids = await withdrawAccountClaims(pool, 1)
    expect(await removeUnusedAccounts(pool, ids, nobody)).toEqual([])
    expect(await account('A')).toMatchObject({ name: 'Alpha' })
  })

  test('takes away the accounts that nothing uses, a group after its sites, and no other', async () => {
    const { pool } = database
    await claimAccounts(pool, 1, 'erp', [
      { code: 'site', parentCode: 'group' },
      { code: 'group' },
      { code: 'invoiced' },
      { code: 'contacted' },
      { code: 'coded' },
      { code: 'kept group' },
    ])
    const id = async (code: string): Promise<number> => (await account(code)).id
    await pool.query('insert into accounts.contact (account_id, name) values ($1, $2)', [
      await id('contacted'),
      'Li Wei',
    ])
    await pool.query(`insert into accounts.code (source, code, account_id) values ('crm', 'K', $1)`, [
      await id('coded'),
    ])
    await claimAccounts(pool, 2, 'erp', [{ code: 'child', parentCode: 'kept group' }])
    const invoiced = await id('invoiced')
    const ids = await withdrawAccountClaims(pool, 1)
    const removed = await removeUnusedAccounts(
      pool,
      ids,
      async asked => new Set(asked.filter(each => each === invoiced)),
    )
    expect(removed).toHaveLength(2)
    const { rows } = await pool.query('select code from accounts.account order by code')
    expect(rows.map(row => row.code)).toEqual(['child', 'coded', 'contacted', 'invoiced', 'kept group'])
  })

  test('keeps a parent that a claim names although another claim wins at present', async () => {
    const { pool } = database
    await claimAccounts(pool, 1, 'erp', [{ code: 'old parent' }, { code: 'new parent' }])
    await claimAccounts(pool, 2, 'erp', [{ code: 'child', parentCode: 'old parent' }])
    await claimAccounts(pool, 3, 'erp', [{ code: 'child', parentCode: 'new parent' }])
    const ids = await withdrawAccountClaims(pool, 1)
    expect(await removeUnusedAccounts(pool, ids, nobody)).toEqual([])
    await withdrawAccountClaims(pool, 3)
    expect((await account('child')).parent_id).toBe((await account('old parent')).id)
  })
})

test('an import and a person who name a new account at the same moment make one', async () => {
  const { pool } = database
  const person = await pool.connect()
  try {
    await person.query('begin')
    await person.query(`insert into accounts.account (code, name) values ('A', 'by hand')`)
    const importing = claimAccounts(pool, 1, 'erp', [{ code: 'A', name: 'Alpha' }, { code: 'B' }])
    await person.query('commit')
    expect(await importing).toMatchObject({ added: 1 })
  } finally {
    person.release()
  }
  expect(await account('A')).toMatchObject({ name: 'Alpha', created_by_import: null })
})

import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import type { Actor } from '../platform/roles.ts'
import { claimAccounts } from './accounts.server.ts'
import { contextOf, person } from './acting.fixture.ts'
import { contactsRoutes } from './contacts.routes.ts'
import { claimContacts, withdrawContactClaims } from './contacts.server.ts'

let database: TestDatabase
let accountId = 0
let otherId = 0
const office = person('Zhao', 'back office')
const as = (actor: Actor) => createRouterClient(contactsRoutes, { context: contextOf(database, actor) })

beforeAll(async () => {
  database = await createTestDatabase()
})

afterAll(() => database.close())

beforeEach(async () => {
  await database.pool.query('truncate accounts.account cascade')
  const { ids } = await claimAccounts(database.pool, 1, 'erp', [
    { code: 'A', ownerId: 'li' },
    { code: 'B', ownerId: 'wang' },
  ])
  accountId = ids.get('A')!
  otherId = ids.get('B')!
})

const list = async () => (await as(office).list({ accountId })).items

describe('a file of contacts', () => {
  test('means the same person by email, or by name where not both have an email', async () => {
    const { pool } = database
    expect(
      await claimContacts(pool, 2, 'crm', [
        { accountId, name: 'Chen Jie', email: 'Chen@a.cn' },
        { accountId, name: 'Liu Yang' },
        { accountId: otherId, name: 'Liu Yang' },
      ]),
    ).toEqual({ added: 3, changed: 0, unchanged: 0, refused: [] })
    expect(
      await claimContacts(pool, 3, 'crm', [
        { accountId, name: 'Chen Jie (Ms)', email: 'chen@a.cn' },
        { accountId, name: 'liu yang', phone: '138' },
        { accountId, name: 'Chen Jie (Ms)', email: 'another@a.cn' },
        { accountId: otherId, name: 'Liu Yang' },
      ]),
    ).toEqual({ added: 1, changed: 2, unchanged: 1, refused: [] })
    expect((await list()).map(contact => [contact.name, contact.email, contact.phone])).toEqual([
      ['Chen Jie (Ms)', 'chen@a.cn', null],
      ['Chen Jie (Ms)', 'another@a.cn', null],
      ['liu yang', null, '138'],
    ])
  })

  test('undone takes its contacts away, and its words on those of others', async () => {
    const { pool } = database
    await claimContacts(pool, 2, 'crm', [{ accountId, name: 'Chen Jie', role: 'Buyer' }])
    await claimContacts(pool, 3, 'crm', [
      { accountId, name: 'Chen Jie', role: 'Director' },
      { accountId, name: 'Liu Yang' },
    ])
    await withdrawContactClaims(pool, 3)
    expect((await list()).map(contact => [contact.name, contact.role])).toEqual([['Chen Jie', 'Buyer']])
  })

  test('undone leaves a contact that a person has edited', async () => {
    await claimContacts(database.pool, 2, 'crm', [{ accountId, name: 'Chen Jie', role: 'Buyer', phone: '138' }])
    const [contact] = await list()
    await as(office).edit({ id: contact!.id, version: contact!.version, name: 'Chen Jie', role: 'Director' })
    await withdrawContactClaims(database.pool, 2)
    expect((await list())[0]).toMatchObject({ role: 'Director', phone: null })
  })
})

describe('people', () => {
  test('add, edit and delete contacts, and each leaves an entry on the account', async () => {
    const added = await as(office).add({ accountId, name: 'Chen Jie', email: 'chen@a.cn' })
    const edited = await as(office).edit({ id: added.id, version: added.version, phone: '138', email: null })
    expect(edited).toMatchObject({ name: 'Chen Jie', phone: '138', email: null })
    await as(office).remove({ id: added.id })
    expect(await list()).toEqual([])
    const { rows } = await database.pool.query(
      `select operation, before, after from platform.change where subject = 'contact' and subject_id = $1 order by id`,
      [String(added.id)],
    )
    expect(rows.map(row => row.operation)).toEqual(['add', 'edit', 'remove'])
    expect(rows[1]).toMatchObject({ before: { phone: null, email: 'chen@a.cn' }, after: { phone: '138', email: null } })
  })

  test('who edit an old version are refused', async () => {
    const added = await as(office).add({ accountId, name: 'Chen Jie' })
    await as(office).edit({ id: added.id, version: added.version, phone: '138' })
    await expect(as(office).edit({ id: added.id, version: added.version, phone: '139' })).rejects.toMatchObject({
      code: 'contact_changed_meanwhile',
    })
  })

  test('a manager keeps the contacts of owned accounts only', async () => {
    const li = as(person('Li', 'manager'))
    const added = await li.add({ accountId, name: 'Chen Jie' })
    await expect(li.add({ accountId: otherId, name: 'Liu Yang' })).rejects.toMatchObject({ code: 'account_not_yours' })
    const wang = as(person('Wang', 'manager'))
    await expect(wang.edit({ id: added.id, version: added.version, phone: '1' })).rejects.toMatchObject({
      code: 'account_not_yours',
    })
    await expect(wang.remove({ id: added.id })).rejects.toMatchObject({ code: 'account_not_yours' })
    expect((await wang.list({ accountId })).items).toHaveLength(1)
  })

  test.each(['executive', 'reader'] as const)('the %s reads them only', async role => {
    await expect(as(person('Sun', role)).add({ accountId, name: 'X' })).rejects.toMatchObject({ code: 'not_allowed' })
  })
})

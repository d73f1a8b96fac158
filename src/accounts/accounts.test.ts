import { createRouterClient } from '@orpc/server'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { insertPerson } from '../platform/people.store.ts'
import type { Actor } from '../platform/roles.ts'
import { accountsRoutes } from './accounts.routes.ts'
import { claimAccounts, withdrawAccountClaims } from './accounts.server.ts'
import { contextOf, person } from './acting.fixture.ts'

let database: TestDatabase
let elsewhere: { use: string; count: number }[] = []
const head = person('Hua', 'head')
const li = person('Li', 'manager')
const wang = person('Wang', 'manager')

const routes = accountsRoutes(async () => elsewhere)
const as = (actor: Actor) => createRouterClient(routes, { context: contextOf(database, actor) })

beforeAll(async () => {
  database = await createTestDatabase()
  for (const { id, name, role } of [head, li, wang]) {
    await insertPerson(database.db, { id: id!, name, email: `${id}@example.com`, role })
  }
})

afterAll(() => database.close())

beforeEach(async () => {
  elsewhere = []
  await database.pool.query('truncate accounts.account, accounts.code, accounts.claim cascade')
})

describe('an edit', () => {
  test('changes what differs, raises the version and leaves one entry with before and after', async () => {
    const made = await as(head).create({ code: 'A', name: 'Alpha', city: 'Ningbo' })
    const edited = await as(head).edit({
      id: made.id,
      version: made.version,
      name: 'Alpha',
      city: null,
      country: 'China',
    })
    expect(edited).toMatchObject({ name: 'Alpha', city: null, country: 'China' })
    expect(edited.version).toBeGreaterThan(made.version)
    const { items } = await as(head).changes({ id: made.id })
    expect(items.map(change => change.operation)).toEqual(['edit', 'create'])
    expect(items[0]).toMatchObject({
      actor: 'Hua',
      before: { city: 'Ningbo', country: null },
      after: { city: null, country: 'China' },
    })
  })

  test('that changes nothing leaves no trace', async () => {
    const made = await as(head).create({ code: 'A', name: 'Alpha' })
    const same = await as(head).edit({ id: made.id, version: made.version, name: 'Alpha', city: null })
    expect(same.version).toBe(made.version)
    expect((await as(head).changes({ id: made.id })).items).toHaveLength(1)
  })

  test('of a version that somebody has changed meanwhile is refused', async () => {
    const made = await as(head).create({ code: 'A', name: 'Alpha' })
    await as(head).edit({ id: made.id, version: made.version, city: 'Ningbo' })
    await expect(as(head).edit({ id: made.id, version: made.version, city: 'Xiamen' })).rejects.toMatchObject({
      code: 'account_changed_meanwhile',
    })
    expect(await as(head).get({ id: made.id })).toMatchObject({ city: 'Ningbo' })
  })

  test('of two at the same moment only one is kept', async () => {
    const made = await as(head).create({ code: 'A', name: 'Alpha' })
    const cities = ['Ningbo', 'Xiamen', 'Qingdao', 'Dalian']
    const answers = await Promise.allSettled(
      cities.map(city => as(head).edit({ id: made.id, version: made.version, city })),
    )
    const kept = answers.flatMap((answer, at) => (answer.status === 'fulfilled' ? [cities[at]] : []))
    expect(kept).toHaveLength(1)
    expect(answers.flatMap(answer => (answer.status === 'rejected' ? [answer.reason.code] : []))).toEqual(
      Array(3).fill('account_changed_meanwhile'),
    )
    expect(await as(head).get({ id: made.id })).toMatchObject({ city: kept[0] })
    expect((await as(head).changes({ id: made.id })).items).toHaveLength(2)
  })

  test('outlives the undo of the import that made the account', async () => {
    const { ids } = await claimAccounts(database.pool, 1, 'erp', [{ code: 'A', name: 'Alpha', city: 'Ningbo' }])
    const id = ids.get('A')!
    const { version } = await as(head).get({ id })
    await as(head).edit({ id, version, name: 'Alpha Ltd' })
    await withdrawAccountClaims(database.pool, 1)
    expect(await as(head).get({ id })).toMatchObject({ name: 'Alpha Ltd', city: null })
  })
})

describe('a manager', () => {
  test('edits owned accounts and no other', async () => {
    const own = await as(li).create({ code: 'L', name: 'Own' })
    const other = await as(wang).create({ code: 'W', name: 'Other' })
    expect(own.owner).toEqual({ id: 'li', name: 'Li' })
    expect(own.mayEdit).toBe(true)
    expect((await as(li).get({ id: other.id })).mayEdit).toBe(false)
    await expect(as(li).edit({ id: other.id, version: other.version, city: 'Ningbo' })).rejects.toMatchObject({
      code: 'account_not_yours',
    })
    await expect(as(li).addCode({ id: other.id, source: 'crm', code: 'X' })).rejects.toMatchObject({
      code: 'account_not_yours',
    })
    await expect(as(li).remove({ id: other.id })).rejects.toMatchObject({ code: 'account_not_yours' })
    expect(await as(li).edit({ id: own.id, version: own.version, city: 'Ningbo' })).toMatchObject({ city: 'Ningbo' })
  })

  test('gives no account away; a head does, to people who are there', async () => {
    const own = await as(li).create({ code: 'L', name: 'Own' })
    await expect(as(li).setOwner({ accounts: [own.id], ownerId: 'wang' })).rejects.toMatchObject({
      code: 'not_allowed',
    })
    await expect(as(head).setOwner({ accounts: [own.id], ownerId: 'nobody' })).rejects.toMatchObject({
      code: 'person_unknown',
    })
    expect(await as(head).setOwner({ accounts: [own.id], ownerId: 'wang' })).toEqual({ changed: 1 })
    expect(await as(head).setOwner({ accounts: [own.id], ownerId: 'wang' })).toEqual({ changed: 0 })
    await expect(as(li).edit({ id: own.id, version: 9, city: 'Ningbo' })).rejects.toMatchObject({
      code: 'account_not_yours',
    })
    const { items } = await as(head).changes({ id: own.id })
    expect(items[0]).toMatchObject({ operation: 'set owner', before: { ownerId: 'li' }, after: { ownerId: 'wang' } })
  })
})

test('an owner is set for all the accounts or for none', async () => {
  const made = await as(head).create({ code: 'A', name: 'Alpha' })
  await expect(as(head).setOwner({ accounts: [made.id, 999], ownerId: 'li' })).rejects.toMatchObject({
    code: 'account_unknown',
  })
  expect((await as(head).get({ id: made.id })).owner).toBeNull()
})

test.each(['back office', 'executive', 'reader'] as const)(
  'the %s reads an account and changes nothing',
  async role => {
    const made = await as(head).create({ code: 'A', name: 'Alpha' })
    const somebody = as(person('Zhao', role))
    expect(await somebody.get({ id: made.id })).toMatchObject({ name: 'Alpha', mayEdit: false })
    await expect(somebody.edit({ id: made.id, version: made.version, city: 'X' })).rejects.toMatchObject({
      code: 'not_allowed',
    })
  },
)

describe('a hierarchy', () => {
  test('shows the group above and the sites below', async () => {
    const group = await as(head).create({ code: 'G', name: 'Group', level: 'group' })
    const region = await as(head).create({ code: 'R', name: 'Region', level: 'region', parentId: group.id })
    const site = await as(head).create({ code: 'S', name: 'Site', level: 'site', parentId: region.id })
    const { ancestors } = await as(head).hierarchy({ id: site.id })
    expect(ancestors.map(member => member.code)).toEqual(['G', 'R'])
    const { children, ring } = await as(head).hierarchy({ id: group.id })
    expect(children).toEqual([{ id: region.id, code: 'R', name: 'Region', level: 'region', children: 1 }])
    expect(ring).toBe(false)
  })

  test('has no rings: a company cannot belong to itself or to what belongs to it', async () => {
    const group = await as(head).create({ code: 'G', name: 'Group' })
    const site = await as(head).create({ code: 'S', name: 'Site', parentId: group.id })
    for (const parentId of [group.id, site.id]) {
      await expect(as(head).edit({ id: group.id, version: group.version, parentId })).rejects.toMatchObject({
        code: 'account_parent_below',
      })
    }
    await expect(as(head).edit({ id: group.id, version: group.version, parentId: 999 })).rejects.toMatchObject({
      code: 'account_parent_not_found',
    })
  })

  test('stays without a ring when two people close one at the same moment', async () => {
    const a = await as(head).create({ code: 'A', name: 'A' })
    const b = await as(head).create({ code: 'B', name: 'B' })
    const answers = await Promise.allSettled([
      as(head).edit({ id: a.id, version: a.version, parentId: b.id }),
      as(head).edit({ id: b.id, version: b.version, parentId: a.id }),
    ])
    expect(answers.map(answer => answer.status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  test('that an undone import turned into a ring is still shown, and says so', async () => {
    const { pool } = database
    const { ids } = await claimAccounts(pool, 1, 'erp', [{ code: 'A' }, { code: 'B', parentCode: 'A' }, { code: 'C' }])
    await claimAccounts(pool, 2, 'erp', [{ code: 'B', parentCode: 'C' }])
    const a = await as(head).get({ id: ids.get('A')! })
    await as(head).edit({ id: a.id, version: a.version, parentId: ids.get('B')! })
    await withdrawAccountClaims(pool, 2)
    const shown = await as(head).hierarchy({ id: a.id })
    expect(shown).toMatchObject({ ring: true, ancestors: [{ code: 'B' }] })
  })
})

describe('a code', () => {
  test('of another system belongs to one account', async () => {
    const a = await as(head).create({ code: 'A', name: 'Alpha' })
    const b = await as(head).create({ code: 'B', name: 'Beta' })
    await as(head).addCode({ id: a.id, source: 'crm', code: 'K1' })
    await expect(as(head).addCode({ id: b.id, source: 'crm', code: 'K1' })).rejects.toMatchObject({
      code: 'account_code_taken',
      values: { name: 'Alpha' },
    })
    expect((await as(head).addCode({ id: b.id, source: 'wms', code: 'K1' })).codes).toEqual([
      { source: 'wms', code: 'K1' },
    ])
    expect((await as(head).removeCode({ id: a.id, source: 'crm', code: 'K1' })).codes).toEqual([])
    await expect(as(head).removeCode({ id: a.id, source: 'crm', code: 'K1' })).rejects.toMatchObject({
      code: 'account_code_not_found',
    })
  })

  test('that is taken makes no second account', async () => {
    await as(head).create({ code: 'A', name: 'Alpha' })
    await expect(as(head).create({ code: 'A', name: 'Again' })).rejects.toMatchObject({ code: 'account_code_taken' })
  })
})

describe('a deletion by hand', () => {
  test('takes an account that nothing uses', async () => {
    const made = await as(head).create({ code: 'A', name: 'Alpha' })
    expect(await as(head).remove({ id: made.id })).toEqual({ removed: true })
    await expect(as(head).get({ id: made.id })).rejects.toMatchObject({ code: 'account_unknown' })
  })

  test('is refused while anything uses it, here or in another room', async () => {
    const group = await as(head).create({ code: 'G', name: 'Group' })
    await as(head).create({ code: 'S', name: 'Site', parentId: group.id })
    await expect(as(head).remove({ id: group.id })).rejects.toMatchObject({ code: 'account_in_use' })
    const lone = await as(head).create({ code: 'L', name: 'Lone' })
    elsewhere = [{ use: 'invoice lines', count: 3 }]
    await expect(as(head).remove({ id: lone.id })).rejects.toMatchObject({
      code: 'account_in_use',
      values: { uses: '3 invoice lines' },
    })
    expect(await as(head).get({ id: lone.id })).toMatchObject({ name: 'Lone' })
  })
})

test('every value tells who said it', async () => {
  const { ids } = await claimAccounts(database.pool, 7, 'erp', [{ code: 'A', name: 'Alpha', city: 'Ningbo' }])
  const id = ids.get('A')!
  const { version } = await as(head).get({ id })
  await as(head).edit({ id, version, name: 'Alpha Ltd' })
  const { items } = await as(head).origins({ id })
  expect(items).toMatchObject([
    { field: 'name', value: 'Alpha Ltd', importId: null, actorId: 'hua' },
    { field: 'city', value: 'Ningbo', importId: 7, actorId: null, source: 'erp' },
  ])
})

describe('the search', () => {
  beforeEach(async () => {
    await claimAccounts(database.pool, 1, 'erp', [
      { code: 'D-100', name: 'Harbour Supplies' },
      { code: 'D-101', name: '宁波港务集团' },
      { code: 'X-D-100', name: 'Inland' },
      { code: 'P%1', name: 'Percent' },
    ])
  })
  const codes = async (text: string) => (await as(li).search({ text })).items.map(item => item.code)

  test('finds by the beginning of code or name first, then by what is inside, in any language', async () => {
    expect(await codes('d-100')).toEqual(['D-100', 'X-D-100'])
    expect(await codes('harb')).toEqual(['D-100'])
    expect(await codes('supp')).toEqual(['D-100'])
    expect(await codes('港务')).toEqual(['D-101'])
    expect(await codes('nothing')).toEqual([])
  })

  test('finds by the code of another system', async () => {
    const [found] = (await as(li).search({ text: 'Inland' })).items
    await as(head).addCode({ id: found!.id, source: 'crm', code: 'K77' })
    expect(await codes('k77')).toEqual(['X-D-100'])
  })

  test('takes a per cent sign for itself', async () => {
    expect(await codes('p%1')).toEqual(['P%1'])
    expect(await codes('%')).toEqual(['P%1'])
  })
})

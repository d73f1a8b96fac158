import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { claimAccounts } from '../accounts/accounts.server.ts'
import { accountDirectory, directoryVersion } from '../accounts/directory.server.ts'
import { listChanges, recordChange } from '../platform/audit.server.ts'
import { jobActor } from '../platform/roles.ts'
import { followDirectory } from './follow-directory.use.ts'

let database: TestDatabase
let ids: Map<string, number>
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.pool.query('truncate accounts.account cascade')
  ids = (await claimAccounts(database.pool, 1, 'erp', [{ code: 'A' }, { code: 'B' }, { code: 'C' }])).ids
})

const held = async () => {
  const { db } = database
  const entries = await accountDirectory(db)
  const trailed = (await listChanges(db, { limit: 1 }))[0]?.id ?? 0
  return {
    version: await directoryVersion(db),
    trailed,
    entries,
    byId: new Map(entries.map(entry => [entry.id, entry])),
  }
}
/** Sets a column as a person's act does, with or without its trail. */
const change = async (code: string, assignment: string, trail = true) => {
  const accountId = ids.get(code)!
  await database.pool.query(`update accounts.account set ${assignment}, version = version + 1 where id = $1`, [
    accountId,
  ])
  const entry = { room: 'accounts', subject: 'account', subjectId: accountId, accountId, operation: 'edit' }
  if (trail) await recordChange(database.db, jobActor('Test'), entry)
}
const follow = async (from: Awaited<ReturnType<typeof held>>) =>
  followDirectory(database.db, from, await directoryVersion(database.db))

test('a new owner is laid over the directory held, which stays as it is', async () => {
  const before = await held()
  await change('B', `owner_id = 'ye'`)
  const followed = await follow(before)
  expect(followed).toEqual({ entries: await accountDirectory(database.db), sameDeciding: true })
  expect(followed!.entries[0]).toBe(before.entries[0])
  expect(before.entries[1]!.ownerId).toBeNull()
})

test('what points and gates depend on is told apart', async () => {
  const before = await held()
  await change('B', `cooperation_since = '2020-01-01'`)
  expect((await follow(before))!.sameDeciding).toBe(false)
})

test('a change without a trail, beside one that has one, is not followed', async () => {
  const before = await held()
  await change('B', `owner_id = 'ye'`)
  await change('C', `name = 'See'`, false)
  expect(await follow(before)).toBeNull()
})

test('an account that came or got another code is not followed', async () => {
  const before = await held()
  await claimAccounts(database.pool, 2, 'erp', [{ code: 'D' }])
  expect(await follow(before)).toBeNull()
  const later = await held()
  await change('B', `code = 'Z'`)
  expect(await follow(later)).toBeNull()
})

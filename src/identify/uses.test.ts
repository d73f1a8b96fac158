import { afterAll, beforeAll, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { addInvitation } from './fixed-tiers.store.ts'
import { addJudgement } from './judgements.store.ts'
import { accountsSpokenOf } from './uses.store.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

test('an account of which people have said something is in use; one that they have not is not', async () => {
  const { db } = database
  const author = { id: null, name: 'Head' }
  for (const value of [4, 6])
    await addJudgement(db, author, 1, { measure: 'loyalty', value, note: null, judgedOn: '2026-01-01' })
  await addInvitation(db, author, 2, { reason: 'Benchmark', from: '2026-01-01', until: '2026-12-31' })
  expect(await accountsSpokenOf(db, [1, 2, 3])).toEqual(new Set([1, 2]))
})

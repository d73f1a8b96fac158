import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { postedLine, postFile, undoFile } from './posting.fixture.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const lines = 20_000
const post = (importId: number, net: string) =>
  postFile(
    database,
    { importId },
    Array.from({ length: lines }, (_, at) => postedLine({ row: at + 2, document: `D${at}`, net })),
  )

it('an undo is quick although Postgres still takes the earlier versions for none', async () => {
  await post(1, '10')
  await post(2, '11')
  await undoFile(database, 2)
  // What autovacuum does when somebody reads meanwhile: it finds nothing and leaves the pages.
  await database.pool.query('vacuum (truncate false) ledger.line_version')
  const taken = await database.pool.query(
    `select reltuples, relpages > 0 as pages from pg_class where oid = 'ledger.line_version'::regclass`,
  )
  expect(taken.rows).toEqual([{ reltuples: 0, pages: true }])

  const outcome = await post(3, '12')
  expect(outcome).toMatchObject({ replaced: lines })
  const began = performance.now()
  await undoFile(database, 3)
  // One pass over both tables takes a fraction of a second, every line against every version minutes.
  expect(performance.now() - began).toBeLessThan(10_000)
}, 60_000)

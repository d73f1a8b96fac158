import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { latestRun } from './duplicate-runs.store.ts'
import { largestBlock } from './duplicate-search.store.ts'
import { findDuplicates } from './find-duplicates.use.ts'
import { head, merge } from './merge.fixture.ts'
import { cancelSearch, runSearch, startSearch } from './search-duplicates.use.ts'

let database: TestDatabase
const clock = { now: () => new Date('2026-11-02T08:00:00Z') }
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())
beforeEach(async () => {
  await database.pool.query('truncate accounts.account, accounts.duplicate_run restart identity cascade')
})

async function add(name: string, more: { city?: string; tax?: string; mail?: string } = {}): Promise<number> {
  const { rows } = await database.pool.query(
    `insert into accounts.account (code, name, city, tax_number) select 'C' || count(*), $1, $2, $3 from accounts.account returning id`,
    [name, more.city ?? null, more.tax ?? null],
  )
  if (more.mail)
    await database.pool.query(`insert into accounts.contact (account_id, name, email) values ($1, 'Li', $2)`, [
      rows[0].id,
      more.mail,
    ])
  return rows[0].id
}
const search = () => findDuplicates(database.pool, clock.now(), async () => undefined)
const pairs = async () =>
  (await database.pool.query('select one_id, other_id, state from accounts.duplicate_pair order by 1, 2')).rows

test('finds a company under its Chinese and its Latin name, its slip of the pen and its tax number, and nobody else', async () => {
  const chinese = await add('宁波海天机械有限公司', { city: '宁波' })
  const latin = await add('Haitian Machinery', { city: 'Ningbo' })
  const numbered = await add('Sunrise Trading', { tax: '91330206MA2AF1XX3K' })
  const renamed = await add('Morning Star', { tax: '91330206ma2af1xx3k' })
  await add('Haitian Machinery', { city: 'Shanghai' })
  const outcome = await search()
  expect(await pairs()).toEqual([
    { one_id: chinese, other_id: latin, state: 'open' },
    { one_id: numbered, other_id: renamed, state: 'open' },
  ])
  expect(outcome).toMatchObject({ accounts: 5, pairs: 2, skippedBlocks: 0 })
})

test('a search again keeps what people decided, adds what is new and drops what is not alike any more', async () => {
  const [a, b] = [await add('Haitian', { mail: 'a@h.cn' }), await add('Haitian', { mail: 'b@h.cn' })]
  const [c, d] = [await add('Sunrise', { mail: 'a@s.cn' }), await add('Sunrise', { mail: 'b@s.cn' })]
  await search()
  await database.pool.query(
    `update accounts.duplicate_pair set state = 'not duplicates', reason = 'Two plants' where one_id = $1`,
    [a],
  )
  await database.pool.query(`update accounts.account set name = 'Moonlight Bakery' where id = $1`, [d])
  await database.pool.query('delete from accounts.contact where account_id = $1', [d])
  const e = await add('Sunrise', { mail: 'c@s.cn' })
  await search()
  expect(await pairs()).toEqual([
    { one_id: a, other_id: b, state: 'not duplicates' },
    { one_id: c, other_id: e, state: 'open' },
  ])
})

test.each([
  [largestBlock, 0],
  [largestBlock + 1, 1],
])('%i accounts that share a mail server leave %i blocks aside, and it is said which', async (count, skipped) => {
  for (let at = 0; at < count; at++)
    await add(`Nobody ${'abcdefghijklmnopqrstuvwxyz'[at % 26]!.repeat(4 + at)}`, { mail: `m${at}@mall.cn` })
  const outcome = await search()
  expect(outcome.skippedBlocks).toBe(skipped)
  expect(outcome.skipped).toEqual(skipped ? [{ key: 'mail mall.cn', accounts: count }] : [])
})

test('an account that was merged is compared with nobody, and its pair comes back when the merge is undone', async () => {
  const [a, b] = [await add('Haitian', { mail: 'a@h.cn' }), await add('Haitian', { mail: 'b@h.cn' })]
  await search()
  await merge(database, b, a)
  await search()
  expect(await pairs()).toEqual([{ one_id: a, other_id: b, state: 'open' }])
})

test('a search that is cancelled leaves the list as it was, one that is under way is not started twice', async () => {
  await add('Haitian', { mail: 'a@h.cn' })
  await add('Haitian', { mail: 'b@h.cn' })
  const acting = { db: database.db, actor: head, clock }
  await startSearch(acting)
  await expect(startSearch(acting)).rejects.toMatchObject({ code: 'duplicate_search_under_way' })
  await cancelSearch(acting)
  expect(await latestRun(database.db)).toMatchObject({ state: 'cancelled' })
  await startSearch(acting)
  await database.pool.query('update accounts.duplicate_run set cancel_requested = true where id = 2')
  expect(await runSearch({ ...database, clock }, 2)).toBeNull()
  expect(await latestRun(database.db)).toMatchObject({ id: 2, state: 'cancelled' })
  expect(await pairs()).toEqual([])
  await startSearch(acting)
  expect(await runSearch({ ...database, clock }, 3)).toBe(1)
  expect(await latestRun(database.db)).toMatchObject({ state: 'finished', accounts: 2, pairs: 1 })
  expect(await runSearch({ ...database, clock }, 3)).toBeNull()
})

test('a search whose process died shows as failed', async () => {
  await startSearch({ db: database.db, actor: head, clock })
  await database.pool.query(`update accounts.duplicate_run set state = 'running'`)
  expect(await latestRun(database.db)).toMatchObject({ state: 'failed' })
})

import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../../tests/support/database.ts'
import { examineClaims, examineRollUps } from '../../ledger/examine.store.ts'
import { postCosts } from '../../ledger/post-costs.server.ts'
import { emptyLedger, postedLine, postFile, undoFile } from '../../ledger/posting.fixture.ts'
import type { PostedCost, PostedLine } from '../../ledger/posting.ts'
import { inTransaction } from '../../platform/database.server.ts'
import { claimAccounts, withdrawAccountClaims } from '../accounts.server.ts'
import { claimContacts, withdrawContactClaims } from '../contacts.server.ts'
import { addAccounts, everyRow, merge, unmerge } from './merge.fixture.ts'

let lived: TestDatabase
let straight: TestDatabase
let ids: number[]
beforeAll(async () => {
  lived = await createTestDatabase()
  straight = await createTestDatabase()
})
afterAll(async () => {
  await lived.close()
  await straight.close()
})

type Act =
  | { act: 'lines'; lines: PostedLine[] }
  | { act: 'costs'; costs: PostedCost[] }
  | { act: 'accounts'; rows: { code: string; parentCode: string | null; name: string }[] }
  | { act: 'contacts'; rows: { accountId: number; name: string; email: string | null }[] }
  /** Undoes one of the imports that stand: the position modulo their number. */
  | { act: 'undo'; position: number }
  | { act: 'merge'; loser: number; survivor: number }
  | { act: 'unmerge' }

const codes = ['A', 'B', 'C', 'D']
const account = fc.nat(3)
const day = fc.constantFrom('2023-12-30', '2024-01-31', '2024-02-01')
const amount = fc.constantFrom('1', '1.10', '-2.005')
const lines = fc
  .array(
    fc.record({
      accountId: account,
      document: fc.constantFrom('A', 'A', 'B'),
      line: fc.option(fc.constantFrom('1', '2')),
      day,
      net: amount,
      cost: fc.option(amount),
    }),
    { minLength: 1, maxLength: 6 },
  )
  .map(given => given.map((each, at) => postedLine({ ...each, row: at + 2 })))
const costs = fc
  .array(fc.record({ accountId: account, day, kind: fc.constant('freight'), amount, note: fc.constant(null) }), {
    minLength: 1,
    maxLength: 4,
  })
  .map(given => given.map((each, at) => ({ ...each, row: at + 2 })))
const accountRows = fc.array(
  fc.record({
    code: fc.constantFrom(...codes),
    // Only upwards, so that nobody's row is refused as a ring on the way.
    parentCode: fc.constantFrom(null, 'top'),
    name: fc.constantFrom('North', 'South'),
  }),
  { minLength: 1, maxLength: 3 },
)
const contactRows = fc.array(
  fc.record({
    accountId: account,
    name: fc.constantFrom('Li', 'Wang'),
    email: fc.constantFrom(null, 'li@x.cn', 'wang@x.cn'),
  }),
  { minLength: 1, maxLength: 3 },
)

const act: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ act: fc.constant('lines' as const), lines }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('costs' as const), costs }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('accounts' as const), rows: accountRows }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('contacts' as const), rows: contactRows }) },
  { weight: 2, arbitrary: fc.record({ act: fc.constant('undo' as const), position: fc.nat(9) }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('merge' as const), loser: account, survivor: account }) },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('unmerge' as const) }) },
)

async function perform(database: TestDatabase, importId: number, done: Act) {
  const numbered = <Row extends { accountId: number }>(rows: Row[]) =>
    rows.map(row => ({ ...row, accountId: ids[row.accountId]! }))
  if (done.act === 'lines') await postFile(database, { importId, chunk: 3 }, numbered(done.lines))
  if (done.act === 'undo' || done.act === 'merge' || done.act === 'unmerge') return
  await inTransaction(database.pool, async client => {
    if (done.act === 'costs') await postCosts(client, { importId, source: 'erp' }, numbered(done.costs))
    if (done.act === 'accounts') await claimAccounts(client, importId, 'erp', done.rows)
    if (done.act === 'contacts') await claimContacts(client, importId, 'erp', numbered(done.rows))
  })
}

async function takeBack(database: TestDatabase, importId: number) {
  await undoFile(database, importId)
  await inTransaction(database.pool, async client => {
    await withdrawAccountClaims(client, importId)
    await withdrawContactClaims(client, importId)
  })
}

async function restart(database: TestDatabase): Promise<number[]> {
  await emptyLedger(database)
  await database.pool.query('delete from accounts.merge')
  await database.pool.query('truncate accounts.contact, accounts.claim, accounts.account restart identity cascade')
  await database.pool.query(`alter sequence ledger.document_id restart; alter sequence ledger.cost_entry_id restart;
    alter sequence bookkeeping.posting_posting_seq restart`)
  return addAccounts(database, [...codes, 'top'])
}

it('after any merges, with imports and undos between, taking the merges back leaves every row as if there had been none', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 12 }), async acts => {
      ids = await restart(lived)
      await restart(straight)
      const standing: number[] = []
      const merges: { id: number; loser: number }[] = []
      for (const [at, each] of acts.entries()) {
        const importId = at + 1
        if (each.act === 'undo' && standing.length > 0) {
          const [undone] = standing.splice(each.position % standing.length, 1)
          await takeBack(lived, undone!)
          await takeBack(straight, undone!)
        } else if (each.act === 'merge') {
          const gone = merges.map(one => one.loser)
          if (each.loser === each.survivor || gone.includes(each.loser) || gone.includes(each.survivor)) continue
          const { id } = await merge(lived, ids[each.loser]!, ids[each.survivor]!, ['name'])
          merges.push({ id, loser: each.loser })
        } else if (each.act === 'unmerge' && merges.length > 0) {
          await unmerge(lived, merges.pop()!.id)
        } else if (each.act !== 'undo' && each.act !== 'unmerge') {
          await perform(lived, importId, each)
          await perform(straight, importId, each)
          standing.push(importId)
        }
        expect(await examineRollUps(lived.pool)).toEqual([])
        expect(await examineClaims(lived.pool)).toEqual([])
      }
      for (const { id } of merges.reverse()) await unmerge(lived, id)
      expect(await everyRow(lived)).toEqual(await everyRow(straight))
    }),
    { numRuns: 25 },
  )
}, 600_000)

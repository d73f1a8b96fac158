import fc from 'fast-check'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { inTransaction } from '../platform/database.server.ts'
import { examineClaims, examineRollUps } from './examine.store.ts'
import { postCosts } from './post-costs.server.ts'
import { emptyLedger, postedLine, postFile, undoFile } from './posting.fixture.ts'
import type { PostedCost, PostedLine } from './posting.ts'

let lived: TestDatabase
let asIf: TestDatabase
beforeAll(async () => {
  lived = await createTestDatabase()
  asIf = await createTestDatabase()
})
afterAll(async () => {
  await lived.close()
  await asIf.close()
})

type Act =
  | { act: 'lines'; source: string; chunk: number; lines: PostedLine[] }
  | { act: 'costs'; source: string; costs: PostedCost[] }
  /** Undoes one of the imports that still stand: the position modulo their number. */
  | { act: 'undo'; position: number }

const day = fc.constantFrom('2023-12-30', '2024-01-01', '2024-01-31', '2024-02-01', '2024-12-31')
// Few keys, so that three and more imports meet on the same line.
const source = fc.constantFrom('erp', 'erp', 'erp', 'shop')
const accountId = fc.constantFrom(1, 1, 1, 2)
const amount = fc.constantFrom('0', '1', '1.10', '-2.005', '12345678901234567.89', '0.000001')

const lines = fc
  .array(
    fc.record({
      accountId,
      document: fc.constantFrom('A', 'A', 'B'),
      line: fc.option(fc.constantFrom('1', '2')),
      day,
      net: amount,
      cost: fc.option(amount),
      quantity: fc.option(amount),
      kind: fc.constantFrom('sale' as const, 'return' as const, 'free' as const),
      productId: fc.option(fc.integer({ min: 1, max: 2 })),
    }),
    { minLength: 1, maxLength: 8 },
  )
  .map(given => given.map((each, at) => postedLine({ ...each, row: at + 2 })))

const costs = fc
  .array(
    fc.record({
      accountId,
      day,
      kind: fc.constantFrom('freight', 'promotion'),
      amount,
      note: fc.option(fc.constant('late')),
    }),
    {
      minLength: 1,
      maxLength: 4,
    },
  )
  .map(given => given.map((each, at) => ({ ...each, row: at + 2 })))

const act: fc.Arbitrary<Act> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({ act: fc.constant('lines' as const), source, chunk: fc.integer({ min: 1, max: 9 }), lines }),
  },
  { weight: 1, arbitrary: fc.record({ act: fc.constant('costs' as const), source, costs }) },
  { weight: 3, arbitrary: fc.record({ act: fc.constant('undo' as const), position: fc.nat(9) }) },
)

async function perform(database: TestDatabase, importId: number, done: Exclude<Act, { act: 'undo' }>) {
  if (done.act === 'lines') return postFile(database, { importId, source: done.source, chunk: done.chunk }, done.lines)
  return inTransaction(database.pool, client => postCosts(client, { importId, source: done.source }, done.costs))
}

/** All that a reader can see, without the numbers that only say when something was made. */
async function picture({ pool }: TestDatabase) {
  const rows = async (query: string) => (await pool.query(query)).rows
  const sums =
    'lines, documents, return_lines, free_lines, lines_with_cost, trim_scale(net) net, trim_scale(cost) cost, trim_scale(net_without_cost) no_cost, trim_scale(returns_net) returned, trim_scale(cost_to_serve) serve, first_day, last_day'
  const values =
    'l.line, l.day, l.product_id, l.kind, l.flags, trim_scale(l.net) net, trim_scale(l.quantity) quantity, trim_scale(l.cost) cost'
  return {
    lines: await rows(`select d.account_id, d.source, d.number, ${values} from ledger.line l
      join ledger.document d on d.account_id = l.account_id and d.id = l.document_id order by 1, 2, 3, 4`),
    claims: await rows(`select d.account_id, d.source, d.number, p.import_id, ${values}
      from (select * from ledger.line union all select * from ledger.line_version) l
      join ledger.document d on d.account_id = l.account_id and d.id = l.document_id
      join bookkeeping.posting p on p.posting = l.posting order by 1, 2, 3, 5, 4`),
    documents: await rows(
      `select account_id, source, number, day, last_day, lines, trim_scale(net) net from ledger.document order by 1, 2, 3`,
    ),
    months: await rows(`select account_id, month, ${sums} from ledger.account_month order by 1, 2`),
    years: await rows(`select account_id, year, ${sums} from ledger.account_year order by 1, 2`),
    costs: await rows(`select account_id, source, day, kind, sequence, trim_scale(amount) amount, note, in_force
      from ledger.cost_entry order by 1, 2, 3, 4, 5, posting`),
  }
}

it('after any interleaving of imports and undos the ledger is as if only the imports that stand had been made', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 4, maxLength: 10 }), async acts => {
      await emptyLedger(lived)
      await emptyLedger(asIf)
      const standing: { importId: number; done: Exclude<Act, { act: 'undo' }> }[] = []
      for (const [at, each] of acts.entries()) {
        if (each.act !== 'undo') {
          await perform(lived, at + 1, each)
          standing.push({ importId: at + 1, done: each })
        } else if (standing.length > 0) {
          const [undone] = standing.splice(each.position % standing.length, 1)
          await undoFile(lived, undone!.importId)
        }
      }
      for (const { importId, done } of standing) await perform(asIf, importId, done)
      expect(await examineRollUps(lived.pool)).toEqual([])
      expect(await examineClaims(lived.pool)).toEqual([])
      expect(await picture(lived)).toEqual(await picture(asIf))
    }),
    { numRuns: 25 },
  )
}, 300_000)

import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import type { CommandContext } from '../platform/command.server.ts'
import { inTransaction } from '../platform/database.server.ts'
import { doctorCommand } from './doctor.command.ts'
import { examineLedger, repairRollUps } from './doctor.server.ts'
import { postCosts } from './post-costs.server.ts'
import { emptyLedger, postedLine, postFile } from './posting.fixture.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(`insert into accounts.account (id, code, name) values (1, 'A1', 'One'), (2, 'A2', 'Two')`)
  await database.pool.query(`insert into products.product (id, code, name) values (7, 'P7', 'Seven')`)
})
afterAll(() => database.close())

beforeEach(async () => {
  await inTransaction(database.pool, repairRollUps)
  await emptyLedger(database)
  await postFile(database, { importId: 1 }, [
    postedLine(),
    postedLine({ line: '2', day: '2024-04-01' }),
    postedLine({ accountId: 2 }),
  ])
  await postFile(database, { importId: 2 }, [postedLine({ net: '11' })])
  await inTransaction(database.pool, client =>
    postCosts(client, { importId: 3, source: 'erp' }, [
      { row: 2, accountId: 1, day: '2024-03-15', kind: 'freight', amount: '2.5', note: null },
    ]),
  )
})

const change = (statement: string) => database.pool.query(statement)

describe('the doctor', () => {
  it('finds nothing in a ledger that is right', async () => {
    expect(await examineLedger(database.pool)).toEqual([])
  })

  it('finds a month that was broken on purpose, and nothing else', async () => {
    await change(`update ledger.account_month set net = net + 0.01 where account_id = 1 and month = '2024-03-01'`)
    expect(await examineLedger(database.pool)).toEqual([
      {
        table: 'ledger.account_month',
        accountId: 1,
        place: '2024-03',
        column: 'net',
        stored: '11.01',
        recomputed: '11',
      },
    ])
  })

  it.each([
    [`update ledger.account_year set documents = 7 where account_id = 2`, 'ledger.account_year', 'documents'],
    [`update ledger.account_month set cost_to_serve = 0 where account_id = 1`, 'ledger.account_month', 'cost_to_serve'],
    [`delete from ledger.account_month where account_id = 2`, 'ledger.account_month', 'row'],
    [`update ledger.document set last_day = '2024-05-01' where account_id = 2`, 'ledger.document', 'last_day'],
  ])('finds and repairs what “%s” broke', async (statement, table, column) => {
    await change(statement)
    const [found] = await examineLedger(database.pool)
    expect(found).toMatchObject({ table, column })
    await inTransaction(database.pool, repairRollUps)
    expect(await examineLedger(database.pool)).toEqual([])
  })

  it('finds a claim that is in force although a later one stands', async () => {
    await change(`update ledger.line_version set posting = posting + 1000`)
    const found = await examineLedger(database.pool)
    expect(found.map(each => [each.table, each.column])).toEqual([
      ['ledger.line', 'not the value of its latest claim'],
      ['ledger.line', 'posting'],
    ])
    await change(`update ledger.line_version set posting = posting - 1000`)
  })

  it('finds lines of accounts and products that do not exist', async () => {
    await postFile(database, { importId: 4 }, [postedLine({ accountId: 3, productId: 8 })])
    const found = await examineLedger(database.pool)
    expect(found.map(each => each.place)).toEqual(['account 3', 'product 8'])
  })
})

describe('vitalfew doctor', () => {
  const run = async (args: string[]) => {
    const said: string[] = []
    const context: CommandContext = {
      openDatabase: async () => ({ ...database, close: async () => undefined }),
      dataDirectory: '',
      out: text => said.push(text),
      error: text => said.push(text),
      isTerminal: false,
      language: 'en',
    }
    return { code: await doctorCommand.run(args, context), said }
  }

  it('answers 0 for a ledger that is right and 1 for a broken one', async () => {
    expect(await run([])).toEqual({ code: 0, said: ['Every figure agrees with the lines.'] })
    expect(await run(['--json'])).toEqual({ code: 0, said: ['{"differences":[]}'] })
    await change(`update ledger.account_month set lines = 9 where account_id = 2`)
    const broken = await run([])
    expect(broken.code).toBe(1)
    expect(broken.said[0]).toBe('ledger.account_month, account 2, 2024-03: lines is 9, the lines say 1')
    expect(await run(['--repair'])).toEqual({ code: 0, said: ['Every figure agrees with the lines.'] })
  })
})

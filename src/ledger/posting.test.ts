import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { emptyLedger, postedLine, postFile, undoFile } from './posting.fixture.ts'
import type { PostedLine } from './posting.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const line = postedLine
const post = (importId: number, lines: PostedLine[], chunk?: number) => postFile(database, { importId, chunk }, lines)
const undo = (importId: number) => undoFile(database, importId)

const select = async (query: string) => (await database.pool.query(query)).rows
const months = () =>
  select(`select account_id, month, lines, documents, trim_scale(net) as net, trim_scale(cost) as cost,
    trim_scale(net_without_cost) as "withoutCost", first_day, last_day from ledger.account_month order by account_id, month`)
const nets = async () =>
  (
    await select(
      'select d.number, l.line, trim_scale(l.net) as net from ledger.line l join ledger.document d on d.id = l.document_id order by 1, 2',
    )
  ).map(row => `${row.number}/${row.line} ${row.net}`)

beforeEach(() => emptyLedger(database))

describe('posting lines', () => {
  it('makes the document header and the month that the lines imply', async () => {
    const outcome = await post(1, [
      line({ line: '1', net: '10.5', cost: '6' }),
      line({ line: '2', net: '0.25', cost: null, day: '2024-03-14' }),
      line({ line: '3', net: '-1', kind: 'return' }),
    ])
    expect(outcome).toEqual({ added: 3, replaced: 0, unchanged: 0, repeatedRows: [] })
    expect(
      await select('select day, last_day, lines, return_lines, trim_scale(net) as net from ledger.document'),
    ).toEqual([{ day: '2024-03-14', last_day: '2024-03-15', lines: 3, return_lines: 1, net: '9.75' }])
    expect(await months()).toEqual([
      {
        account_id: 1,
        month: '2024-03-01',
        lines: 3,
        documents: 1,
        net: '9.75',
        cost: '12',
        withoutCost: '0.25',
        first_day: '2024-03-14',
        last_day: '2024-03-15',
      },
    ])
  })

  it('takes the same file again without adding anything', async () => {
    const file = [line({ line: '1' }), line({ line: '2' }), line({ document: 'B' })]
    await post(1, file)
    const before = await months()
    expect(await post(2, file)).toEqual({ added: 0, replaced: 0, unchanged: 3, repeatedRows: [] })
    expect(await months()).toEqual(before)
  })

  it('counts each document in the month of its earliest line, and each line in its own', async () => {
    await post(1, [
      line({ line: '1', day: '2024-02-28' }),
      line({ line: '2', day: '2024-03-02' }),
      line({ document: 'B' }),
    ])
    expect((await months()).map(row => [row.month, row.lines, row.documents])).toEqual([
      ['2024-02-01', 1, 1],
      ['2024-03-01', 2, 1],
    ])
  })

  it('replaces a changed line and keeps the old value', async () => {
    await post(1, [line({ net: '10' }), line({ line: '2', net: '3' })])
    expect(await post(2, [line({ net: '12', day: '2024-04-01' })])).toMatchObject({
      added: 0,
      replaced: 1,
      unchanged: 0,
    })
    expect(await nets()).toEqual(['A/1 12', 'A/2 3'])
    expect((await months()).map(row => [row.month, row.net, row.documents])).toEqual([
      ['2024-03-01', '3', 1],
      ['2024-04-01', '12', 0],
    ])
    expect(await select('select trim_scale(net) as net from ledger.line_version')).toEqual([{ net: '10' }])
  })

  it('sets aside a key given twice in one file, also when the rows are far apart', async () => {
    const file = [
      line({ row: 2, net: '1' }),
      line({ row: 3, net: '2' }),
      line({ row: 4, document: 'B' }),
      line({ row: 5, net: '1' }),
    ]
    for (const chunk of [1, 2, 100]) {
      expect(await post(chunk, file, chunk)).toMatchObject({ repeatedRows: [3, 5] })
      expect(await nets()).toEqual(['A/1 1', 'B/1 10'])
    }
  })

  it('sets aside a repeat of a row that an earlier import had already brought', async () => {
    await post(1, [line({ net: '1' })])
    expect(await post(2, [line({ row: 2, net: '1' }), line({ row: 3, net: '5' })], 1)).toEqual({
      added: 0,
      replaced: 0,
      unchanged: 1,
      repeatedRows: [3],
    })
    expect(await nets()).toEqual(['A/1 1'])
  })

  it('numbers lines without a number by their place in the document', async () => {
    const file = [
      line({ row: 2, line: null, net: '1' }),
      line({ row: 3, line: null, document: 'B', net: '2' }),
      line({ row: 4, line: null, net: '1' }),
      line({ row: 5, line: null, net: '3' }),
    ]
    await post(1, file, 2)
    expect(await nets()).toEqual(['A/1 1', 'A/2 1', 'A/3 3', 'B/1 2'])
    expect(await post(2, file, 3)).toMatchObject({ added: 0, unchanged: 4, repeatedRows: [] })
  })

  it('tells the same document number of two accounts apart', async () => {
    await post(1, [line({}), line({ accountId: 2, net: '4' })])
    expect((await months()).map(row => [row.account_id, row.net])).toEqual([
      [1, '10'],
      [2, '4'],
    ])
  })

  it('takes numbers with tabs, quotes and backslashes as they are', async () => {
    await post(1, [line({ document: 'a\tb\\n"\n', line: '\\N' })])
    expect(await nets()).toEqual(['a\tb\\n"\n/\\N 10'])
  })
})

describe('undoing an import', () => {
  it('brings back the value that it had replaced', async () => {
    await post(1, [line({ net: '10' })])
    const before = await months()
    await post(2, [line({ net: '12', day: '2024-05-01' }), line({ document: 'C' })])
    expect(await undo(2)).toBe(true)
    expect(await months()).toEqual(before)
    expect(await nets()).toEqual(['A/1 10'])
    await undo(1)
    expect(await months()).toEqual([])
    expect(await select('select 1 from ledger.document')).toEqual([])
  })

  it('keeps a line that a later file repeated', async () => {
    await post(1, [line({ net: '10' }), line({ line: '2' })])
    await post(2, [line({ net: '10' })])
    await undo(1)
    expect(await nets()).toEqual(['A/1 10'])
    await undo(2)
    expect(await nets()).toEqual([])
  })

  it('lets the second of three claims go without touching the value in force', async () => {
    await post(1, [line({ net: '1' })])
    await post(2, [line({ net: '2' })])
    await post(3, [line({ net: '3' })])
    await undo(2)
    expect(await nets()).toEqual(['A/1 3'])
    await undo(3)
    expect(await nets()).toEqual(['A/1 1'])
    await undo(1)
  })

  it('brings into force the latest of the claims that remain', async () => {
    await post(1, [line({ net: '1' })])
    await post(2, [line({ net: '2' })])
    await post(3, [line({ net: '2' })])
    await post(4, [line({ net: '4' })])
    await undo(4)
    expect(await nets()).toEqual(['A/1 2'])
    await undo(2)
    expect(await nets()).toEqual(['A/1 2'])
    await undo(3)
    expect(await nets()).toEqual(['A/1 1'])
  })

  it('says so when the ledger holds nothing of the import', async () => {
    expect(await undo(99)).toBe(false)
  })
})

import { createReadStream, existsSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { multiplyAmount } from './exact-amount.ts'
import { type SoldLine, sell, spend } from './ledger.fixture.ts'
import { rankCommand } from './rank.command.ts'
import type { RankReport } from './ranking.ts'

// Facts of shared/design/numbers.md, here through the ledger, its roll-ups and the command itself.
const data = new URL('../../../shared/data/', import.meta.url)
const adventureWorks = new URL('adventureworks/invoices.csv', data)
const onlineRetail = new URL('online-retail/OnlineRetail.csv.gz', data)

const opened: TestDatabase[] = []
afterAll(() => Promise.all(opened.map(database => database.close())))
async function emptyDatabase() {
  const database = await createTestDatabase()
  opened.push(database)
  return database
}

async function run(database: TestDatabase, ...args: string[]) {
  const out: string[] = []
  const errors: string[] = []
  const code = await rankCommand.run(args, {
    openDatabase: async () => ({ ...database, close: async () => undefined }),
    dataDirectory: '',
    out: text => out.push(text),
    error: text => errors.push(text),
    isTerminal: false,
    language: 'en',
  })
  return { code, out: out.join('\n'), errors }
}
const ranked = async (database: TestDatabase, ...args: string[]): Promise<RankReport> =>
  JSON.parse((await run(database, ...args, '--json')).out)

async function linesOf(
  rows: AsyncIterable<Record<string, string>>,
  read: (row: Record<string, string>, index: number) => SoldLine | null,
) {
  const lines: SoldLine[] = []
  for await (const row of rows) {
    const line = read(row, lines.length)
    if (line) lines.push(line)
  }
  return lines
}

describe.skipIf(!existsSync(adventureWorks))('ranking the AdventureWorks ledger (absent here: ../shared/data)', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await emptyDatabase()
    const rows = createReadStream(adventureWorks).pipe(parse({ columns: true }))
    await sell(
      database,
      await linesOf(rows, row => ({
        account: row.account!,
        accountName: row.account_name!,
        document: row.document!,
        line: row.line!,
        day: row.day!,
        net: row.net!,
        cost: row.cost!,
      })),
    )
  })

  test('the whole ledger', async () => {
    const report = await ranked(database)
    expect(report).toMatchObject({ from: '2011-05-31', to: '2014-05-01', by: 'contribution' })
    expect(report.totals).toEqual({
      accounts: 635,
      documents: 3_806,
      lines: 60_919,
      revenue: '80487704.2043',
      margin: '476896.9792',
      contribution: '476896.9792',
      costCoverage: 1,
    })
    const { topFifth, ...curve } = report.curve
    expect(curve).toEqual({
      accountsFor80PercentOfRevenue: 187,
      accountsFor80PercentOfMargin: expect.any(Number),
      peak: { accounts: 304, margin: '2648516.0039' },
      lossMaking: 331,
      lossMakingInTopFifthByRevenue: 73,
    })
    expect(topFifth.accounts).toBe(127)
    expect(topFifth.revenueShare).toBeCloseTo(0.6668, 4)
    expect(topFifth.marginShare).toBeCloseTo(5.3807, 4)
    expect(report.accounts).toHaveLength(635)
    expect(report.accounts.map(account => account.rank)).toEqual(report.accounts.map((_, index) => index + 1))
    expect(report.accounts.every(account => account.points !== null && account.tier !== null)).toBe(true)
  })

  test('a year that lost money as a whole prints no share of the loss', async () => {
    const report = await ranked(
      database,
      '--from',
      '2013-05-02',
      '--to',
      '2014-05-01',
      '--by',
      'revenue',
      '--limit',
      '3',
    )
    expect(report.totals).toMatchObject({
      accounts: 493,
      documents: 1_812,
      lines: 30_790,
      revenue: '36277591.9186',
      margin: '-667312.7375',
    })
    expect(report.curve).toMatchObject({
      accountsFor80PercentOfMargin: null,
      topFifth: { accounts: 99, marginShare: null },
      peak: { accounts: 200, margin: '1095204.1002' },
      lossMaking: 293,
      lossMakingInTopFifthByRevenue: 64,
    })
    expect(report.accounts).toHaveLength(3)
    expect(Number(report.accounts[0]!.revenue)).toBeGreaterThanOrEqual(Number(report.accounts[1]!.revenue))
  })

  test('without --json it is a table that a person can read', async () => {
    const { out, code } = await run(database, '--limit', '2')
    expect(code).toBe(0)
    expect(out).toContain('73 of them in the top fifth by revenue')
    expect(out).toContain('127 accounts: 66.68% of revenue, 538.07% of margin')
    expect(out.split('\n').at(-1)).toMatch(/^2 {2}AW\d+/)
  })
})

describe.skipIf(!existsSync(onlineRetail))('ranking the Online Retail ledger (absent here: ../shared/data)', () => {
  test('a ledger without costs is ranked by revenue, and its margin is unknown, not zero', async () => {
    const database = await emptyDatabase()
    const rows = createReadStream(onlineRetail)
      .pipe(createGunzip())
      .pipe(parse({ columns: true, relax_quotes: true }))
    await sell(
      database,
      await linesOf(rows, row =>
        row.CustomerID === ''
          ? null
          : {
              account: row.CustomerID!,
              document: row.InvoiceNo!,
              day: row.InvoiceDate!.slice(0, 10),
              net: multiplyAmount(row.UnitPrice!, row.Quantity!),
            },
      ),
    )
    const report = await ranked(database)
    expect(report.by).toBe('revenue')
    expect(report.totals).toEqual({
      accounts: 4_372,
      documents: 22_190,
      lines: 406_829,
      revenue: '8300065.814',
      margin: null,
      contribution: null,
      costCoverage: 0,
    })
    expect(report.curve).toMatchObject({
      accountsFor80PercentOfRevenue: 1_171,
      accountsFor80PercentOfMargin: null,
      topFifth: { accounts: 875, marginShare: null },
      peak: null,
      lossMaking: null,
      lossMakingInTopFifthByRevenue: null,
    })
    expect(report.curve.topFifth.revenueShare).toBeCloseTo(0.7385, 4)
    expect(report.accounts[0]).toMatchObject({ rank: 1, account: '14646.0', margin: null, contribution: null })
  })
})

describe('the command', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await emptyDatabase()
  })

  test('an empty ledger has nothing to rank and says so in figures', async () => {
    expect(await ranked(database)).toMatchObject({
      from: null,
      to: null,
      currency: 'XXX',
      by: 'revenue',
      totals: { accounts: 0, revenue: '0', margin: null, costCoverage: null },
      accounts: [],
    })
    expect((await run(database)).code).toBe(0)
  })

  test('cost to serve is deducted, ties go to the lower code, unknown ranks last', async () => {
    const sold = (account: string, net: string, cost: string | null) => ({
      account,
      document: `D-${account}`,
      day: '2026-03-10',
      net,
      cost,
    })
    const ids = await sell(database, [
      sold('C', '100.50', '40.5'),
      sold('A', '90', '30.00'),
      sold('B', '500', null),
      sold('D', '60', '0'),
    ])
    await spend(database, ids, [{ account: 'C', day: '2026-03-11', amount: '70.25' }])
    const report = await ranked(database)
    expect(
      report.accounts.map(({ rank, account, contribution, margin }) => [rank, account, contribution, margin]),
    ).toEqual([
      [1, 'A', '60', '60'],
      [2, 'D', '60', '60'],
      [3, 'C', '-10.25', '60'],
      [4, 'B', null, null],
    ])
    expect(report.totals).toMatchObject({ revenue: '750.5', margin: '180', contribution: '109.75' })
    expect(report.totals.costCoverage).toBeCloseTo(250.5 / 750.5, 12)
    expect(
      (await ranked(database, '--from', '2026-03-11')).totals.accounts,
      'a cost alone makes no ranked account',
    ).toBe(0)
  })

  test.each([
    [['--from', '2026-02-30'], '--from is a day such as 2025-01-31, not “2026-02-30”.'],
    [['--to', 'yesterday'], '--to is a day such as 2025-01-31, not “yesterday”.'],
    [['--from', '2026-02-02', '--to', '2026-02-01'], '--from 2026-02-02 lies after --to 2026-02-01.'],
    [['--by', 'sales'], '--by is revenue, margin or contribution, not “sales”.'],
    [['--limit', '0'], '--limit is a number of accounts from 1, not “0”.'],
    [['--top', '3'], 'Unknown option'],
    [['everything'], 'rank takes no “everything”'],
  ])('%j is refused in one sentence', async (args, sentence) => {
    const { code, errors, out } = await run(database, ...args)
    expect(code).toBe(1)
    expect(out).toBe('')
    expect(errors).toHaveLength(1)
    expect(errors[0]).toContain(sentence)
  })
})

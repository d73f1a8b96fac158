import { createReadStream, existsSync } from 'node:fs'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { parse } from 'csv-parse'
import { Decimal } from 'decimal.js'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { openPosting, type Posting, purchaseSummaries, sumsByAccount, totals } from './ledger.server.ts'
import type { PostedLine } from './posting.ts'

const data = fileURLToPath(new URL('../../../shared/data/', import.meta.url))
const invoices = `${data}adventureworks/invoices.csv`
const cdnow = `${data}cdnow/CDNOW_sample.txt`

/** Numbers things in the order in which they are first named. */
function numbering() {
  const ids = new Map<string, number>()
  return (name: string) => {
    const id = ids.get(name) ?? ids.size + 1
    ids.set(name, id)
    return id
  }
}

async function* wordsOf(file: string) {
  for await (const line of createInterface({ input: createReadStream(file) }))
    if (line.trim()) yield line.trim().split(/\s+/)
}

async function* lines(records: AsyncIterable<string[]>, read: (record: string[], row: number) => PostedLine) {
  let row = 0
  let batch: PostedLine[] = []
  for await (const record of records) {
    batch.push(read(record, ++row))
    if (batch.length < 5000) continue
    yield batch
    batch = []
  }
  yield batch
}

async function post(database: TestDatabase, batches: AsyncIterable<PostedLine[]>) {
  const client = await database.pool.connect()
  try {
    await client.query('begin')
    const posting: Posting = await openPosting(client, { importId: 1, source: 'file', chunk: 20_000 })
    for await (const batch of batches) await posting.write(batch)
    const outcome = await posting.finish()
    await client.query('commit')
    return outcome
  } finally {
    client.release()
  }
}

const base = { unitPrice: null, currency: null, rate: null, netInCurrency: null, flags: 0 } as const

describe.skipIf(!existsSync(invoices))('AdventureWorks (numbers.md; skipped where shared/data is absent)', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
    const account = numbering()
    const product = numbering()
    const outcome = await post(
      database,
      lines(createReadStream(invoices).pipe(parse({ from_line: 2 })), (record, row) => ({
        ...base,
        row,
        document: record[0]!,
        line: record[1]!,
        accountId: account(record[2]!),
        day: record[4]!,
        productId: product(record[5]!),
        quantity: record[8]!,
        net: record[11]!,
        cost: record[12]!,
        kind: 'sale',
      })),
    )
    expect(outcome).toEqual({ added: 60_919, replaced: 0, unchanged: 0, repeatedRows: [] })
  })
  afterAll(() => database.close())

  it('sums to the published totals', async () => {
    expect(await totals(database.db)).toMatchObject({
      accounts: 635,
      documents: 3806,
      lines: 60_919,
      revenue: '80487704.2043',
      cost: '80010807.2251',
      margin: '476896.9792',
      costCoverage: 1,
    })
  })

  it('sums to the published totals of twelve months that begin and end within a month', async () => {
    const window = { from: '2013-05-02', to: '2014-05-01' }
    expect(await totals(database.db, window)).toMatchObject({
      accounts: 493,
      documents: 1812,
      lines: 30_790,
      revenue: '36277591.9186',
      margin: '-667312.7375',
    })
    const margins = (await sumsByAccount(database.db, window)).map(sums => new Decimal(sums.margin!))
    expect(margins.filter(margin => margin.lt(0))).toHaveLength(293)
  })

  it('gives each account its margin: 331 lose money, 304 make 2,648,516.0039', async () => {
    const sums = await sumsByAccount(database.db)
    const margins = sums.map(each => new Decimal(each.margin!))
    expect(margins.filter(margin => margin.lt(0))).toHaveLength(331)
    const gains = margins.filter(margin => margin.gt(0))
    expect(gains).toHaveLength(304)
    expect(Decimal.sum(...gains).toString()).toBe('2648516.0039')
  })
})

describe.skipIf(!existsSync(cdnow))('CDNOW (numbers.md; skipped where shared/data is absent)', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
    await post(
      database,
      lines(wordsOf(cdnow), ([, account, day, quantity, net], row) => ({
        ...base,
        row,
        accountId: Number(account),
        document: `${row}`,
        line: '1',
        day: `${day!.slice(0, 4)}-${day!.slice(4, 6)}-${day!.slice(6)}`,
        productId: null,
        quantity: quantity!,
        net: net!,
        cost: null,
        kind: 'sale',
      })),
    )
  })
  afterAll(() => database.close())

  it('merges purchases of a day: 2,357 customers, 946 of them repeaters', async () => {
    const summaries = await purchaseSummaries(database.db, { to: '1997-09-30' })
    expect(summaries).toHaveLength(2357)
    expect(summaries.filter(each => each.repeats > 0)).toHaveLength(946)
    const first = summaries.find(each => each.accountId === 1)!
    expect(first).toMatchObject({ repeats: 2, firstOrderDay: '1997-01-01', meanRepeatMargin: null })
    expect(first.lastAt).toBeCloseTo(30.43, 2)
    expect(first.observed).toBeCloseTo(38.86, 2)
    expect(first.meanRepeatRevenue).toBeCloseTo((29.73 + 14.96) / 2, 10)
  })
})

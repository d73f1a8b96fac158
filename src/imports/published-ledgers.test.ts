import { existsSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { commandsOn } from './import-command.fixture.ts'

// Facts: design notes, numbers.md (recomputed independently with exact decimals).
const folder = fileURLToPath(new URL('../../../shared/data/', import.meta.url))

describe.skipIf(!existsSync(folder))('published ledgers (skipped where ../shared/data is absent)', () => {
  let database: TestDatabase
  beforeAll(async () => {
    database = await createTestDatabase()
  })
  afterAll(() => database.close())

  const facts = async (source: string) => {
    const { rows } = await database.pool.query(
      `select count(*) as lines, count(distinct l.account_id) as accounts, count(distinct d.id) as documents,
         count(distinct l.product_id) as products, trim_scale(sum(l.net)) as revenue, trim_scale(sum(l.cost)) as cost
       from ledger.line l join ledger.document d on d.account_id = l.account_id and d.id = l.document_id
       where d.source = $1`,
      [source],
    )
    return rows[0]
  }

  it('AdventureWorks comes in without a flag, no row set aside, and once only', async () => {
    const { importPath } = commandsOn(database)
    const first = (await importPath(`${folder}adventureworks/invoices.csv`)).json()
    expect(first).toMatchObject({ rows: 60919, added: 60919, setAside: 0, reasons: {} })
    expect(await facts('main')).toEqual({
      lines: 60919,
      accounts: 635,
      documents: 3806,
      products: 250,
      revenue: '80487704.2043',
      cost: '80010807.2251',
    })
    const again = (await importPath(`${folder}adventureworks/invoices.csv`)).json()
    expect(again).toMatchObject({ added: 0, replaced: 0, unchanged: 60919 })
    for (const [file, rows] of [
      ['accounts', 701],
      ['products', 295],
      ['contacts', 753],
    ] as const) {
      expect((await importPath(`${folder}adventureworks/${file}.csv`)).json()).toMatchObject({ rows, setAside: 0 })
    }
  })

  it('Online Retail comes in without a flag; the lines without a customer are set aside', async () => {
    const { importPath } = commandsOn(database)
    const read = (await importPath(`${folder}online-retail/OnlineRetail.csv.gz`, '--source', 'uci')).json()
    expect(read).toMatchObject({ rows: 541909, added: 406829, setAside: 135080, reasons: { account_missing: 135080 } })
    expect(await facts('uci')).toMatchObject({
      lines: 406829,
      accounts: 4372,
      documents: 22190,
      revenue: '8300065.814',
      cost: null,
    })
  })
})

import { finished } from 'node:stream/promises'
import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { from as copyFrom } from 'pg-copy-streams'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { CopyBuffer } from './copy-buffer.ts'
import { daysAfter } from './window.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await database.pool.query(
    'create table copied (at integer, big bigint, small smallint, day date, words text, amount numeric)',
  )
})
afterAll(() => database.close())

type Row = { big: number | null; small: number; day: string; words: string | null; amount: string | null }

/** Through COPY into PostgreSQL and back. */
async function copied(rows: Row[]) {
  const client = await database.pool.connect()
  try {
    await client.query('truncate copied')
    const stream = client.query(copyFrom('copy copied from stdin (format binary)'))
    // Small at first, so that it has to grow.
    const buffer = new CopyBuffer(8)
    buffer.open()
    for (const [at, row] of rows.entries()) {
      buffer.row(6)
      buffer.int4(at)
      buffer.int8(row.big)
      buffer.int2(row.small)
      buffer.day(row.day)
      buffer.text(row.words)
      buffer.decimal(row.amount)
    }
    stream.end(buffer.take())
    await finished(stream)
    return (await client.query('select big, small, day, words, amount from copied order by at')).rows
  } finally {
    client.release()
  }
}

const row = (given: Partial<Row>): Row => ({ big: 1, small: 0, day: '2024-02-29', words: '', amount: '0', ...given })

describe('rows for COPY', () => {
  it('keep amounts to the digit, with the decimals they were given', async () => {
    const amounts = [
      '0',
      '0.00',
      '-0.5',
      '.5',
      '2.',
      '+7',
      '1234',
      '12345',
      '100000000',
      '0.00001',
      '-98765432109876.54321',
      '0001.10',
    ]
    const found = await copied(amounts.map(amount => row({ amount })))
    expect(found.map(each => each.amount)).toEqual([
      '0',
      '0.00',
      '-0.5',
      '0.5',
      '2',
      '7',
      '1234',
      '12345',
      '100000000',
      '0.00001',
      '-98765432109876.54321',
      '1.10',
    ])
  })

  it('keep every language, tabs and backslashes', async () => {
    const words = ['工业交换机', 'Ø 12 – 🚢 ok', 'a\tb\\N\n"c"', '', null]
    expect((await copied(words.map(each => row({ words: each })))).map(each => each.words)).toEqual(words)
  })

  it('come back as they were', async () => {
    const amount = fc
      .tuple(fc.bigInt({ min: -(10n ** 24n), max: 10n ** 24n }), fc.integer({ min: 0, max: 14 }))
      .map(([units, scale]) => new Decimal(units.toString()).div(new Decimal(10).pow(scale)).toFixed())
    const rows = fc.array(
      fc.record({
        big: fc.option(fc.maxSafeNat()),
        small: fc.integer({ min: 0, max: 32767 }),
        day: fc.integer({ min: -200_000, max: 200_000 }).map(days => daysAfter('2000-01-01', days)),
        words: fc.option(fc.string({ unit: 'grapheme' }).map(text => text.replaceAll('\0', ''))),
        amount: fc.option(amount),
      }),
      { maxLength: 20 },
    )
    await fc.assert(
      fc.asyncProperty(rows, async given => {
        expect(await copied(given)).toEqual(given)
      }),
      { numRuns: 60 },
    )
  })

  it('refuse what is neither a decimal nor a day', () => {
    const buffer = new CopyBuffer(64)
    for (const wrong of ['1,5', '1e5', '1.2.3', 'n/a', '--1']) expect(() => buffer.decimal(wrong)).toThrow(SyntaxError)
    for (const wrong of ['2024/2/1', '15.03.2024', '2024-13-01', '2024-01-32', '2024-01-01T00', ''])
      expect(() => buffer.day(wrong)).toThrow(SyntaxError)
  })
})

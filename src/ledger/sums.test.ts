import { Decimal } from 'decimal.js'
import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase, type TestDatabase } from '../../tests/support/database.ts'
import { inTransaction } from '../platform/database.server.ts'
import {
  accountMonths,
  activeMonths,
  largestDocuments,
  ledgerSpan,
  productBreadth,
  purchaseRhythm,
  purchaseSummaries,
  sumsByAccount,
  totals,
} from './ledger.server.ts'
import { postCosts } from './post-costs.server.ts'
import { postedLine, postFile } from './posting.fixture.ts'
import type { PostedLine } from './posting.ts'
import { daysAfter } from './window.ts'

/** Lines of three accounts over two and a half years, the same every time; some documents reach over months and years. */
function manyLines(): PostedLine[] {
  let state = 7
  const next = (below: number) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
  return Array.from({ length: 120 }, (_, document) => {
    const begins = daysAfter('2022-06-20', next(900))
    const long = next(5) === 0
    const accountId = 1 + next(3)
    return Array.from({ length: 1 + next(4) }, (_, line) =>
      postedLine({
        accountId,
        document: String(document),
        line: String(line),
        day: long ? daysAfter(begins, next(70)) : begins,
        net: `${next(2000) - 300}.${next(90) + 10}`,
        cost: accountId === 3 || next(4) === 0 ? null : `${next(900)}.5`,
        kind: next(6) === 0 ? 'return' : next(9) === 0 ? 'free' : 'sale',
        productId: next(7) === 0 ? null : 1 + next(9),
      }),
    )
  }).flat()
}

const lines = manyLines()
const costs = [
  { row: 2, accountId: 1, day: '2023-02-28', kind: 'freight', amount: '12.25', note: null },
  { row: 3, accountId: 3, day: '2024-01-01', kind: 'freight', amount: '3', note: null },
]

let database: TestDatabase
beforeAll(async () => {
  database = await createTestDatabase()
  await postFile(database, { importId: 1 }, lines)
  await inTransaction(database.pool, client => postCosts(client, { importId: 2, source: 'erp' }, costs))
})
afterAll(() => database.close())

const sum = (amounts: string[]) => amounts.reduce((total, amount) => total.plus(amount), new Decimal(0)).toFixed()

/** What the lines themselves say, by the simplest computation. */
function counted(accountId: number, from: string, to: string) {
  const own = lines.filter(line => line.accountId === accountId)
  const inside = own.filter(line => line.day >= from && line.day <= to)
  const firstDays = new Map<string, string>()
  for (const { document, day } of own) if (day < (firstDays.get(document) ?? '9')) firstDays.set(document, day)
  const costed = inside.filter(line => line.cost !== null)
  const days = inside.map(line => line.day).sort()
  const margin = new Decimal(sum(costed.map(line => line.net))).minus(sum(costed.map(line => line.cost!)))
  const costToServe = sum(
    costs.filter(each => each.accountId === accountId && each.day >= from && each.day <= to).map(each => each.amount),
  )
  return {
    accountId,
    lines: inside.length,
    documents: [...firstDays.values()].filter(day => day >= from && day <= to).length,
    returnLines: inside.filter(line => line.kind === 'return').length,
    freeLines: inside.filter(line => line.kind === 'free').length,
    linesWithCost: costed.length,
    revenue: sum(inside.map(line => line.net)),
    costedRevenue: sum(costed.map(line => line.net)),
    cost: sum(costed.map(line => line.cost!)),
    margin: costed.length > 0 ? margin.toFixed() : null,
    returns: sum(inside.filter(line => line.kind === 'return').map(line => line.net)),
    costToServe,
    contribution: costed.length > 0 ? margin.minus(costToServe).toFixed() : null,
    firstDay: days[0] ?? null,
    lastDay: days.at(-1) ?? null,
  }
}

const windows = fc
  .tuple(fc.integer({ min: -40, max: 1000 }), fc.integer({ min: 0, max: 1000 }))
  .map(([begins, length]) => ({ from: daysAfter('2022-06-20', begins), to: daysAfter('2022-06-20', begins + length) }))

describe('sums of any window', () => {
  it('agree with the lines, to the last digit', async () => {
    await fc.assert(
      fc.asyncProperty(windows, async window => {
        const expected = [1, 2, 3]
          .map(accountId => counted(accountId, window.from, window.to))
          .filter(each => each.lines > 0 || each.documents > 0 || each.costToServe !== '0')
        const found = await sumsByAccount(database.db, window)
        expect(found.sort((one, other) => one.accountId - other.accountId)).toEqual(expected)
      }),
      { numRuns: 60 },
    )
  })

  it('of the whole ledger are those of its first to its last day', async () => {
    const span = (await ledgerSpan(database.db))!
    const whole = await sumsByAccount(database.db)
    expect(whole.sort((one, other) => one.accountId - other.accountId)).toEqual(
      [1, 2, 3].map(each => counted(each, span.from, span.to)),
    )
  })

  it('can be asked for some accounts, and for all together', async () => {
    const window = { from: '2023-01-15', to: '2023-11-30' }
    const [second] = await sumsByAccount(database.db, window, [2])
    expect(second).toEqual(counted(2, window.from, window.to))
    const all = await totals(database.db, window)
    const each = [1, 2, 3].map(accountId => counted(accountId, window.from, window.to))
    expect(all).toMatchObject({
      accounts: 3,
      lines: each.reduce((count, sums) => count + sums.lines, 0),
      revenue: sum(each.map(sums => sums.revenue)),
    })
  })

  it('without a line have an unknown margin, not a margin of nothing', async () => {
    expect(await totals(database.db, { from: '1999-01-01', to: '1999-12-31' })).toMatchObject({
      accounts: 0,
      revenue: '0',
      margin: null,
      contribution: null,
      costCoverage: null,
    })
    expect(counted(3, '2022-01-01', '2025-12-31').margin).toBeNull()
    expect((await accountMonths(database.db, 3)).every(month => month.margin === null)).toBe(true)
  })
})

describe('measures that need more than sums', () => {
  it('agree with the lines for any window', async () => {
    await fc.assert(
      fc.asyncProperty(windows, async window => {
        const inside = lines.filter(line => line.day >= window.from && line.day <= window.to)
        const distinct = (of: (line: PostedLine) => string | number | null, among = inside) =>
          [1, 2, 3]
            .map(
              accountId =>
                [accountId, new Set(among.filter(line => line.accountId === accountId).map(of)).size] as const,
            )
            .filter(([, size]) => size > 0)
        const sorted = (rows: (readonly [number, number])[]) => rows.sort(([one], [other]) => one - other)
        const active = await activeMonths(database.db, window)
        expect(sorted(active.map(each => [each.accountId, each.months] as const))).toEqual(
          distinct(line => line.day.slice(0, 7)),
        )
        const breadth = await productBreadth(database.db, window)
        const bought = inside.filter(line => line.productId !== null && line.kind !== 'return')
        expect(sorted(breadth.map(each => [each.accountId, each.products] as const))).toEqual(
          distinct(line => line.productId, bought),
        )
      }),
      { numRuns: 40 },
    )
  })

  it('tell the largest document, and how long an account usually waits before it orders again', async () => {
    const days = ['2020-01-01', '2020-01-11', '2020-01-11', '2020-01-31', '2020-03-11']
    await postFile(database, { importId: 9 }, [
      ...days.map((day, at) => postedLine({ accountId: 9, document: `G${at}`, day, net: `${at + 1}00`, cost: '50' })),
      postedLine({ accountId: 9, document: 'back', day: '2020-03-20', net: '-900', kind: 'return' }),
    ])
    const window = { from: '2020-01-01', to: '2020-03-31' }
    expect(await largestDocuments(database.db, window)).toEqual([{ accountId: 9, largestDocument: '500' }])
    expect(await purchaseRhythm(database.db, window)).toEqual([
      {
        accountId: 9,
        orderDays: 4,
        firstOrderDay: '2020-01-01',
        lastOrderDay: '2020-03-11',
        medianGapDays: 20,
        meanGapDays: 70 / 3,
      },
    ])
    expect(await purchaseSummaries(database.db, window)).toEqual([
      {
        accountId: 9,
        repeats: 3,
        lastAt: 10,
        observed: 90 / 7,
        firstOrderDay: '2020-01-01',
        lastOrderDay: '2020-03-11',
        meanRepeatRevenue: (500 + 400 + 500) / 3,
        meanRepeatMargin: (400 + 350 + 450) / 3,
        meanRevenue: 375,
        meanMargin: (50 + 400 + 350 + 450) / 4,
      },
    ])
  })
})

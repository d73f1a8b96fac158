import { createReadStream, existsSync } from 'node:fs'
import { createGunzip } from 'node:zlib'
import { parse } from 'csv-parse'
import { describe, expect, test } from 'vitest'
import { curveOf, losingAmongTopFifth } from './curve.ts'
import { amountOf, decimalsOf, multiplyAmount, sumAmounts, unitsOf } from './exact-amount.ts'

// Facts of shared/design/numbers.md, recomputed there with exact decimals independently of the product.
const data = new URL('../../../shared/data/', import.meta.url)
const adventureWorks = new URL('adventureworks/invoices.csv', data)
const onlineRetail = new URL('online-retail/OnlineRetail.csv.gz', data)

const decimals = 6
class AccountSums {
  revenue = 0n
  cost = 0n
}

async function sums(
  rows: AsyncIterable<Record<string, string>>,
  read: (row: Record<string, string>) => { account: string; net: string; cost: string } | null,
) {
  const byAccount = new Map<string, AccountSums>()
  let lines = 0
  for await (const row of rows) {
    const line = read(row)
    if (!line) continue
    lines += 1
    let account = byAccount.get(line.account)
    if (!account) {
      account = new AccountSums()
      byAccount.set(line.account, account)
    }
    account.revenue += unitsOf(line.net, decimals)
    account.cost += unitsOf(line.cost, decimals)
  }
  const accounts = [...byAccount].sort(([left], [right]) => (left < right ? -1 : 1)).map(([, account]) => account)
  return {
    lines,
    revenue: curveOf(accounts.map(account => amountOf(account.revenue, decimals))),
    margin: curveOf(accounts.map(account => amountOf(account.revenue - account.cost, decimals))),
  }
}

const adventureWorksBetween = (from: string, to: string) =>
  sums(createReadStream(adventureWorks).pipe(parse({ columns: true })), row =>
    row.day! >= from && row.day! <= to ? { account: row.account!, net: row.net!, cost: row.cost! } : null,
  )

describe.skipIf(!existsSync(adventureWorks))('the AdventureWorks ledger (absent here: ../shared/data)', () => {
  test('the whole ledger gives the figures recomputed independently', async () => {
    const { lines, revenue, margin } = await adventureWorksBetween('0000', '9999')
    expect(lines).toBe(60_919)
    expect(revenue).toMatchObject({ accounts: 635, total: '80487704.2043', accountsFor80Percent: 187 })
    expect(revenue.topFifth.accounts).toBe(127)
    expect(revenue.topFifth.share).toBeCloseTo(0.6668, 4)
    expect(margin.total).toBe('476896.9792')
    expect(margin.topFifth.share).toBeCloseTo(5.3807, 4)
    expect(margin.lossMaking).toBe(331)
    expect(losingAmongTopFifth(revenue, margin)).toBe(73)
    expect(margin.peak).toMatchObject({ accounts: 304, amount: '2648516.0039' })
    expect(margin.peak!.share).toBeCloseTo(5.5536, 4)
  })

  test('the window of 2013–2014, a loss as a whole, prints no share of it', async () => {
    const { lines, revenue, margin } = await adventureWorksBetween('2013-05-02', '2014-05-01')
    expect(lines).toBe(30_790)
    expect(revenue).toMatchObject({ accounts: 493, total: '36277591.9186' })
    expect(margin).toMatchObject({
      total: '-667312.7375',
      lossMaking: 293,
      accountsFor80Percent: null,
      largestShare: null,
    })
    expect(margin.topFifth.share).toBeNull()
    expect(losingAmongTopFifth(revenue, margin)).toBe(64)
    expect(revenue.topFifth.accounts).toBe(99)
    expect(margin.peak).toEqual({ accounts: 200, amount: '1095204.1002', share: null })
  })
})

describe.skipIf(!existsSync(onlineRetail))('the Online Retail ledger (absent here: ../shared/data)', () => {
  test('gives the figures recomputed independently', async () => {
    const rows = createReadStream(onlineRetail)
      .pipe(createGunzip())
      .pipe(parse({ columns: true, relax_quotes: true }))
    const { lines, revenue } = await sums(rows, row =>
      row.CustomerID === ''
        ? null
        : { account: row.CustomerID!, net: multiplyAmount(row.UnitPrice!, row.Quantity!), cost: '0' },
    )
    expect(lines).toBe(406_829)
    expect(revenue).toMatchObject({ accounts: 4_372, total: '8300065.814', accountsFor80Percent: 1_171 })
    expect(revenue.topFifth.accounts).toBe(875)
    expect(revenue.topFifth.share).toBeCloseTo(0.7385, 4)
    expect(decimalsOf(sumAmounts([revenue.total]))).toBe(3)
  })
})

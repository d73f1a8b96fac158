import { createHash } from 'node:crypto'
import { Decimal } from 'decimal.js'
import { beforeAll, describe, expect, it } from 'vitest'
import { type DemoCompany, demoCompany } from './demo-company.ts'
import type { DemoLine } from './invoice-lines.ts'

type Figures = {
  lines: number
  documents: Set<string>
  returns: number
  free: number
  sold: Decimal
  sentBack: Decimal
  revenue: Map<string, Decimal>
  contribution: Map<string, Decimal>
  months: Map<string, Decimal>
  wrong: DemoLine[]
}

describe('the demo company', () => {
  let company: DemoCompany
  let figures: Figures

  beforeAll(() => {
    company = demoCompany()
    figures = addUp(company)
  })

  it('has 600 accounts with different codes and names, 200 products and about 1,500 contacts', () => {
    expect(company.accounts).toHaveLength(600)
    expect(new Set(company.accounts.map(account => account.code)).size).toBe(600)
    expect(new Set(company.accounts.map(account => account.name)).size).toBe(600)
    expect(company.products).toHaveLength(200)
    expect(new Set(company.products.map(product => product.code)).size).toBe(200)
    expect(company.contacts.length).toBeGreaterThan(1_400)
    expect(company.contacts.length).toBeLessThan(1_600)
  })

  it('has 250,000 lines in about 45,000 documents within one per cent', () => {
    expect(Math.abs(figures.lines - 250_000)).toBeLessThan(2_500)
    expect(Math.abs(figures.documents.size - 45_000)).toBeLessThan(450)
    expect(figures.documents.size).toBe(company.documents.length)
  })

  it('writes lines in the order of days, within the 36 months', () => {
    const days = [...company.invoiceLines('2025-01-20', '2025-02-20')].map(line => line.day)
    expect(days).toEqual(days.toSorted())
    expect(company.documents[0]?.number.slice(0, 6)).toBe('IN2311')
    expect([...figures.months.keys()].toSorted().at(0)).toBe('2023-11')
    expect([...figures.months.keys()].toSorted().at(-1)).toBe('2026-10')
    expect(figures.months.size).toBe(36)
  })

  it('gives every line a net that follows from quantity, price and discount to the cent', () => {
    expect(figures.wrong).toEqual([])
  })

  it('earns 75 to 80% of its revenue with the largest fifth of its accounts', () => {
    const revenue = [...figures.revenue.values()].sort((a, b) => b.comparedTo(a))
    const top = sum(revenue.slice(0, Math.ceil(revenue.length / 5)))
    const share = top.div(sum(revenue)).toNumber()
    expect(share).toBeGreaterThan(0.75)
    expect(share).toBeLessThan(0.8)
  })

  it('loses money on a dozen of the largest fifth after cost to serve, and on some small ones', () => {
    const ranked = [...figures.revenue].sort((a, b) => b[1].comparedTo(a[1])).map(([account]) => account)
    const top = ranked.slice(0, Math.ceil(ranked.length / 5))
    const loses = (account: string) => figures.contribution.get(account)?.isNegative() ?? false
    expect(top.filter(loses)).toHaveLength(12)
    const small = ranked.slice(top.length).filter(loses).length
    expect(small).toBeGreaterThan(20)
    expect(small).toBeLessThan(80)
  })

  it('has returns and free pieces as a maker of electronics has them', () => {
    expect(figures.returns / figures.lines).toBeGreaterThan(0.008)
    expect(figures.returns / figures.lines).toBeLessThan(0.02)
    expect(figures.free / figures.lines).toBeGreaterThan(0.005)
    expect(figures.free / figures.lines).toBeLessThan(0.012)
    expect(figures.sentBack.div(figures.sold).abs().toNumber()).toBeGreaterThan(0.005)
  })

  it('rests at the spring festival and pushes at the end of the year', () => {
    for (const [festival, year] of [
      ['2024-02', '2024'],
      ['2026-02', '2026'],
    ] as const) {
      const months = [...figures.months].filter(([month]) => month.startsWith(year)).map(([, net]) => net)
      const mean = sum(months).div(months.length)
      expect(figures.months.get(festival)?.div(mean).toNumber()).toBeLessThan(0.5)
    }
    for (const year of ['2023', '2024', '2025']) {
      const december = figures.months.get(`${year}-12`) ?? new Decimal(0)
      const november = figures.months.get(`${year}-11`) ?? new Decimal(0)
      expect(december.div(november).toNumber()).toBeGreaterThan(1.2)
    }
  })

  it('sells more than half of its projects from April to September', () => {
    const contractors = new Set(
      company.accounts.filter(account => account.trade === 'contractor').map(account => account.code),
    )
    const lines = [...company.invoiceLines('2024-01-01', '2025-12-31')].filter(line => contractors.has(line.account))
    const summer = lines.filter(line => line.day.slice(5) >= '04' && line.day.slice(5) < '10')
    expect(summer.length / lines.length).toBeGreaterThan(0.55)
  })

  it('grows from year to year', () => {
    const year = (from: string, to: string) =>
      sum([...figures.months].filter(([month]) => month >= from && month <= to).map(([, net]) => net))
    expect(year('2024-11', '2025-10').gt(year('2023-11', '2024-10'))).toBe(true)
    expect(year('2025-11', '2026-10').gt(year('2024-11', '2025-10'))).toBe(true)
  })

  it('has a rate for every dollar invoice, at most seven days old', () => {
    const rated = company.rates.filter(rate => rate.currency === 'USD').map(rate => Date.parse(rate.day))
    const gaps = rated.slice(1).map((day, index) => (day - (rated[index] ?? 0)) / 86_400_000)
    expect(Math.max(...gaps)).toBeLessThanOrEqual(7)
    expect(company.rates[0]?.day).toBe('2023-11-01')
  })

  it('has some 8,000 entries of cost to serve of six kinds', () => {
    expect(Math.abs(company.costs.length - 8_000)).toBeLessThan(500)
    expect(new Set(company.costs.map(cost => cost.kind)).size).toBe(6)
    expect(company.costs.every(cost => Number(cost.amount) > 0 && cost.day <= '2026-10-31')).toBe(true)
  })

  it('puts every subsidiary under a head of the same trade that is not itself a subsidiary', () => {
    const byCode = new Map(company.accounts.map(account => [account.code, account]))
    const subsidiaries = company.accounts.filter(account => account.parentCode !== null)
    expect(subsidiaries.length).toBeGreaterThan(50)
    for (const account of subsidiaries) {
      const head = byCode.get(account.parentCode ?? '')
      expect(head?.level).toBe('group')
      expect(head?.parentCode).toBeNull()
      expect(head?.trade).toBe(account.trade)
    }
  })

  it('has people in every role and a manager for every city', () => {
    expect(company.people).toHaveLength(21)
    expect(company.people.filter(person => person.role === 'manager')).toHaveLength(12)
    expect(new Set(company.people.map(person => person.role)).size).toBe(6)
    const keys = new Set(company.people.map(person => person.key))
    expect(company.accounts.every(account => account.ownerKey === null || keys.has(account.ownerKey))).toBe(true)
  })

  it('leaves some of the largest accounts without an owner', () => {
    const orphans = company.accounts.filter(account => account.rank < 120 && account.ownerKey === null)
    expect(orphans.length).toBeGreaterThan(2)
    expect(orphans.length).toBeLessThan(20)
  })

  it('is the same company whenever and wherever it is made', () => {
    expect(checksumOf(demoCompany())).toBe(checksumOf(company))
    expect(checksumOf(company)).toBe('17f396616b12f3dc9dd621a1affd74ca')
  })

  it('is another company with another seed, of the same shape', () => {
    const other = demoCompany('another')
    expect(checksumOf(other)).not.toBe(checksumOf(company))
    const lines = other.invoiceLines().reduce(count => count + 1, 0)
    expect(Math.abs(lines - 250_000)).toBeLessThan(5_000)
  })
})

function addUp(company: DemoCompany): Figures {
  const rates = new Map<string, string>()
  for (const rate of company.rates) if (rate.currency === 'USD') rates.set(rate.day, rate.rate)
  const figures: Figures = {
    lines: 0,
    documents: new Set(),
    returns: 0,
    free: 0,
    sold: new Decimal(0),
    sentBack: new Decimal(0),
    revenue: new Map(),
    contribution: new Map(),
    months: new Map(),
    wrong: [],
  }
  for (const line of company.invoiceLines()) {
    const rate = line.currency === 'USD' ? (rates.get(line.day) ?? 'NaN') : '1'
    const net = new Decimal(line.net).times(rate)
    figures.lines++
    figures.documents.add(line.document)
    if (line.kind === 'return') figures.returns++
    if (line.kind === 'free of charge') figures.free++
    if (line.kind === 'return') figures.sentBack = figures.sentBack.plus(net)
    else figures.sold = figures.sold.plus(net)
    add(figures.revenue, line.account, net)
    add(figures.contribution, line.account, net.minus(new Decimal(line.cost).times(rate)))
    add(figures.months, line.day.slice(0, 7), net)
    const derived = new Decimal(line.quantity).times(line.unitPrice).times(new Decimal(1).minus(line.discountRate))
    if (derived.minus(line.net).abs().gt('0.005')) figures.wrong.push(line)
  }
  for (const cost of company.costs) add(figures.contribution, cost.account, new Decimal(cost.amount).negated())
  return figures
}

/** Over every line, account, person and decision. */
function checksumOf(company: DemoCompany): string {
  const hash = createHash('sha256')
  for (const line of company.invoiceLines()) hash.update(Object.values(line).join(';'))
  const { documents: _, invoiceLines: __, ...rest } = company
  return hash.update(JSON.stringify(rest)).digest('hex').slice(0, 32)
}

function add(totals: Map<string, Decimal>, key: string, amount: Decimal): void {
  totals.set(key, (totals.get(key) ?? new Decimal(0)).plus(amount))
}

function sum(amounts: readonly Decimal[]): Decimal {
  return amounts.reduce((total, amount) => total.plus(amount), new Decimal(0))
}

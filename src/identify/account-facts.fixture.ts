import type { AccountFacts } from './measure-table.ts'

/** One account as the ledger would tell it, for tests; every field can be overridden. */
export function accountFacts(account: number, given: Partial<AccountFacts> = {}): AccountFacts {
  return {
    account,
    revenue: '100000',
    margin: '30000',
    costedRevenue: given.revenue ?? '100000',
    costToServe: null,
    documents: 24,
    activeMonths: 12,
    products: 20,
    largestDocument: '15000',
    returns: '1000',
    revenueBefore: '90000',
    yearTotal: given.revenue ?? '100000',
    firstDay: '2021-03-01',
    lastDay: '2026-06-20',
    typicalGapDays: 15,
    legalStandingConfirmed: true,
    probabilityAlive: 0.9,
    expectedContribution: '30000',
    judged: {},
    ...given,
  }
}

/** Many different accounts, the same every time. */
export function manyAccounts(count: number): AccountFacts[] {
  let state = 20_260_630
  const next = () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return state / 2 ** 32
  }
  return Array.from({ length: count }, (_, account) => {
    const revenue = Math.round(Math.exp(8 + 7 * next()) * 100) / 100
    const margin = Math.round(revenue * (0.45 * next() - 0.05) * 100) / 100
    const month = String(1 + Math.floor(next() * 12)).padStart(2, '0')
    return accountFacts(account + 1, {
      revenue: revenue.toFixed(2),
      margin: margin.toFixed(2),
      costToServe: (revenue * 0.1 * next()).toFixed(2),
      documents: 1 + Math.floor(next() * 60),
      activeMonths: 1 + Math.floor(next() * 12),
      products: 1 + Math.floor(next() * 150),
      largestDocument: (revenue * next()).toFixed(2),
      returns: (revenue * 0.1 * next()).toFixed(2),
      revenueBefore: (revenue * 2 * next()).toFixed(2),
      firstDay: `${2018 + Math.floor(next() * 8)}-${month}-15`,
      lastDay: `2026-${String(1 + Math.floor(next() * 6)).padStart(2, '0')}-10`,
      typicalGapDays: 5 + Math.floor(next() * 60),
      legalStandingConfirmed: next() > 0.1,
      judged: next() > 0.7 ? { influence: Math.floor(next() * 11), loyalty: Math.floor(next() * 11) } : {},
    })
  })
}

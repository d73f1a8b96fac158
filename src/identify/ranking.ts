import { type Curve, curveOf, losingAmongTopFifth } from './curve.ts'
import { sumAmounts } from './exact-amount.ts'
import type { Tier } from './tier.ts'

/** How accounts can be ranked. */
export const rankings = ['revenue', 'margin', 'contribution'] as const
export type Ranking = (typeof rankings)[number]

/** An account with lines in the window. Amounts are exact decimals, null where unknown. */
export interface RankedAccount {
  readonly code: string
  readonly name: string
  readonly lines: number
  readonly documents: number
  readonly revenue: string
  /** Revenue of the lines whose cost is known. */
  readonly costedRevenue: string
  readonly margin: string | null
  readonly contribution: string | null
  readonly points: number | null
  readonly tier: Tier | null
}

/** The contract of `vitalfew rank --json`: keys and meanings are fixed, others script against them. */
export interface RankReport {
  readonly from: string | null
  readonly to: string | null
  readonly currency: string
  readonly by: Ranking
  readonly totals: {
    readonly accounts: number
    readonly documents: number
    readonly lines: number
    readonly revenue: string
    readonly margin: string | null
    readonly contribution: string | null
    /** Share of revenue whose cost is known, 0 to 1; null without revenue. */
    readonly costCoverage: number | null
  }
  readonly curve: {
    readonly accountsFor80PercentOfRevenue: number | null
    readonly accountsFor80PercentOfMargin: number | null
    readonly topFifth: {
      readonly accounts: number
      readonly revenueShare: number | null
      readonly marginShare: number | null
    }
    readonly peak: { readonly accounts: number; readonly margin: string } | null
    readonly lossMaking: number | null
    readonly lossMakingInTopFifthByRevenue: number | null
  }
  readonly accounts: readonly {
    readonly rank: number
    readonly account: string
    readonly name: string
    readonly revenue: string
    readonly margin: string | null
    readonly contribution: string | null
    readonly documents: number
    readonly points: number | null
    readonly tier: Tier | null
  }[]
}

export interface RankOptions {
  readonly from: string | null
  readonly to: string | null
  readonly currency: string
  /** Undefined: by contribution, or by revenue where no cost is known. */
  readonly by: Ranking | undefined
  /** Accounts listed; all without it. The figures are of all accounts either way. */
  readonly limit: number | undefined
}

/** `accounts` come in the order of their codes, which decides between equals; unknown amounts rank last. */
export function rankReport(
  accounts: readonly RankedAccount[],
  { from, to, currency, by, limit }: RankOptions,
): RankReport {
  const revenue = curveOf(accounts.map(account => account.revenue))
  const margin = curveOf(accounts.map(account => account.margin))
  const contribution = curveOf(accounts.map(account => account.contribution))
  const used = by ?? (contribution.accounts > 0 ? 'contribution' : 'revenue')
  const curves: Record<Ranking, Curve> = { revenue, margin, contribution }
  const listed = curves[used].order.subarray(0, limit ?? accounts.length)
  return {
    from,
    to,
    currency,
    by: used,
    totals: {
      accounts: accounts.length,
      documents: accounts.reduce((sum, account) => sum + account.documents, 0),
      lines: accounts.reduce((sum, account) => sum + account.lines, 0),
      revenue: revenue.total ?? '0',
      margin: margin.total,
      contribution: contribution.total,
      costCoverage: costCoverage(accounts, revenue.total),
    },
    curve: {
      accountsFor80PercentOfRevenue: revenue.accountsFor80Percent,
      accountsFor80PercentOfMargin: margin.accountsFor80Percent,
      topFifth: {
        accounts: revenue.topFifth.accounts,
        revenueShare: revenue.topFifth.share,
        marginShare: margin.topFifth.share,
      },
      peak: margin.peak ? { accounts: margin.peak.accounts, margin: margin.peak.amount } : null,
      lossMaking: margin.lossMaking,
      lossMakingInTopFifthByRevenue: losingAmongTopFifth(revenue, margin),
    },
    accounts: Array.from(listed, (row, index) => {
      const { code, name, revenue, margin, contribution, documents, points, tier } = accounts[row]!
      return { rank: index + 1, account: code, name, revenue, margin, contribution, documents, points, tier }
    }),
  }
}

/** Returns can take a part of the revenue below zero or above the whole; the share stays within 0 and 1. */
export function costCoverage(
  accounts: readonly Pick<RankedAccount, 'costedRevenue'>[],
  revenue: string | null,
): number | null {
  if (revenue === null || Number(revenue) <= 0) return null
  const costed = sumAmounts(accounts.map(account => account.costedRevenue))
  return Math.min(1, Math.max(0, Number(costed) / Number(revenue)))
}

import { Decimal } from 'decimal.js'
import type { Tier } from '../../identify/tier.ts'

/** What the totals need of a share; decimal strings. */
export type Counted = {
  accountId: number
  tier: Tier
  requested: string
  allocated: string
  /** Base currency; null where no cost is known. */
  contributionAUnit: string | null
}

export type Totals = {
  requested: string
  allocated: string
  accounts: number
  /** Accounts that get less than they ask for. */
  cutAccounts: number
  /** Contribution of what is allocated, and what the cuts cost, base currency; of shares whose contribution is known. */
  contribution: string
  contributionCut: string
  /** Shares that are cut and whose contribution is not known. */
  unknown: number
}

export function totalsOf(rows: readonly Counted[]): Totals {
  let requested = new Decimal(0)
  let allocated = new Decimal(0)
  let contribution = new Decimal(0)
  let contributionCut = new Decimal(0)
  let unknown = 0
  const accounts = new Set<number>()
  const cut = new Set<number>()
  for (const row of rows) {
    const missing = new Decimal(row.requested).minus(row.allocated)
    requested = requested.plus(row.requested)
    allocated = allocated.plus(row.allocated)
    accounts.add(row.accountId)
    if (missing.gt(0)) cut.add(row.accountId)
    if (row.contributionAUnit === null) unknown += missing.gt(0) ? 1 : 0
    else {
      contribution = contribution.plus(new Decimal(row.contributionAUnit).mul(row.allocated))
      contributionCut = contributionCut.plus(missing.mul(row.contributionAUnit))
    }
  }
  return {
    requested: requested.toFixed(),
    allocated: allocated.toFixed(),
    accounts: accounts.size,
    cutAccounts: cut.size,
    contribution: contribution.toFixed(),
    contributionCut: contributionCut.toFixed(),
    unknown,
  }
}

/** The same for each tier, and how much of what it asks for it gets (0 to 1). */
export function totalsByTier(rows: readonly Counted[], tiers: readonly Tier[]) {
  const groups = Map.groupBy(rows, row => row.tier)
  return tiers.flatMap(tier => {
    const group = groups.get(tier)
    if (!group) return []
    const totals = totalsOf(group)
    const share = Number(totals.requested) === 0 ? 1 : Number(totals.allocated) / Number(totals.requested)
    return [{ tier, ...totals, share }]
  })
}

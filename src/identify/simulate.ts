import { multiplyAmount, sumAmounts } from './exact-amount.ts'
import { qualified } from './gates.ts'
import { nextStanding } from './hysteresis.ts'
import { joinedAmount, type MeasureTable } from './measure-table.ts'
import type { Policy } from './policy.ts'
import type { Scorer } from './score.ts'
import { type Tier, tierOf, tiers } from './tier.ts'
import { ruledTiers } from './tier-rule.ts'

/** Where all accounts stand before a simulated change, as columns in the table's order. */
export interface StandingColumns {
  /** Tier codes shown today. */
  readonly tiers: Uint8Array
  /** Tier codes earned, without invitation and override; 255 where the account was never reviewed. */
  readonly earned: Uint8Array
  /** Reviews in a row below the margin. */
  readonly below: Uint8Array
  /** Tier code fixed by an invitation or override, 255 where free. */
  readonly fixed: Uint8Array
}

export const noCode = 255

export function freshStandings(size: number): StandingColumns {
  return {
    tiers: new Uint8Array(size),
    earned: new Uint8Array(size).fill(noCode),
    below: new Uint8Array(size),
    fixed: new Uint8Array(size).fill(noCode),
  }
}

export interface TierFigures {
  readonly tier: Tier
  readonly accounts: number
  /** Exact sum of contribution (revenue where no cost is known). */
  readonly contribution: string
  /** Share of the whole; null where the whole is not positive. */
  readonly contributionShare: number | null
  /** Accounts × cost of entitlement, a year. */
  readonly entitlementCost: string
}

export interface Simulation {
  readonly tiers: readonly TierFigures[]
  /** Accounts by tier before and after; unmoved ones included, empty pairs left out. */
  readonly flows: readonly { readonly from: Tier; readonly to: Tier; readonly accounts: number }[]
  readonly moved: number
  readonly contribution: string
  readonly entitlementCost: string
  /** Tier codes after, in the table's order. */
  readonly after: Uint8Array
  /** Hundredths of points. */
  readonly points: Int32Array
}

/**
 * What a policy would do. 'next review' respects margin and patience, as the coming review would; 'settled' is where it
 * ends when nobody's past protects them any more.
 */
export function simulate(
  scorer: Scorer,
  policy: Policy,
  before: StandingColumns,
  mode: 'next review' | 'settled',
): Simulation {
  const { table } = scorer
  const points = scorer.points(policy.criteria)
  const { strict, lenient } = ruledTiers(table, policy, points, qualified(table, policy))
  const after =
    mode === 'settled' ? strict : standings(before, strict, lenient, policy.hysteresis.reviewsBeforeDemotion)
  for (let row = 0; row < after.length; row += 1) if (before.fixed[row] !== noCode) after[row] = before.fixed[row]!
  return { ...simulationFigures(table, policy, before.tiers, after), after, points }
}

function standings(
  before: StandingColumns,
  strict: Uint8Array,
  lenient: Uint8Array,
  reviewsBeforeDemotion: number,
): Uint8Array {
  const after = new Uint8Array(strict.length)
  for (let row = 0; row < after.length; row += 1)
    after[row] = standingAfter(before, row, strict[row]!, lenient[row]!, reviewsBeforeDemotion)
  return after
}

/** Tier code that the account in `row` earns at the next review, whatever people fix. */
export function standingAfter(
  before: StandingColumns,
  row: number,
  strict: number,
  lenient: number,
  reviewsBeforeDemotion: number,
): number {
  const earned = before.earned[row]!
  // Most accounts are regular and stay so: no object for them.
  if (earned === strict || earned === noCode) return strict
  return nextStanding({ tier: earned, below: before.below[row]! }, strict, lenient, reviewsBeforeDemotion).tier
}

/** Counts, flows, contribution and cost of moving all accounts from one column of tiers to another. */
export function simulationFigures(
  table: MeasureTable,
  policy: Policy,
  before: Uint8Array,
  after: Uint8Array,
): Omit<Simulation, 'after' | 'points'> {
  const width = tiers.length
  const flows = new Int32Array(width * width)
  const high = new Float64Array(width)
  const low = new Float64Array(width)
  for (let row = 0; row < after.length; row += 1) {
    const code = after[row]!
    flows[before[row]! * width + code]! += 1
    high[code]! += table.sums.high[row]!
    low[code]! += table.sums.low[row]!
  }
  const amounts = tiers.map((_, code) => joinedAmount(high[code]!, low[code]!, table.sums.decimals))
  const contribution = sumAmounts(amounts)
  const byTier = tiers.map((tier, code): TierFigures => {
    const accounts = tiers.reduce((sum, _, from) => sum + flows[from * width + code]!, 0)
    return {
      tier,
      accounts,
      contribution: amounts[code]!,
      contributionShare: Number(contribution) > 0 ? Number(amounts[code]) / Number(contribution) : null,
      entitlementCost: tier === 'regular' ? '0' : multiplyAmount(policy.entitlementCost[tier], String(accounts)),
    }
  })
  const pairs = [...flows].map((accounts, index) => ({
    from: tierOf(Math.floor(index / width)),
    to: tierOf(index % width),
    accounts,
  }))
  return {
    tiers: byTier,
    flows: pairs.filter(pair => pair.accounts > 0),
    moved: pairs.reduce((sum, pair) => (pair.from === pair.to ? sum : sum + pair.accounts), 0),
    contribution,
    entitlementCost: sumAmounts(byTier.map(tier => tier.entitlementCost)),
  }
}

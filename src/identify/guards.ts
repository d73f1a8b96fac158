import { fifthOf } from './curve.ts'
import { amountOf, decimalsOf, multiplyAmount, subtractAmounts, sumAmounts, unitsOf } from './exact-amount.ts'
import type { MeasureTable } from './measure-table.ts'
import type { GuardSettings } from './policy.ts'
import { tierCode } from './tier.ts'

/** The classic mistakes with key accounts, each watched by a guard. */
export const guardKeys = ['losing', 'generous', 'dependence', 'rising', 'silent', 'ownerless'] as const
export type GuardKey = (typeof guardKeys)[number]

export interface GuardFinding {
  readonly guard: GuardKey
  readonly account: number
  /** Exact decimal, base currency, never negative. */
  readonly atStake: string
  /** What the money at stake is, so that nobody reads a revenue as a profit. */
  readonly stake: 'loss' | 'excess cost' | 'contribution' | 'revenue' | 'revenue gained'
  /** What the sentence needs; amounts are exact decimals, the rest numbers. */
  readonly values: Readonly<Record<string, string | number | null>>
}

export interface GuardInput {
  readonly table: MeasureTable
  /** Tier codes in the table's order. */
  readonly tiers: Uint8Array
  /** 1 where the account has an owner. */
  readonly owned: Uint8Array
  readonly settings: GuardSettings
}

/** What an account is measured against: all of them together. */
export interface GuardScale extends Size {
  readonly totalContribution: string
  /** Contribution as a share of revenue over all accounts; null where no cost is known or nothing was sold. */
  readonly contributionRate: number | null
}

export function guardScale(table: MeasureTable): GuardScale {
  const totalContribution = sumAmounts(table.amounts.contribution)
  const revenue = sumAmounts(table.amounts.revenue)
  const known = table.basis === 'contribution' && positive(revenue)
  return {
    ...largestByRevenue(table),
    totalContribution,
    contributionRate: known ? Number(totalContribution) / Number(revenue) : null,
  }
}

/** All findings, or those of the accounts in `rows`; most money at stake first within each guard. */
export function guardFindings(
  input: GuardInput,
  scale: GuardScale = guardScale(input.table),
  rows: Iterable<number> = input.table.accounts.keys(),
): GuardFinding[] {
  const found: GuardFinding[] = []
  for (const row of rows) {
    const findings = [
      losing(input, row, scale.large),
      generous(input, row),
      dependence(input, row, scale.totalContribution),
      rising(input, row, scale),
      silent(input, row),
      ownerless(input, row),
    ]
    for (const finding of findings) if (finding) found.push(finding)
  }
  const place = new Map(guardKeys.map((key, index) => [key, index]))
  return found.sort(
    (left, right) =>
      place.get(left.guard)! - place.get(right.guard)! ||
      Number(right.atStake) - Number(left.atStake) ||
      left.account - right.account,
  )
}

interface Size {
  /** 1 for the top fifth by revenue of the accounts that bought in the window. */
  readonly large: Uint8Array
  /** Revenue of the smallest of them. */
  readonly from: string
}

function largestByRevenue({ amounts, values, size }: MeasureTable): Size {
  const active = Array.from({ length: size }, (_, row) => row).filter(row => values.documents[row]! > 0)
  active.sort((left, right) => compareAmounts(amounts.revenue[right]!, amounts.revenue[left]!) || left - right)
  const fifth = active.slice(0, fifthOf(active.length))
  const large = new Uint8Array(size)
  for (const row of fifth) large[row] = 1
  return { large, from: fifth.length > 0 ? amounts.revenue[fifth.at(-1)!]! : '0' }
}

function compareAmounts(left: string, right: string): number {
  const rough = Number(left) - Number(right)
  if (rough !== 0) return rough
  const decimals = Math.max(decimalsOf(left), decimalsOf(right))
  return Number(unitsOf(left, decimals) - unitsOf(right, decimals))
}

const negated = (amount: string): string => subtractAmounts('0', amount)
const positive = (amount: string | null | undefined): amount is string => amount != null && Number(amount) > 0

function losing({ table }: GuardInput, row: number, large: Uint8Array): GuardFinding | null {
  const contribution = table.amounts.contribution[row]
  if (large[row] === 0 || contribution == null || Number(contribution) >= 0) return null
  const values = {
    revenue: table.amounts.revenue[row]!,
    margin: table.amounts.margin[row]!,
    costToServe: table.amounts.costToServe[row] ?? null,
    contribution,
  }
  return { guard: 'losing', account: table.accounts[row]!, atStake: negated(contribution), stake: 'loss', values }
}

function generous({ table, settings }: GuardInput, row: number): GuardFinding | null {
  const cost = table.amounts.costToServe[row]
  const margin = table.amounts.margin[row]
  if (!positive(cost) || margin == null) return null
  const allowed = positive(margin) ? multiplyAmount(margin, decimalText(settings.generousShare)) : '0'
  const excess = subtractAmounts(cost, allowed)
  if (!positive(excess)) return null
  const share = positive(margin) ? Number(cost) / Number(margin) : null
  return {
    guard: 'generous',
    account: table.accounts[row]!,
    atStake: excess,
    stake: 'excess cost',
    values: { costToServe: cost, margin, share, allowedShare: settings.generousShare },
  }
}

function dependence({ table, settings }: GuardInput, row: number, total: string): GuardFinding | null {
  const contribution = table.amounts.contribution[row]
  if (!positive(contribution) || !positive(total)) return null
  const share = Number(contribution) / Number(total)
  if (share <= settings.dependenceShare) return null
  return {
    guard: 'dependence',
    account: table.accounts[row]!,
    atStake: contribution,
    stake: 'contribution',
    values: { share, allowedShare: settings.dependenceShare, contribution, total },
  }
}

/** Small, not yet looked after, and growing so fast that two more such windows would make it large. */
function rising({ table, tiers, owned, settings }: GuardInput, row: number, size: Size): GuardFinding | null {
  const growth = table.values.growth[row]!
  const small = size.large[row] === 0 && tiers[row] === tierCode('regular')
  if (!small || !(growth >= settings.risingGrowth) || table.values.activeMonths[row]! < 3) return null
  const revenue = table.amounts.revenue[row]!
  const before = table.revenueBefore[row]!
  const gained = subtractAmounts(revenue, before)
  if (!positive(gained) || Number(revenue) * (1 + growth) ** 2 < Number(size.from)) return null
  const values = { growth, revenue, revenueBefore: before, largeFrom: size.from, owned: owned[row]! }
  return { guard: 'rising', account: table.accounts[row]!, atStake: gained, stake: 'revenue gained', values }
}

/**
 * Silent beyond its own rhythm; what it bought in the window, or in the one before, is at stake. After a year of silence
 * an account is not falling any more.
 */
function silent({ table, settings }: GuardInput, row: number): GuardFinding | null {
  const times = table.values.silence[row]!
  const days = table.values.daysSinceLastOrder[row]!
  // Below three weeks an account with daily orders is on holiday, not falling silent.
  if (!(times >= settings.silentTimes) || days < 21 || days > 365) return null
  const values = { days, times, usualGapDays: Math.max(1, Math.round(days / times)) }
  const account = table.accounts[row]!
  const contribution = table.amounts.contribution[row]
  if (positive(contribution)) return { guard: 'silent', account, atStake: contribution, stake: 'contribution', values }
  const revenue = [table.amounts.revenue[row], table.revenueBefore[row]].find(positive)
  return revenue === undefined ? null : { guard: 'silent', account, atStake: revenue, stake: 'revenue', values }
}

function ownerless({ table, tiers, owned }: GuardInput, row: number): GuardFinding | null {
  const tier = tiers[row]!
  if (tier === tierCode('regular') || owned[row] === 1) return null
  const contribution = table.amounts.contribution[row]
  const account = table.accounts[row]!
  if (positive(contribution))
    return { guard: 'ownerless', account, atStake: contribution, stake: 'contribution', values: { tier } }
  const revenue = table.amounts.revenue[row]!
  return { guard: 'ownerless', account, atStake: positive(revenue) ? revenue : '0', stake: 'revenue', values: { tier } }
}

/** A share as a plain decimal; floats of a policy carry at most 6 digits that mean something. */
const decimalText = (share: number): string => amountOf(BigInt(Math.round(share * 1e6)), 6)

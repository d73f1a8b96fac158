import { amountOf, descendingOrder, type ExactColumn, exactColumn, shareOf } from './exact-amount.ts'

/**
 * Pareto and whale curves: accounts put in order by an amount, largest first, and cumulated.
 * Shares are null where the total is not positive: a share of a loss has no meaning.
 */
export interface Curve {
  /** Accounts whose amount is known. */
  readonly accounts: number
  /** Exact decimal, null where no account's amount is known. */
  readonly total: string | null
  /** Smallest number of accounts, largest first, that reach 80% of the total. */
  readonly accountsFor80Percent: number | null
  /** The ceil(N / 5) largest of all N accounts: their amount, and its share of the total (may exceed 1). */
  readonly topFifth: { readonly accounts: number; readonly amount: string | null; readonly share: number | null }
  /** Where the cumulative amount is highest, and how many accounts that takes. */
  readonly peak: { readonly accounts: number; readonly amount: string; readonly share: number | null } | null
  /** Accounts with a negative amount; null where no amount is known. */
  readonly lossMaking: number | null
  /** Share of the largest account. */
  readonly largestShare: number | null
  /** Herfindahl–Hirschman index, 0..1, over accounts with a positive amount (shares of their sum). */
  readonly concentration: number | null
  /** Row numbers, largest amount first, unknown last. */
  readonly order: Uint32Array
  readonly column: ExactColumn
}

/** Size of the top fifth of N accounts. */
export const fifthOf = (accounts: number): number => Math.ceil(accounts / 5)

/** The curve of one column of amounts; equal amounts keep the order given, so pass accounts in code order. */
export function curveOf(amounts: readonly (string | null)[]): Curve {
  const column = exactColumn(amounts)
  const order = descendingOrder(column)
  const { units, decimals } = column
  const known = units.reduce<number>((count, value) => (value === null ? count : count + 1), 0)
  if (known === 0)
    return {
      ...nothingKnown,
      topFifth: { accounts: fifthOf(amounts.length), amount: null, share: null },
      order,
      column,
    }

  const total = units.reduce<bigint>((sum, value) => sum + (value ?? 0n), 0n)
  const fifth = fifthOf(amounts.length)
  let cumulative = 0n
  let peak = { accounts: 0, units: 0n }
  let accountsFor80Percent: number | null = null
  let fifthUnits = 0n
  let lossMaking = 0
  let positive = 0n
  let squares = 0
  for (let rank = 1; rank <= known; rank += 1) {
    const value = units[order[rank - 1]!]!
    cumulative += value
    if (cumulative > peak.units) peak = { accounts: rank, units: cumulative }
    if (accountsFor80Percent === null && total > 0n && cumulative * 5n >= total * 4n) accountsFor80Percent = rank
    if (rank <= fifth) fifthUnits = cumulative
    if (value < 0n) lossMaking += 1
    else {
      positive += value
      squares += Number(value) ** 2
    }
  }
  const meaningful = total > 0n
  const largest = units[order[0]!]!
  return {
    accounts: known,
    total: amountOf(total, decimals),
    accountsFor80Percent,
    topFifth: {
      accounts: fifth,
      amount: amountOf(fifthUnits, decimals),
      share: meaningful ? shareOf(fifthUnits, total) : null,
    },
    peak: {
      accounts: peak.accounts,
      amount: amountOf(peak.units, decimals),
      share: meaningful ? shareOf(peak.units, total) : null,
    },
    lossMaking,
    largestShare: meaningful ? shareOf(largest, total) : null,
    concentration: positive > 0n ? squares / Number(positive) ** 2 : null,
    order,
    column,
  }
}

const nothingKnown = {
  accounts: 0,
  total: null,
  accountsFor80Percent: null,
  peak: null,
  lossMaking: null,
  largestShare: null,
  concentration: null,
} as const

/** Accounts among the top fifth of one curve (revenue) whose amount on another (contribution) is negative. */
export function losingAmongTopFifth(bySize: Curve, byProfit: Curve): number | null {
  if (byProfit.accounts === 0) return null
  let losing = 0
  for (const row of bySize.order.subarray(0, bySize.topFifth.accounts)) {
    const profit = byProfit.column.units[row]
    if (profit != null && profit < 0n) losing += 1
  }
  return losing
}

export interface CurvePoint {
  /** Accounts counted so far, largest first; 0 at the origin. */
  readonly accounts: number
  /** Cumulative amount, exact. */
  readonly amount: string
}

/**
 * Points for a chart: the origin, the peak, where 80% is reached, the last account and evenly spread ranks between, at
 * most `maximum` + 4.
 * The first 50 ranks are always there, since the curve bends most where the vital few are.
 */
export function chartPoints(curve: Curve, maximum = 400): CurvePoint[] {
  const { units, decimals } = curve.column
  const step = Math.max(1, Math.ceil((curve.accounts - 50) / Math.max(1, maximum - 50)))
  const bends = [curve.peak?.accounts, curve.accountsFor80Percent, curve.accounts]
  const points: CurvePoint[] = [{ accounts: 0, amount: '0' }]
  let cumulative = 0n
  for (let rank = 1; rank <= curve.accounts; rank += 1) {
    cumulative += units[curve.order[rank - 1]!]!
    const shown = rank <= 50 || (rank - 50) % step === 0 || bends.includes(rank)
    if (shown) points.push({ accounts: rank, amount: amountOf(cumulative, decimals) })
  }
  return points
}

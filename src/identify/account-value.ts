import { type BgNbd, expectedRepeats, probabilityAlive } from './bg-nbd.ts'
import { expectedAmount, type GammaGamma } from './gamma-gamma.ts'
import type { PurchaseHistory } from './purchase-history.ts'

const weeksOfYear = 52

export interface ValueInput extends PurchaseHistory {
  /** Mean revenue of a repeat purchase; null without one. */
  readonly meanRepeatRevenue: number | null
  /** Contribution as a share of revenue; null where unknown. May be negative. */
  readonly contributionRate: number | null
}

export interface AccountValue {
  /** Null without a repeat purchase: the model would say 1 whatever the silence. */
  readonly probabilityAlive: number | null
  /** Contribution expected of the coming 12 months, whole units of currency; an estimate, hence rounded. */
  readonly expectedContribution: string | null
}

/**
 * Expected purchases of a year × expected amount of a purchase × contribution rate. The amount is that of revenue,
 * since gamma-gamma knows positive amounts only; an account that loses money is expected to go on losing.
 */
export function accountValue(bgNbd: BgNbd | null, gammaGamma: GammaGamma | null, input: ValueInput): AccountValue {
  if (!bgNbd) return { probabilityAlive: null, expectedContribution: null }
  const alive = input.repeats > 0 ? probabilityAlive(bgNbd, input) : null
  if (!gammaGamma || input.contributionRate === null) return { probabilityAlive: alive, expectedContribution: null }
  const { meanRepeatRevenue } = input
  // Repeat purchases whose returns outweigh them say nothing of the size of the next one.
  const spending =
    meanRepeatRevenue !== null && meanRepeatRevenue > 0
      ? { purchases: input.repeats, mean: meanRepeatRevenue }
      : { purchases: 0, mean: 0 }
  const amount = expectedAmount(gammaGamma, spending)
  const expected = amount === null ? Number.NaN : purchasesOfYear(bgNbd, input) * amount * input.contributionRate
  return { probabilityAlive: alive, expectedContribution: Number.isFinite(expected) ? plainWhole(expected) : null }
}

/** NaN where the series does not settle, which extreme parameters of a tiny ledger can bring. */
function purchasesOfYear(bgNbd: BgNbd, history: PurchaseHistory): number {
  try {
    return expectedRepeats(bgNbd, history, weeksOfYear)
  } catch (error) {
    if (error instanceof RangeError) return Number.NaN
    throw error
  }
}

const plainWhole = (value: number): string => BigInt(Math.round(value)).toString()

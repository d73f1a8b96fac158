import { hypergeometric, logGamma } from './log-gamma.ts'
import { minimise } from './minimise.ts'
import { groupHistories, type HistoryGroup, type PurchaseHistory, systematicSample } from './purchase-history.ts'

/**
 * BG/NBD: how often accounts buy and when they silently leave.
 * Source: Fader, Hardie & Lee, "Counting Your Customers the Easy Way", Marketing Science 24 (2005); equations cited are
 * those of the paper. Rates are per week.
 */
export interface BgNbd {
  readonly r: number
  readonly alpha: number
  readonly a: number
  readonly b: number
}

/** Log-likelihood of the histories, equation (6), in the stable form of Fader, Hardie & Lee's implementation note. */
export function bgNbdLogLikelihood(model: BgNbd, groups: readonly HistoryGroup[]): number {
  const { r, alpha, a, b } = model
  const byRepeats = new Map<number, number>()
  const constant = logGamma(a + b) - logGamma(b) - logGamma(r) + r * Math.log(alpha)
  let sum = 0
  for (const { repeats, lastAt, observed, accounts } of groups) {
    let gammas = byRepeats.get(repeats)
    if (gammas === undefined) {
      gammas = logGamma(r + repeats) + logGamma(b + repeats) - logGamma(a + b + repeats) + constant
      byRepeats.set(repeats, gammas)
    }
    const alive = -(r + repeats) * Math.log(alpha + observed)
    if (repeats === 0) {
      sum += accounts * (gammas + alive)
      continue
    }
    const gone = Math.log(a) - Math.log(b + repeats - 1) - (r + repeats) * Math.log(alpha + lastAt)
    const larger = Math.max(alive, gone)
    sum += accounts * (gammas + larger + Math.log(Math.exp(alive - larger) + Math.exp(gone - larger)))
  }
  return sum
}

/** Histories beyond this number are sampled for the fit (systematicSample); all accounts are then valued with the result. */
export const largestFit = 20_000

/**
 * Maximum likelihood by Nelder–Mead over the logarithms of the parameters. Null where nothing can be learnt: fewer than
 * 10 accounts with a repeat purchase.
 */
export function fitBgNbd(
  histories: readonly PurchaseHistory[],
): { model: BgNbd; logLikelihood: number; accounts: number } | null {
  if (histories.filter(history => history.repeats > 0).length < 10) return null
  const sample = systematicSample(histories, largestFit)
  const groups = groupHistories(sample)
  const fitted = minimise(point => {
    const model = fromLogarithms(point)
    return model ? -bgNbdLogLikelihood(model, groups) : Number.POSITIVE_INFINITY
  }, startOf(sample))
  return { model: fromLogarithms(fitted.point)!, logLikelihood: -fitted.value, accounts: sample.length }
}

/** Starts where the mean rate of repeat buying is that of the sample. */
function startOf(histories: readonly PurchaseHistory[]): number[] {
  const repeats = histories.reduce((sum, history) => sum + history.repeats, 0)
  const observed = histories.reduce((sum, history) => sum + history.observed, 0)
  return [0, Math.log(Math.max(1e-3, observed / Math.max(1, repeats))), 0, Math.log(2)]
}

function fromLogarithms(point: readonly number[]): BgNbd | null {
  if (point.some(x => Math.abs(x) > 18)) return null
  const [r, alpha, a, b] = point.map(Math.exp) as [number, number, number, number]
  return { r, alpha, a, b }
}

/** Probability that the account still buys. Without a repeat purchase the model says 1, whatever the silence. */
export function probabilityAlive({ r, alpha, a, b }: BgNbd, { repeats, lastAt, observed }: PurchaseHistory): number {
  if (repeats === 0) return 1
  return 1 / (1 + (a / (b + repeats - 1)) * ((alpha + observed) / (alpha + lastAt)) ** (r + repeats))
}

/** Expected purchases of a new account in its first `weeks`, equation (9). */
export function expectedPurchases({ r, alpha, a, b }: BgNbd, weeks: number): number {
  return expectation({ r, alpha, a, b }, { repeats: 0, lastAt: 0, observed: 0 }, weeks)
}

/** Expected purchases of an account with this history in the coming `weeks`, equation (10). */
export function expectedRepeats(model: BgNbd, history: PurchaseHistory, weeks: number): number {
  return expectation(model, history, weeks) * probabilityAlive(model, history)
}

/**
 * The numerator of equation (10). Euler's transformation turns its 2F1(r+x, b+x; a+b+x-1; z) into
 * (1-z)^(a-1-r-x) · 2F1(a+b-1-r, a-1; a+b+x-1; z), which neither overflows nor converges slowly for frequent buyers.
 */
function expectation({ r, alpha, a, b }: BgNbd, { repeats, observed }: PurchaseHistory, weeks: number): number {
  // a = 1 and a + b + x = 1 are removable singularities: step beside them.
  const drop = Math.abs(a - 1) < 1e-7 ? 1 + 1e-7 : a
  const rest = Math.abs(drop + b + repeats - 1) < 1e-7 ? drop + b + 1e-7 : drop + b
  const z = weeks / (alpha + observed + weeks)
  const series = hypergeometric(rest - 1 - r, drop - 1, rest + repeats - 1, z)
  return ((rest + repeats - 1) / (drop - 1)) * (1 - (1 - z) ** (drop - 1) * series)
}

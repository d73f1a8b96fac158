import { logGamma } from './log-gamma.ts'
import { minimise } from './minimise.ts'
import { systematicSample } from './purchase-history.ts'

/**
 * Gamma-gamma model of the amount of a purchase. Source: Fader & Hardie, "The Gamma-Gamma Model of Monetary Value"
 * (2013), equations (1a) and (5). Amounts are in the currency's unit; `v` is the paper's γ.
 */
export interface GammaGamma {
  readonly p: number
  readonly q: number
  readonly v: number
}

/** Repeat purchases of one account and their mean amount (positive). */
export interface Spending {
  readonly purchases: number
  readonly mean: number
}

export function gammaGammaLogLikelihood({ p, q, v }: GammaGamma, spendings: readonly Spending[]): number {
  const byPurchases = new Map<number, number>()
  const constant = q * Math.log(v) - logGamma(q)
  let sum = 0
  for (const { purchases, mean } of spendings) {
    const shape = p * purchases
    let gammas = byPurchases.get(purchases)
    if (gammas === undefined) {
      gammas = logGamma(shape + q) - logGamma(shape) + shape * Math.log(purchases) + constant
      byPurchases.set(purchases, gammas)
    }
    sum += gammas + (shape - 1) * Math.log(mean) - (shape + q) * Math.log(v + mean * purchases)
  }
  return sum
}

/** Maximum likelihood; null with fewer than 10 accounts. Beyond 20,000 accounts a systematic sample is fitted. */
export function fitGammaGamma(
  spendings: readonly Spending[],
): { model: GammaGamma; logLikelihood: number; accounts: number } | null {
  if (spendings.length < 10) return null
  const sample = systematicSample(spendings, 20_000)
  const mean = sample.reduce((sum, spending) => sum + spending.mean, 0) / sample.length
  const fitted = minimise(
    point => {
      const model = fromLogarithms(point)
      return model ? -gammaGammaLogLikelihood(model, sample) : Number.POSITIVE_INFINITY
    },
    [Math.log(2), Math.log(2), Math.log(mean)],
  )
  return { model: fromLogarithms(fitted.point)!, logLikelihood: -fitted.value, accounts: sample.length }
}

function fromLogarithms(point: readonly number[]): GammaGamma | null {
  if (point.some(x => Math.abs(x) > 40)) return null
  const [p, q, v] = point.map(Math.exp) as [number, number, number]
  return { p, q, v }
}

/**
 * Expected amount of an account's next purchase, equation (5): its own mean drawn towards that of all accounts, the
 * more so the fewer its purchases. Null where the model has no finite mean (q <= 1 and no purchase known).
 */
export function expectedAmount({ p, q, v }: GammaGamma, spending: Spending): number | null {
  const weight = p * spending.purchases + q - 1
  return weight > 0 ? (p * (v + spending.mean * spending.purchases)) / weight : null
}

import { differenceScale, pinball } from './accuracy.ts'

/** What came, what was said of it, and the past it was said from. */
export interface Scored {
  readonly values: Float64Array
  readonly period: number
  readonly heldOut: Float64Array
  readonly mean: Float64Array
}

/** Symmetric mean absolute percentage error, 200·|y−f| / (|y|+|f|), over all points of all series. */
export function pooledSmape(all: readonly Scored[]): number {
  let sum = 0
  let points = 0
  for (const { heldOut, mean } of all)
    for (let step = 0; step < heldOut.length; step++) {
      sum += (200 * Math.abs(heldOut[step]! - mean[step]!)) / (Math.abs(heldOut[step]!) + Math.abs(mean[step]!))
      points += 1
    }
  return sum / points
}

/** Mean over the series of the mean absolute error over the in-sample mean absolute difference at the period. */
export function meanMase(all: readonly Scored[]): number {
  let sum = 0
  let counted = 0
  for (const { values, period, heldOut, mean } of all) {
    const scale = differenceScale(values, period)
    if (scale === null) continue
    let error = 0
    for (let step = 0; step < heldOut.length; step++) error += Math.abs(heldOut[step]! - mean[step]!) / heldOut.length
    sum += error / scale
    counted += 1
  }
  return sum / counted
}

/** Root of the mean squared error, all errors of all series together. */
export function pooledRmse(all: readonly Scored[]): number {
  let squares = 0
  let points = 0
  for (const { heldOut, mean } of all)
    for (let step = 0; step < heldOut.length; step++) {
      squares += (heldOut[step]! - mean[step]!) ** 2
      points += 1
    }
  return Math.sqrt(squares / points)
}

interface ScoredQuantiles extends Scored {
  readonly p10: Float64Array
  readonly p50: Float64Array
  readonly p90: Float64Array
}

/** Mean pinball loss at 0.1, 0.5 and 0.9 over the in-sample mean absolute difference at lag 1, averaged over series. */
export function meanQuantileLoss(all: readonly ScoredQuantiles[]): number {
  let sum = 0
  let counted = 0
  for (const { values, heldOut, p10, p50, p90 } of all) {
    const scale = differenceScale(values, 1)
    if (scale === null) continue
    let loss = 0
    for (let step = 0; step < heldOut.length; step++) {
      const actual = heldOut[step]!
      loss += pinball(actual, p10[step]!, 0.1) + pinball(actual, p50[step]!, 0.5) + pinball(actual, p90[step]!, 0.9)
    }
    sum += loss / 3 / heldOut.length / scale
    counted += 1
  }
  return sum / counted
}

/** Shares of what came that lie below the lower and above the upper quantile; 0.1 and 0.1 where they are right. */
export function outside(all: readonly ScoredQuantiles[]): { below: number; above: number } {
  let [below, above, points] = [0, 0, 0]
  for (const { heldOut, p10, p90 } of all)
    for (let step = 0; step < heldOut.length; step++) {
      if (heldOut[step]! < p10[step]!) below += 1
      if (heldOut[step]! > p90[step]!) above += 1
      points += 1
    }
  return { below: below / points, above: above / points }
}

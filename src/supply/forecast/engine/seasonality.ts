import { shortArray } from './short-array.ts'

/** A season that repeats: figures for each place in it, the first for the first value of the series. */
export interface Season {
  readonly kind: 'none' | 'multiplicative' | 'additive'
  /** Factors with mean 1, or amounts with sum 0 in the unit of the series. */
  readonly figures: Float64Array
}

export const noSeason: Season = { kind: 'none', figures: new Float64Array(1) }

/**
 * Whether a series has a season of that length: at least three seasons and an autocorrelation at the season's lag that
 * is significant at 90% (Bartlett). The rule of the M4 competition (Makridakis, Spiliotis & Assimakopoulos 2020).
 */
export function isSeasonal(values: Float64Array, period: number): boolean {
  const n = values.length
  if (period < 2 || n < 3 * period) return false
  let mean = 0
  for (let t = 0; t < n; t++) mean += values[t]! / n
  let variance = 0
  for (let t = 0; t < n; t++) variance += (values[t]! - mean) ** 2
  if (!(variance > 0)) return false
  let squares = 0
  let correlation = 0
  for (let lag = 1; lag <= period; lag++) {
    let sum = 0
    for (let t = lag; t < n; t++) sum += (values[t]! - mean) * (values[t - lag]! - mean)
    correlation = sum / variance
    if (lag < period) squares += correlation * correlation
  }
  return Math.abs(correlation) > (1.645 / Math.sqrt(n)) * Math.sqrt(1 + 2 * squares)
}

/** Centred moving average over one season (2×period where it is even); NaN where it does not reach. */
export function seasonalMean(values: Float64Array, period: number): Float64Array {
  const n = values.length
  const half = Math.floor(period / 2)
  const even = period % 2 === 0
  const means = shortArray(n).fill(Number.NaN)
  let sum = 0
  for (let t = 0; t < n; t++) {
    sum += values[t]!
    if (t >= period) sum -= values[t - period]!
    // The window that ends here is centred `half` earlier; an even one lies half a step off and is averaged with the one before.
    if (!even && t >= period - 1) means[t - half] = sum / period
    if (even && t >= period) means[t - half] = (sum + (values[t - period]! - values[t]!) / 2) / period
  }
  return means
}

/**
 * Classical decomposition (Makridakis, Wheelwright & Hyndman 1998, chapter 3), the figures drawn towards no season by
 * what of their spread is noise (Miller & Williams, International Journal of Forecasting 19, 2003, after James & Stein);
 * `share` is what is left of them. Null where there is no whole season, or where a factor would not be positive.
 */
export function findSeason(
  values: Float64Array,
  period: number,
  kind: 'multiplicative' | 'additive',
): (Season & { share: number }) | null {
  const n = values.length
  if (period < 2 || n < 2 * period) return null
  const multiplicative = kind === 'multiplicative'
  const neutral = multiplicative ? 1 : 0
  const figures = seasonalMean(values, period)
  const sums = shortArray(period)
  const counts = shortArray(period)
  for (let t = 0; t < n; t++) {
    const mean = figures[t]!
    if (Number.isNaN(mean)) continue
    if (multiplicative && !(mean > 0)) return null
    const figure = multiplicative ? values[t]! / mean : values[t]! - mean
    figures[t] = figure
    sums[t % period]! += figure
    counts[t % period]! += 1
  }
  let total = 0
  for (let at = 0; at < period; at++) {
    sums[at]! /= counts[at]!
    total += sums[at]! / period
  }
  const share = shareOfSeason(values, figures, sums, total)
  for (let at = 0; at < period; at++) {
    const whole = multiplicative ? sums[at]! / total : sums[at]! - total
    sums[at] = neutral + share * (whole - neutral)
    if (multiplicative && !(sums[at]! > 0.01)) return null
  }
  return { kind, figures: sums, share }
}

/** What of the spread of the figures is season, 0 to 1. */
function shareOfSeason(values: Float64Array, seen: Float64Array, means: Float64Array, mean: number): number {
  const period = means.length
  if (period < 4) return 1
  let within = 0
  let points = 0
  for (let t = 0; t < seen.length; t++) {
    if (Number.isNaN(seen[t]!)) continue
    within += (seen[t]! - means[t % period]!) ** 2
    points += 1
  }
  let between = 0
  for (let at = 0; at < period; at++) between += (means[at]! - mean) ** 2
  if (!(between > 0)) return 0
  const freedom = points - period
  const noise = freedom > 0 ? (within / freedom) * (period / points) : 0
  const found = Math.max(0, 1 - ((period - 3) * noise) / between)
  if (freedom >= period) return found
  // Where most places were seen once: how alike the last two seasons are.
  return (found * freedom + alikeness(values, period) * (period - freedom)) / period
}

/** Correlation of the last two seasons of a series, their trend taken out; 0 where it is negative. */
function alikeness(values: Float64Array, period: number): number {
  const start = values.length - 2 * period
  let [before, after] = [0, 0]
  for (let at = 0; at < period; at++) {
    before += values[start + at]! / period
    after += values[start + period + at]! / period
  }
  const slope = (after - before) / period
  let [both, one, two] = [0, 0, 0]
  for (let at = 0; at < period; at++) {
    const trend = slope * (at - (period - 1) / 2)
    const left = values[start + at]! - before - trend
    const right = values[start + period + at]! - after - trend
    both += left * right
    one += left * left
    two += right * right
  }
  return one > 0 && two > 0 ? Math.max(0, both / Math.sqrt(one * two)) : 0
}

/** The series without its season, as a new array. */
export function withoutSeason(values: Float64Array, { kind, figures }: Season): Float64Array {
  const rest = shortArray(values.length)
  rest.set(values)
  if (kind === 'none') return rest
  const period = figures.length
  for (let t = 0, at = 0; t < rest.length; t++) {
    rest[t] = kind === 'multiplicative' ? rest[t]! / figures[at]! : rest[t]! - figures[at]!
    if (++at === period) at = 0
  }
  return rest
}

/** Puts the season back into what comes after `start` points, in place. */
export function addSeason(path: Float64Array, start: number, { kind, figures }: Season): void {
  if (kind === 'none') return
  const period = figures.length
  for (let step = 0; step < path.length; step++) {
    const figure = figures[(start + step) % period]!
    path[step] = kind === 'multiplicative' ? path[step]! * figure : path[step]! + figure
  }
}

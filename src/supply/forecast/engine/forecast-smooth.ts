import { candidatePaths, type Plan, planOf, seasonBy } from './candidates.ts'
import { combinationWeights, combinePaths } from './combine.ts'
import { smoothingVariance } from './exponential-smoothing.ts'
import type { ForecastOptions, Judged } from './forecast-series.ts'
import { continuousQuantiles } from './quantiles.ts'
import { pastOrigins } from './rolling-origin.ts'
import { withoutSeason } from './seasonality.ts'

/** Past origins: more where there is no season, as series are short there and cheap; fewer where seasons are few. */
const mostOrigins = (n: number, period: number) => (period === 1 ? 6 : n < 4 * period ? 2 : 3)

/** Demand that is there at nearly every point: all candidates, weighted by their error at past origins. */
export function forecastSmooth(values: Float64Array, { period, horizon, sister }: ForecastOptions): Judged {
  const n = values.length
  const plan = planOf(values, { period, sister })
  const trials = pastOrigins(n, period, horizon, mostOrigins(n, period)).map(origin => ({
    origin,
    paths: candidatePaths(values.subarray(0, origin), plan, Math.min(horizon, n - origin)),
  }))
  const errors = trials.length === 0 ? null : new Float64Array(plan.candidates.length)
  for (const { origin, paths } of trials)
    for (let at = 0; at < paths.length; at++) errors![at]! += absoluteError(values, origin, paths[at]!) / trials.length
  const weights = combinationWeights(
    errors,
    plan.candidates.map(({ prior }) => prior),
  )
  const mean = combinePaths(candidatePaths(values, plan, horizon), weights)
  if (period >= longSeason && n - lag >= 2 * period) temper(mean, values, plan, weights)
  const past = trials.map(({ origin, paths }) => ({ origin, mean: combinePaths(paths, weights) }))
  const deviation = deviations(values, plan, horizon, past)
  const quantiles = continuousQuantiles(mean, deviation, plan.logarithms)
  return { method: nameOf(plan, weights), mean: mean.slice(), ...quantiles, p50: mean.slice(), past }
}

/** Points of a season from which on it is long enough for `lag` points to be little. */
const longSeason = 12

/** Points before the end from which a second forecast is made, and its share. */
const lag = 2
const lagShare = 0.2

/** Averages in the forecast that was due two points earlier: the last two values then move the forecast a little less. */
function temper(mean: Float64Array, values: Float64Array, plan: Plan, weights: Float64Array): void {
  const paths = candidatePaths(values.subarray(0, values.length - lag), plan, mean.length + lag)
  const earlier = combinePaths(paths, weights)
  for (let step = 0; step < mean.length; step++)
    mean[step] = (1 - lagShare) * mean[step]! + lagShare * earlier[step + lag]!
}

function absoluteError(values: Float64Array, origin: number, path: Float64Array): number {
  let sum = 0
  for (let step = 0; step < path.length; step++) sum += Math.abs(values[origin + step]! - path[step]!)
  return sum / path.length
}

/**
 * Standard deviation of the error at each point ahead: what the smoothing models say, scaled to the errors at past
 * origins. The models count as three origins, a little widened where the series is short.
 */
function deviations(
  values: Float64Array,
  plan: Plan,
  horizon: number,
  past: readonly { origin: number; mean: Float64Array }[],
): Float64Array {
  const found = seasonBy(plan.rules[0]!.rule, values, plan)
  const variance = smoothingVariance(found.rest ?? withoutSeason(values, found.season), horizon)
  let ratios = 3 * (1 + 8 / values.length)
  let counted = 3
  for (const { origin, mean } of past) {
    let sum = 0
    for (let step = 0; step < mean.length; step++)
      sum += (values[origin + step]! - mean[step]!) ** 2 / (variance[step]! || 1)
    ratios += sum / mean.length
    counted += 1
  }
  const scale = Math.sqrt(ratios / counted)
  const { kind, figures } = found.season
  return variance.map((square, step) => {
    const figure = kind === 'multiplicative' ? figures[(values.length + step) % figures.length]! : 1
    return scale * figure * Math.sqrt(square)
  })
}

/** The method with more than half of the weight over all rules of the season. */
function nameOf(plan: Plan, weights: Float64Array): string {
  const shares = new Map<string, number>()
  plan.candidates.forEach(({ method }, at) => {
    shares.set(method, (shares.get(method) ?? 0) + weights[at]!)
  })
  for (const [method, share] of shares) if (share > 0.5) return method
  return 'combination'
}

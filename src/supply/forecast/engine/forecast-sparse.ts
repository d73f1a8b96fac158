import { countQuantiles, seenCounts, unitOf } from './count-quantiles.ts'
import type { Judged } from './forecast-series.ts'
import { forecastIntermittent } from './intermittent.ts'
import { pastOrigins } from './rolling-origin.ts'
import { addSeason, findSeason, isSeasonal, noSeason, withoutSeason } from './seasonality.ts'

/** Below this number of seasons a season of intermittent demand cannot be told from chance. */
const fewestSeasons = 8

/** Demand with many empty points: a level, a season where it is sure, and counts for quantiles. */
export function forecastSparse(values: Float64Array, { period, horizon }: { period: number; horizon: number }): Judged {
  const n = values.length
  const season =
    (n >= fewestSeasons * period && isSeasonal(values, period) ? findSeason(values, period, 'multiplicative') : null) ??
    noSeason
  const { method, level, levels, variance } = forecastIntermittent(withoutSeason(values, season), horizon)
  const mean = new Float64Array(horizon).fill(level)
  addSeason(mean, n, season)
  const unit = unitOf(values)
  const seen = seenCounts(values, unit)
  const [p10, p50, p90] = [new Float64Array(horizon), new Float64Array(horizon), new Float64Array(horizon)]
  for (let step = 0; step < horizon; step++) {
    if (step > 0 && mean[step] === mean[step - 1]) {
      for (const path of [p10, p50, p90]) path[step] = path[step - 1]!
      continue
    }
    const quantiles = countQuantiles(mean[step]! / unit, variance / unit ** 2, seen, [0.1, 0.5, 0.9])
    p10[step] = quantiles[0]! * unit
    p50[step] = quantiles[1]! * unit
    p90[step] = quantiles[2]! * unit
  }
  const past = pastOrigins(n, period, horizon, 4).map(origin => {
    const then = new Float64Array(Math.min(horizon, n - origin)).fill(levels[origin]!)
    addSeason(then, origin, season)
    return { origin, mean: then }
  })
  return { method, mean, p10, p50, p90, past }
}

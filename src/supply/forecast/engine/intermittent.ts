import { adidaLevels } from './adida.ts'
import { combinationWeights } from './combine.ts'
import { crostonLevels } from './croston.ts'
import { averagedLevels, discountedLevels, meanLevels } from './moving-levels.ts'
import { tsbLevels } from './tsb.ts'

/** A level for what comes, and how well levels did at all past points. */
export interface IntermittentForecast {
  readonly method: string
  /** Demand per point expected. */
  readonly level: number
  /** The levels of the combination after each number of points, by today's weights. */
  readonly levels: Float64Array
  /** Mean squared error one point ahead, newer ones counting more. */
  readonly variance: number
}

/** How much less the squared error of the point before counts. */
const memory = 0.95

/**
 * Forecasts demand with many empty points: at least one value, none below 0. Eight levels with fixed weights, combined
 * by their squared error against the mean of the next `horizon` points (or as many as there are) at all past origins.
 */
export function forecastIntermittent(values: Float64Array, horizon: number): IntermittentForecast {
  const n = values.length
  let demands = 0
  for (let t = 0; t < n; t++) if (values[t]! > 0) demands += 1
  const block = demands === 0 ? 3 : Math.min(6, Math.max(2, Math.ceil(n / demands)))
  const methods: readonly [name: string, prior: number, levels: Float64Array][] = [
    ['exponential smoothing', 1.5, discountedLevels(values, 0.9)],
    ['exponential smoothing', 0.5, discountedLevels(values, 0.8)],
    ['exponential smoothing', 2, averagedLevels(values)],
    ['moving average', 1.5, meanLevels(values, 12)],
    ['moving average', 1.5, meanLevels(values, 18)],
    ['TSB', 1.5, tsbLevels(values)],
    ['Croston-SBA', 0.5, crostonLevels(values)],
    ['ADIDA', 1, adidaLevels(values, block)],
  ]
  const errors = n >= 8 ? methods.map(([, , levels]) => errorAhead(values, levels, horizon)) : null
  const weights = combinationWeights(
    errors && Float64Array.from(errors),
    methods.map(([, prior]) => prior),
  )
  const levels = new Float64Array(n + 1)
  let largest = 0
  for (let at = 0; at < methods.length; at++) {
    for (let t = 0; t <= n; t++) levels[t]! += weights[at]! * methods[at]![2][t]!
    if (weights[at]! > weights[largest]!) largest = at
  }
  let squares = 0
  let counted = 0
  for (let t = 1; t < n; t++) {
    squares = squares * memory + (values[t]! - levels[t]!) ** 2
    counted = counted * memory + 1
  }
  return {
    method: weights[largest]! > 0.5 ? methods[largest]![0] : 'combination',
    level: levels[n]! * fading(values, horizon),
    levels,
    variance: counted > 0 ? squares / counted : 0,
  }
}

/**
 * What a fading product loses until the middle of the horizon: the decline from the first to the last third of the series
 * goes on at its rate. Three demands of 1 are added to either side, so that few demands say little; never above 1, since
 * growth of intermittent demand rarely lasts.
 */
function fading(values: Float64Array, horizon: number): number {
  const n = values.length
  const third = Math.floor(n / 3)
  if (third < 4) return 1
  let before = 0
  let after = 0
  let size = 0
  let demands = 0
  for (let t = 0; t < n; t++) {
    if (t < third) before += values[t]!
    if (t >= n - third) after += values[t]!
    size += values[t]!
    if (values[t]! > 0) demands += 1
  }
  const few = demands > 0 ? (3 * size) / demands : 1
  return Math.min(1, ((after + few) / (before + few)) ** (Math.min(horizon, third) / 2 / (n - third)))
}

/** Root of the mean squared error of a level against the mean of what came next, from a third of the series on. */
function errorAhead(values: Float64Array, levels: Float64Array, horizon: number): number {
  const n = values.length
  const first = Math.max(3, Math.floor(n / 3))
  let squares = 0
  let sum = 0
  for (let t = n - 1; t >= first; t--) {
    sum += values[t]!
    const ahead = Math.min(horizon, n - t)
    if (n - t > horizon) sum -= values[t + horizon]!
    squares += (sum / ahead - levels[t]!) ** 2
  }
  return Math.sqrt(squares / (n - first))
}

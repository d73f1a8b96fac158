/**
 * Exponential smoothing, without trend and with a damped one, averaged over its parameters.
 *
 * Source: Hyndman, Koehler, Ord & Snyder, "Forecasting with Exponential Smoothing" (2008), models (A,N,N) and (A,Ad,N).
 * Instead of searching for the likeliest parameters, every point of a grid is fitted and weighs by its likelihood and the
 * number of its parameters (Akaike weights; Kolassa, International Journal of Forecasting 27, 2011): no search that could
 * end in the wrong valley, and neighbours of the best point temper it where a series is short.
 *
 * The first level and slope are least squares in closed form: errors are linear in them, and what they contribute does
 * not depend on the data, so that it is worked out once for each point of the grid.
 */
interface GridPoint {
  readonly alpha: number
  readonly beta: number
  readonly phi: number
  readonly trend: boolean
  /** Share of the prior. */
  readonly prior: number
  /** What a first level of 1 and a first slope of 1 add to the one-step forecasts. */
  readonly ofLevel: Float64Array
  readonly ofSlope: Float64Array
  /** Sums of their products over the first t points. */
  readonly levelLevel: Float64Array
  readonly levelSlope: Float64Array
  readonly slopeSlope: Float64Array
  /** Level and slope after t points that come of them. */
  readonly levelAfterLevel: Float64Array
  readonly slopeAfterLevel: Float64Array
  readonly levelAfterSlope: Float64Array
  readonly slopeAfterSlope: Float64Array
}

/** Points after which the first level and slope are taken to be forgotten. */
const reach = 256

function gridPoint(alpha: number, beta: number, phi: number, trend: boolean, prior: number): GridPoint {
  const array = () => new Float64Array(reach + 1)
  const point: GridPoint = {
    alpha,
    beta,
    phi,
    trend,
    prior,
    ofLevel: array(),
    ofSlope: array(),
    levelLevel: array(),
    levelSlope: array(),
    slopeSlope: array(),
    levelAfterLevel: array(),
    slopeAfterLevel: array(),
    levelAfterSlope: array(),
    slopeAfterSlope: array(),
  }
  let [level, slope, levelTwo, slopeTwo] = [1, 0, 0, 1]
  for (let t = 0; t <= reach; t++) {
    point.levelAfterLevel[t] = level
    point.slopeAfterLevel[t] = slope
    point.levelAfterSlope[t] = levelTwo
    point.slopeAfterSlope[t] = slopeTwo
    const one = level + phi * slope
    const two = levelTwo + phi * slopeTwo
    point.ofLevel[t] = one
    point.ofSlope[t] = two
    if (t < reach) {
      point.levelLevel[t + 1] = point.levelLevel[t]! + one * one
      point.levelSlope[t + 1] = point.levelSlope[t]! + one * two
      point.slopeSlope[t + 1] = point.slopeSlope[t]! + two * two
    }
    level = one * (1 - alpha)
    slope = phi * slope - beta * one
    levelTwo = two * (1 - alpha)
    slopeTwo = phi * slopeTwo - beta * two
  }
  return point
}

const alphas = [0.03, 0.1, 0.2, 0.34, 0.5, 0.68, 0.86, 0.999]
const dampings = [0.65, 0.83, 0.95]
const slopeShares = [0.02, 0.2, 0.6]

/** Half of the prior has no trend. */
const damped: readonly GridPoint[] = alphas.flatMap(alpha => [
  gridPoint(alpha, 0, 0, false, 1 / alphas.length),
  ...dampings.flatMap(phi =>
    slopeShares.map(share =>
      gridPoint(alpha, alpha * share, phi, true, 1 / (alphas.length * dampings.length * slopeShares.length)),
    ),
  ),
])

/** Holt's linear trend, model (A,A,N). */
const linear: readonly GridPoint[] = alphas.flatMap(alpha =>
  slopeShares.map(share => gridPoint(alpha, alpha * share, 1, true, 1 / (alphas.length * slopeShares.length))),
)

const squares = new Float64Array(damped.length)
const levels = new Float64Array(damped.length)
const slopes = new Float64Array(damped.length)
const criteria = new Float64Array(damped.length)

/** Fits one point: its squared error, last level and last slope go to the arrays above. */
function fitPoint(values: Float64Array, point: GridPoint, at: number): void {
  const n = values.length
  const { alpha, beta, phi, ofLevel, ofSlope, trend } = point
  const near = Math.min(n, reach)
  let level = 0
  let slope = 0
  let own = 0
  let withLevel = 0
  let withSlope = 0
  if (trend) {
    for (let t = 0; t < near; t++) {
      const expected = level + phi * slope
      const error = values[t]! - expected
      own += error * error
      withLevel += error * ofLevel[t]!
      withSlope += error * ofSlope[t]!
      level = expected + alpha * error
      slope = phi * slope + beta * error
    }
    for (let t = near; t < n; t++) {
      const expected = level + phi * slope
      const error = values[t]! - expected
      own += error * error
      level = expected + alpha * error
      slope = phi * slope + beta * error
    }
  } else {
    for (let t = 0; t < near; t++) {
      const error = values[t]! - level
      own += error * error
      withLevel += error * ofLevel[t]!
      level += alpha * error
    }
    for (let t = near; t < n; t++) {
      const error = values[t]! - level
      own += error * error
      level += alpha * error
    }
  }
  const aa = point.levelLevel[near]!
  const bb = point.slopeSlope[near]!
  const ab = point.levelSlope[near]!
  const determinant = aa * bb - ab * ab
  let firstLevel = withLevel / aa
  let firstSlope = 0
  if (trend && determinant > 1e-10 * aa * bb) {
    firstLevel = (withLevel * bb - withSlope * ab) / determinant
    firstSlope = (withSlope * aa - withLevel * ab) / determinant
  }
  squares[at] = Math.max(0, own - withLevel * firstLevel - withSlope * firstSlope)
  if (n < reach) {
    level += point.levelAfterLevel[n]! * firstLevel + point.levelAfterSlope[n]! * firstSlope
    slope += point.slopeAfterLevel[n]! * firstLevel + point.slopeAfterSlope[n]! * firstSlope
  }
  levels[at] = level
  slopes[at] = trend ? slope : 0
}

/** Weight of every point of the grid, relative to the best, in `criteria`; 0 where it was not fitted. Answers their sum. */
function weigh(values: Float64Array, grid: readonly GridPoint[]): number {
  const n = values.length
  let size = 0
  for (let t = 0; t < n; t++) size += values[t]! * values[t]!
  // Below this a squared error is rounding.
  const nothing = 1e-12 * size + 1e-300
  let best = Number.POSITIVE_INFINITY
  for (let at = 0; at < grid.length; at++) {
    const { trend } = grid[at]!
    const parameters = trend ? 5 : 2
    if (trend && n < parameters + 2) {
      criteria[at] = Number.POSITIVE_INFINITY
      continue
    }
    fitPoint(values, grid[at]!, at)
    const penalty = parameters + (parameters * (parameters + 1)) / Math.max(1, n - parameters - 1)
    criteria[at] = n * Math.log((squares[at]! + nothing) / n) + penalty / 2
    if (criteria[at]! < best) best = criteria[at]!
  }
  let total = 0
  for (let at = 0; at < grid.length; at++) {
    const behind = criteria[at]! - best
    criteria[at] = behind < 30 ? grid[at]!.prior * Math.exp(-behind / 2) : 0
    total += criteria[at]!
  }
  return total
}

/** Forecasts a series without season by simple smoothing and damped trends; at least one value. */
export const smooth = (values: Float64Array, horizon: number): Float64Array => forecastBy(damped, values, horizon)

/** Forecasts a series without season by trends that go on undamped; the last value where it is shorter than 7. */
export const smoothLinear = (values: Float64Array, horizon: number): Float64Array =>
  values.length < 7 ? new Float64Array(horizon).fill(values.at(-1)!) : forecastBy(linear, values, horizon)

function forecastBy(grid: readonly GridPoint[], values: Float64Array, horizon: number): Float64Array {
  const total = weigh(values, grid)
  const path = new Float64Array(horizon)
  for (let at = 0; at < grid.length; at++) {
    const weight = criteria[at]! / total
    if (weight === 0) continue
    const { phi } = grid[at]!
    let level = levels[at]!
    let slope = slopes[at]!
    for (let step = 0; step < horizon; step++) {
      slope *= phi
      level += slope
      path[step]! += weight * level
    }
  }
  return path
}

/**
 * Variance of the errors of that forecast, one to `horizon` points ahead, as the models have it (Hyndman et al. 2008,
 * table 6.1), averaged over them.
 */
export function smoothingVariance(values: Float64Array, horizon: number): Float64Array {
  const total = weigh(values, damped)
  const variance = new Float64Array(horizon)
  for (let at = 0; at < damped.length; at++) {
    const weight = criteria[at]! / total
    if (weight === 0) continue
    const { alpha, beta, phi, trend } = damped[at]!
    const oneStep = squares[at]! / Math.max(1, values.length - (trend ? 5 : 2))
    let growth = 1
    let carried = 0
    for (let step = 0; step < horizon; step++) {
      variance[step]! += weight * oneStep * growth
      carried = phi * (carried + 1)
      growth += (alpha + beta * carried) ** 2
    }
  }
  return variance
}

/**
 * Points of the parameters that exponential smoothing is averaged over. The first level and slope are least squares in
 * closed form: errors are linear in them, and what they contribute does not depend on the data, so that it is worked out
 * once for each point.
 */
export interface GridPoint {
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
export const reach = 256

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

export const alphas = [0.03, 0.1, 0.2, 0.34, 0.5, 0.68, 0.86, 0.999]
const dampings = [0.65, 0.83, 0.95]
const slopeShares = [0.02, 0.2, 0.6]

/** Where a season was taken out, two tell as much as three. */
const fewSlopeShares = [0.05, 0.4]

/** Half of the prior has no trend. */
const gridOf = (shares: readonly number[]): readonly GridPoint[] => [
  ...alphas.map(alpha => gridPoint(alpha, 0, 0, false, 1 / alphas.length)),
  ...alphas.flatMap(alpha =>
    dampings.flatMap(phi =>
      shares.map(share =>
        gridPoint(alpha, alpha * share, phi, true, 1 / (alphas.length * dampings.length * shares.length)),
      ),
    ),
  ),
]
export const damped = gridOf(slopeShares)
export const coarse = gridOf(fewSlopeShares)

/** Holt's linear trend, model (A,A,N). */
export const linear: readonly GridPoint[] = alphas.flatMap(alpha =>
  slopeShares.map(share => gridPoint(alpha, alpha * share, 1, true, 1 / (alphas.length * slopeShares.length))),
)

/** For each two points of a grid: one's and two's of level, one's and two's of slope, for each t. */
export const tables = new Map(
  [damped, coarse, linear].map(grid => [
    grid,
    Array.from({ length: grid.length / 2 }, (_, pair) => {
      const [one, two] = [grid[2 * pair]!, grid[2 * pair + 1]!]
      const table = new Float64Array(4 * reach)
      for (let t = 0; t < reach; t++)
        table.set([one.ofLevel[t]!, two.ofLevel[t]!, one.ofSlope[t]!, two.ofSlope[t]!], 4 * t)
      return table
    }),
  ]),
)

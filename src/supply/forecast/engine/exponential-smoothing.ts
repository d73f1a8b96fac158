import { shortArray } from './short-array.ts'
import { alphas, coarse, damped, type GridPoint, linear, reach, tables } from './smoothing-grid.ts'

/*
 * Exponential smoothing, without trend and with a damped one, averaged over its parameters.
 *
 * Source: Hyndman, Koehler, Ord & Snyder, "Forecasting with Exponential Smoothing" (2008), models (A,N,N) and (A,Ad,N).
 * Instead of searching for the likeliest parameters, every point of a grid is fitted and weighs by its likelihood and the
 * number of its parameters (Akaike weights; Kolassa, International Journal of Forecasting 27, 2011): no search that could
 * end in the wrong valley, and neighbours of the best point temper it where a series is short.
 */
const squares = new Float64Array(damped.length)
const levels = new Float64Array(damped.length)
const slopes = new Float64Array(damped.length)
const criteria = new Float64Array(damped.length)

/**
 * Fits two points without trend: their squared errors, last levels and last slopes go to the arrays above. Two at a time,
 * since each step of one waits for the step before and leaves room for the other.
 */
function fitLevels(values: Float64Array, one: GridPoint, two: GridPoint, at: number): void {
  const n = values.length
  const near = Math.min(n, reach)
  const [alphaOne, ofOne, alphaTwo, ofTwo] = [one.alpha, one.ofLevel, two.alpha, two.ofLevel]
  let [levelOne, ownOne, withOne] = [0, 0, 0]
  let [levelTwo, ownTwo, withTwo] = [0, 0, 0]
  for (let t = 0; t < near; t++) {
    const value = values[t]!
    const errorOne = value - levelOne
    const errorTwo = value - levelTwo
    ownOne += errorOne * errorOne
    ownTwo += errorTwo * errorTwo
    withOne += errorOne * ofOne[t]!
    withTwo += errorTwo * ofTwo[t]!
    levelOne += alphaOne * errorOne
    levelTwo += alphaTwo * errorTwo
  }
  for (let t = near; t < n; t++) {
    const errorOne = values[t]! - levelOne
    const errorTwo = values[t]! - levelTwo
    ownOne += errorOne * errorOne
    ownTwo += errorTwo * errorTwo
    levelOne += alphaOne * errorOne
    levelTwo += alphaTwo * errorTwo
  }
  settle(one, at, n, levelOne, 0, ownOne, withOne, 0)
  settle(two, at + 1, n, levelTwo, 0, ownTwo, withTwo, 0)
}

/** The same for two points with a trend. */
function fitTrends(values: Float64Array, one: GridPoint, two: GridPoint, table: Float64Array, at: number): void {
  const n = values.length
  const near = Math.min(n, reach)
  const { alpha: alphaOne, beta: betaOne, phi: phiOne } = one
  const { alpha: alphaTwo, beta: betaTwo, phi: phiTwo } = two
  let [levelOne, slopeOne, ownOne, withLevelOne, withSlopeOne] = [0, 0, 0, 0, 0]
  let [levelTwo, slopeTwo, ownTwo, withLevelTwo, withSlopeTwo] = [0, 0, 0, 0, 0]
  for (let t = 0; t < near; t++) {
    const value = values[t]!
    const driftOne = phiOne * slopeOne
    const driftTwo = phiTwo * slopeTwo
    const errorOne = value - levelOne - driftOne
    const errorTwo = value - levelTwo - driftTwo
    ownOne += errorOne * errorOne
    ownTwo += errorTwo * errorTwo
    const k = 4 * t
    withLevelOne += errorOne * table[k]!
    withLevelTwo += errorTwo * table[k + 1]!
    withSlopeOne += errorOne * table[k + 2]!
    withSlopeTwo += errorTwo * table[k + 3]!
    levelOne += driftOne + alphaOne * errorOne
    levelTwo += driftTwo + alphaTwo * errorTwo
    slopeOne = driftOne + betaOne * errorOne
    slopeTwo = driftTwo + betaTwo * errorTwo
  }
  for (let t = near; t < n; t++) {
    const value = values[t]!
    const driftOne = phiOne * slopeOne
    const driftTwo = phiTwo * slopeTwo
    const errorOne = value - levelOne - driftOne
    const errorTwo = value - levelTwo - driftTwo
    ownOne += errorOne * errorOne
    ownTwo += errorTwo * errorTwo
    levelOne += driftOne + alphaOne * errorOne
    levelTwo += driftTwo + alphaTwo * errorTwo
    slopeOne = driftOne + betaOne * errorOne
    slopeTwo = driftTwo + betaTwo * errorTwo
  }
  settle(one, at, n, levelOne, slopeOne, ownOne, withLevelOne, withSlopeOne)
  settle(two, at + 1, n, levelTwo, slopeTwo, ownTwo, withLevelTwo, withSlopeTwo)
}

/** Least squares for the first level and slope, and what they change at the end. */
function settle(
  point: GridPoint,
  at: number,
  n: number,
  level: number,
  slope: number,
  own: number,
  withLevel: number,
  withSlope: number,
): void {
  const near = Math.min(n, reach)
  const aa = point.levelLevel[near]!
  const bb = point.slopeSlope[near]!
  const ab = point.levelSlope[near]!
  const determinant = aa * bb - ab * ab
  let firstLevel = withLevel / aa
  let firstSlope = 0
  if (point.trend && determinant > 1e-10 * aa * bb) {
    firstLevel = (withLevel * bb - withSlope * ab) / determinant
    firstSlope = (withSlope * aa - withLevel * ab) / determinant
  }
  squares[at] = Math.max(0, own - withLevel * firstLevel - withSlope * firstSlope)
  const forgotten = n >= reach
  levels[at] = level + (forgotten ? 0 : point.levelAfterLevel[n]! * firstLevel + point.levelAfterSlope[n]! * firstSlope)
  slopes[at] = slope + (forgotten ? 0 : point.slopeAfterLevel[n]! * firstLevel + point.slopeAfterSlope[n]! * firstSlope)
}

/**
 * Akaike weight of every point of the grid in `criteria`, with sum 1; 0 where it says nothing beside the others, or has
 * as many parameters as there are values. Half of the usual penalty, which is meant for choosing one.
 */
function weigh(values: Float64Array, grid: readonly GridPoint[]): void {
  const n = values.length
  let size = 0
  for (let t = 0; t < n; t++) size += values[t]! * values[t]!
  // Below this a squared error is rounding.
  const nothing = 1e-12 * size + 1e-300
  const fewest = 7
  const used = n < fewest && !grid[0]!.trend ? alphas.length : grid.length
  const penalty = (parameters: number) =>
    Math.exp((parameters + (parameters * (parameters + 1)) / Math.max(1, n - parameters - 1)) / (2 * n))
  const [ofLevel, ofTrend] = [penalty(2), penalty(5)]
  const pairs = tables.get(grid)!
  let best = Number.POSITIVE_INFINITY
  for (let at = 0; at < used; at += 2) {
    const [one, two] = [grid[at]!, grid[at + 1]!]
    if (one.trend) fitTrends(values, one, two, pairs[at / 2]!, at)
    else fitLevels(values, one, two, at)
    for (const each of [at, at + 1]) {
      criteria[each] = (squares[each]! + nothing) * (one.trend ? ofTrend : ofLevel)
      if (criteria[each]! < best) best = criteria[each]!
    }
  }
  // e^-7 of the best and less says nothing.
  const worst = best * Math.exp(14 / n)
  let total = 0
  for (let at = 0; at < grid.length; at++) {
    criteria[at] = at < used && criteria[at]! < worst ? grid[at]!.prior * (best / criteria[at]!) ** (n / 2) : 0
    total += criteria[at]!
  }
  for (let at = 0; at < grid.length; at++) criteria[at]! /= total
}

/** Forecasts a series without season by simple smoothing and damped trends; at least one value. */
export const smooth = (values: Float64Array, horizon: number): Float64Array => forecastBy(damped, values, horizon)

/** The same on a coarser grid, for what is left of a series when its season was taken out. */
export const smoothAdjusted = (values: Float64Array, horizon: number): Float64Array =>
  forecastBy(coarse, values, horizon)

/** Forecasts a series without season by trends that go on undamped; the last value where it is shorter than 7. */
export const smoothLinear = (values: Float64Array, horizon: number): Float64Array =>
  values.length < 7 ? shortArray(horizon).fill(values.at(-1)!) : forecastBy(linear, values, horizon)

function forecastBy(grid: readonly GridPoint[], values: Float64Array, horizon: number): Float64Array {
  weigh(values, grid)
  const path = shortArray(horizon)
  for (let at = 0; at < grid.length; at++) {
    const weight = criteria[at]!
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
  weigh(values, coarse)
  const variance = shortArray(horizon)
  for (let at = 0; at < coarse.length; at++) {
    const weight = criteria[at]!
    if (weight === 0) continue
    const { alpha, beta, phi, trend } = coarse[at]!
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

import { shortArray } from './short-array.ts'

/** Weights of the smoothing that are averaged, see exponential-smoothing.ts. */
const alphas = [0.03, 0.1, 0.2, 0.34, 0.5, 0.68, 0.86, 0.999]

const squares = new Float64Array(alphas.length)
const levels = new Float64Array(alphas.length)
const shares = new Float64Array(alphas.length)
const decays = new Float64Array(alphas.length)

/** Slope per point of the least squares line. */
function slopeOf(values: Float64Array): number {
  const n = values.length
  if (n < 2) return 0
  const middle = (n - 1) / 2
  let sum = 0
  for (let t = 0; t < n; t++) sum += (t - middle) * values[t]!
  return sum / ((n * (n * n - 1)) / 12)
}

/** Likelihoods to weights with sum 1, in place of the squared errors. */
function weigh(n: number, size: number): void {
  const nothing = 1e-12 * size + 1e-300
  let best = Number.POSITIVE_INFINITY
  for (let at = 0; at < alphas.length; at++) best = Math.min(best, squares[at]! + nothing)
  let total = 0
  for (let at = 0; at < alphas.length; at++) {
    const weight = Math.exp((-n / 2) * Math.log((squares[at]! + nothing) / best))
    squares[at] = weight
    total += weight
  }
  for (let at = 0; at < alphas.length; at++) squares[at]! /= total
}

/**
 * The Theta method: simple smoothing with half of the trend line as drift. At least one value, without season.
 * Source: Assimakopoulos & Nikolopoulos, International Journal of Forecasting 16 (2000); the form of Hyndman & Billah,
 * 19 (2003). The smoothing weight is averaged by likelihood.
 */
export function theta(values: Float64Array, horizon: number): Float64Array {
  const n = values.length
  const drift = slopeOf(values) / 2
  let size = 0
  for (let t = 0; t < n; t++) size += values[t]! * values[t]!
  for (let at = 0; at < alphas.length; at++) {
    const alpha = alphas[at]!
    let level = 0
    let rest = 1
    let own = 0
    let withFirst = 0
    let first = 0
    for (let t = 0; t < n; t++) {
      const error = values[t]! - level
      own += error * error
      withFirst += error * rest
      first += rest * rest
      level += alpha * error
      rest *= 1 - alpha
    }
    squares[at] = Math.max(0, own - (withFirst * withFirst) / first)
    levels[at] = level + rest * (withFirst / first)
    decays[at] = (1 - rest) / alpha
  }
  weigh(n, size)
  let level = 0
  for (let at = 0; at < alphas.length; at++) level += squares[at]! * (levels[at]! + drift * decays[at]!)
  const path = shortArray(horizon)
  for (let step = 0; step < horizon; step++) path[step] = level + drift * step
  return path
}

let heights = new Float64Array(256)
let inclines = new Float64Array(256)

/**
 * Dynamic optimised Theta: the trend line is fitted anew at every point, and how much of it counts is fitted too.
 * Source: Fiorucci, Pellegrini, Louzada, Petropoulos & Koehler, International Journal of Forecasting 32 (2016), model
 * DOTM. With 1 − 1/θ as unknown the errors are linear in it and in the first level, so that both come in closed form for
 * each smoothing weight; the weights are averaged by likelihood. At least one value, without season.
 */
export function dynamicTheta(values: Float64Array, horizon: number): Float64Array {
  const n = values.length
  if (n < 4) return theta(values, horizon)
  if (heights.length < n + 1) {
    heights = new Float64Array(2 * n)
    inclines = new Float64Array(2 * n)
  }
  let mean = 0
  let incline = 0
  let size = 0
  heights[0] = 0
  inclines[0] = 0
  for (let t = 1; t <= n; t++) {
    const value = values[t - 1]!
    incline = t === 1 ? 0 : ((t - 2) * incline + (6 / t) * (value - mean)) / (t + 1)
    mean += (value - mean) / t
    inclines[t] = incline
    heights[t] = mean - ((t + 1) / 2) * incline
    size += value * value
  }
  for (let at = 0; at < alphas.length; at++) fitDynamic(values, at)
  weigh(n, size)
  const path = shortArray(horizon)
  for (let at = 0; at < alphas.length; at++) {
    const weight = squares[at]!
    if (weight > 1e-3) followDynamic(at, n, mean, weight, path)
  }
  return path
}

/** Squared error, last level, share of the line and what is left of the first level, for one smoothing weight. */
function fitDynamic(values: Float64Array, at: number): void {
  const n = values.length
  const alpha = alphas[at]!
  const whole = 1 / alpha
  const kept = 1 - alpha
  let level = 0
  let rest = 1
  let [own, ownFirst, ownLine, firstFirst, firstLine, lineLine] = [0, 0, 0, 0, 0, 0]
  for (let t = 0; t < n; t++) {
    const line = rest * heights[t]! + (1 - rest * kept) * whole * inclines[t]!
    const error = values[t]! - level
    if (t >= 2) {
      own += error * error
      ownFirst += error * rest
      ownLine += error * line
      firstFirst += rest * rest
      firstLine += rest * line
      lineLine += line * line
    }
    level += alpha * error
    rest *= 1 - alpha
  }
  const determinant = firstFirst * lineLine - firstLine * firstLine
  let first = values[0]!
  let share = 0
  if (determinant > 1e-12 * firstFirst * lineLine) {
    first = (ownFirst * lineLine - ownLine * firstLine) / determinant
    share = (ownLine * firstFirst - ownFirst * firstLine) / determinant
  }
  if (!(share >= 0 && share <= 1)) {
    share = share > 1 ? 1 : 0
    first = firstFirst > 1e-9 ? (ownFirst - share * firstLine) / firstFirst : values[0]!
  }
  squares[at] = Math.max(
    0,
    own -
      2 * (first * ownFirst + share * ownLine) +
      first * first * firstFirst +
      2 * first * share * firstLine +
      share * share * lineLine,
  )
  levels[at] = level + rest * first
  shares[at] = share
  decays[at] = rest
}

function followDynamic(at: number, n: number, lastMean: number, weight: number, path: Float64Array): void {
  const alpha = alphas[at]!
  const share = shares[at]!
  let level = levels[at]!
  let rest = decays[at]!
  let mean = lastMean
  let height = heights[n]!
  let incline = inclines[n]!
  for (let step = 0; step < path.length; step++) {
    const t = n + step + 1
    const next = level + share * (rest * height + ((1 - rest * (1 - alpha)) / alpha) * incline)
    path[step]! += weight * next
    level += alpha * (next - level)
    rest *= 1 - alpha
    incline = ((t - 2) * incline + (6 / t) * (next - mean)) / (t + 1)
    mean += (next - mean) / t
    height = mean - ((t + 1) / 2) * incline
  }
}

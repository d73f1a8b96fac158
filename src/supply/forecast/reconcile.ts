/** Into which part of each sum every item falls: all accounts, products, tiers and the whole, one entry each. */
export type Sums = readonly { readonly partOf: Int32Array; readonly parts: number }[]

/** Pieces are kept in 1024ths: doubles add these up without any rounding, in whatever order. */
const fraction = 1024
export const rounded = (pieces: number): number => Math.round(pieces * fraction) / fraction

const rounds = 6
const steps = 60
const exactEnough = 1e-9

/**
 * Forecasts of items that agree with the forecasts of their sums as well as all can at once: the weighted least squares
 * over all of them (Wickramasuriya, Athanasopoulos & Hyndman 2019), a forecast's weight being one over its variance,
 * that of a sum the sum of its items' (structural scaling, Athanasopoulos et al. 2017, with each item's own spread in
 * place of one). An item moves in proportion to how unsure it is. Never negative: an item that would fall below zero is
 * held there and the others are solved again.
 *
 * `items` has one row of `horizon` pieces for each item, `sums[k]` one for each part of `structure[k]`; `variance` is
 * by item, zero for one that must not move. Returns new rows of items, in 1024ths.
 */
export function reconcile(
  items: Float64Array,
  sums: readonly Float64Array[],
  structure: Sums,
  variance: Float64Array,
  horizon: number,
): Float64Array {
  const count = variance.length
  const scales = structure.map(({ partOf, parts }) => partSums(variance, partOf, parts))
  const result = new Float64Array(items.length)
  for (let step = 0; step < horizon; step++) {
    const start = Float64Array.from({ length: count }, (_, item) => items[item * horizon + step]!)
    const wanted = sums.map((rows, sum) =>
      Float64Array.from({ length: structure[sum]!.parts }, (_, part) => rows[part * horizon + step]!),
    )
    const solved = solveNonNegative(start, wanted, structure, scales, variance)
    for (let item = 0; item < count; item++) result[item * horizon + step] = rounded(solved[item]!)
  }
  return result
}

/** What the items of each part add up to. */
export function partSums(values: Float64Array, partOf: Int32Array, parts: number): Float64Array {
  const sums = new Float64Array(parts)
  for (let item = 0; item < values.length; item++) sums[partOf[item]!]! += values[item]!
  return sums
}

function solveNonNegative(
  start: Float64Array,
  wanted: readonly Float64Array[],
  structure: Sums,
  scales: readonly Float64Array[],
  variance: Float64Array,
): Float64Array {
  const from = start.slice()
  const spread = variance.map(Math.sqrt)
  for (let round = 0; ; round++) {
    const solved = solve(from, wanted, structure, scales, spread)
    const negative: number[] = []
    for (let item = 0; item < solved.length; item++) if (solved[item]! < 0) negative.push(item)
    if (negative.length === 0 || round === rounds) return solved.map(value => Math.max(0, value))
    for (const item of negative) {
      from[item] = 0
      spread[item] = 0
    }
  }
}

/**
 * With items measured in their own spread the matrix is the identity plus one averaging projection for each kind of sum:
 * its eigenvalues lie between 1 and 1 + their number, so that conjugate gradients are done after some twenty steps.
 */
function solve(
  from: Float64Array,
  wanted: readonly Float64Array[],
  structure: Sums,
  scales: readonly Float64Array[],
  spread: Float64Array,
): Float64Array {
  const count = from.length
  const spreadOver = (into: Float64Array, parts: readonly Float64Array[]) => {
    for (let sum = 0; sum < parts.length; sum++) {
      const { partOf } = structure[sum]!
      const values = parts[sum]!
      for (let item = 0; item < count; item++) into[item]! += spread[item]! * values[partOf[item]!]!
    }
  }
  const overScale = (values: Float64Array, sum: number) =>
    values.map((value, part) => (scales[sum]![part]! > 0 ? value / scales[sum]![part]! : 0))
  const gaps = structure.map(({ partOf, parts }, sum) => {
    const have = partSums(from, partOf, parts)
    return overScale(
      have.map((value, part) => wanted[sum]![part]! - value),
      sum,
    )
  })
  const residual = new Float64Array(count)
  spreadOver(residual, gaps)
  const moved = new Float64Array(count)
  const direction = residual.slice()
  let norm = dot(residual, residual)
  const enough = norm * exactEnough ** 2
  for (let step = 0; step < steps && norm > enough; step++) {
    const image = direction.slice()
    const inSpread = direction.map((value, item) => value * spread[item]!)
    spreadOver(
      image,
      structure.map(({ partOf, parts }, sum) => overScale(partSums(inSpread, partOf, parts), sum)),
    )
    const length = norm / dot(direction, image)
    for (let item = 0; item < count; item++) {
      moved[item]! += length * direction[item]!
      residual[item]! -= length * image[item]!
    }
    const next = dot(residual, residual)
    for (let item = 0; item < count; item++) direction[item] = residual[item]! + (next / norm) * direction[item]!
    norm = next
  }
  return from.map((value, item) => value + spread[item]! * moved[item]!)
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

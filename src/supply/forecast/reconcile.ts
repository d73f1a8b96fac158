/** Into which part of each sum every item falls: all accounts, products, tiers and the whole, one entry each. */
export type Sums = readonly { readonly partOf: Int32Array; readonly parts: number }[]

/** Pieces are kept in 1024ths: doubles add these up without any rounding, in whatever order. */
const fraction = 1024
export const rounded = (pieces: number): number => Math.round(pieces * fraction) / fraction

/** How often items that would fall below zero are held there before the last few are cut off. */
const rounds = 4
const steps = 60
/** Of the gap between items and sums: what is left of it nobody can see. */
const exactEnough = 1e-5

/**
 * Forecasts of items that agree with the forecasts of their sums as well as all can at once: the weighted least squares
 * over all of them (Wickramasuriya, Athanasopoulos & Hyndman 2019), a forecast's weight being one over its variance. That
 * of a sum is the sum of its items' (structural scaling, Athanasopoulos et al. 2017, with each item's own spread in place
 * of one) over the root of their number, since forecasts of sparse items err to one side together while that of their
 * sum sees season and trend (docs/decisions/0023 has the comparison). An item moves in proportion to how unsure it is.
 * Never negative: an item that would fall below zero is held there and the others are solved again.
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
  const ones = new Float64Array(count).fill(1)
  const scales = structure.map(({ partOf, parts }) => {
    const counts = partSums(ones, partOf, parts)
    return partSums(variance, partOf, parts).map((sum, part) => sum / Math.sqrt(counts[part]!))
  })
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
  const free = variance.slice()
  const pulls = structure.map(({ parts }) => new Float64Array(parts))
  for (let round = 0; ; round++) {
    solve(pulls, from, wanted, structure, scales, free)
    const solved = from.map((value, item) => value + free[item]! * pullOn(item, pulls, structure))
    const negative: number[] = []
    for (let item = 0; item < solved.length; item++) if (solved[item]! < 0) negative.push(item)
    if (negative.length === 0 || round === rounds) return solved.map(value => Math.max(0, value))
    for (const item of negative) {
      from[item] = 0
      free[item] = 0
    }
  }
}

function pullOn(item: number, pulls: readonly Float64Array[], structure: Sums): number {
  let pull = 0
  for (let sum = 0; sum < pulls.length; sum++) pull += pulls[sum]![structure[sum]!.partOf[item]!]!
  return pull
}

/**
 * One unknown for each sum: by how much it pulls its items, for each unit of their variance; `pulls` holds a guess and
 * then the answer. The matrix (scales on its diagonal, and the variance that two sums share) is never built. Sums of one
 * kind share no item, so divided by its diagonal it is near the identity: preconditioned conjugate gradients need some
 * twenty steps whatever the number of items.
 */
function solve(
  pulls: readonly Float64Array[],
  from: Float64Array,
  wanted: readonly Float64Array[],
  structure: Sums,
  scales: readonly Float64Array[],
  variance: Float64Array,
): void {
  const imageOf = (direction: readonly Float64Array[]) => {
    const image = each2(direction, scales, (value, scale) => value * scale)
    for (let item = 0; item < variance.length; item++) {
      const moved = variance[item]! * pullOn(item, direction, structure)
      if (moved === 0) continue
      for (let sum = 0; sum < image.length; sum++) image[sum]![structure[sum]!.partOf[item]!]! += moved
    }
    return image
  }
  const sumsOf = (values: Float64Array) => structure.map(({ partOf, parts }) => partSums(values, partOf, parts))
  const diagonal = each2(scales, sumsOf(variance), (scale, shared) => scale + shared)
  const eased = (rows: readonly Float64Array[]) => each2(rows, diagonal, (value, by) => (by > 0 ? value / by : 0))
  const gaps = each2(wanted, sumsOf(from), (want, have) => want - have)
  const enough = dot(gaps, eased(gaps)) * exactEnough ** 2
  let residual = each2(gaps, imageOf(pulls), (gap, closed) => gap - closed)
  let direction = eased(residual)
  let norm = dot(residual, direction)
  for (let step = 0; step < steps && norm > enough; step++) {
    const image = imageOf(direction)
    const length = norm / dot(direction, image)
    for (let sum = 0; sum < pulls.length; sum++)
      for (let part = 0; part < pulls[sum]!.length; part++) pulls[sum]![part]! += length * direction[sum]![part]!
    residual = each2(residual, image, (value, by) => value - length * by)
    const next = eased(residual)
    const nextNorm = dot(residual, next)
    const keep = nextNorm / norm
    direction = each2(next, direction, (value, before) => value + keep * before)
    norm = nextNorm
  }
}

function each2(
  one: readonly Float64Array[],
  other: readonly Float64Array[],
  of: (a: number, b: number) => number,
): Float64Array[] {
  return one.map((row, sum) => row.map((value, part) => of(value, other[sum]![part]!)))
}

function dot(one: readonly Float64Array[], other: readonly Float64Array[]): number {
  let sum = 0
  for (let row = 0; row < one.length; row++)
    for (let at = 0; at < one[row]!.length; at++) sum += one[row]![at]! * other[row]![at]!
  return sum
}

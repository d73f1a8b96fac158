const year = 12

/**
 * What the months of a year share among them: twelve factors with mean 1, January first, from a course of at least two
 * years; each is the mean ratio of its months to the centred mean of the year around them (classical decomposition).
 * Null where the course is too short or mostly empty.
 */
export function seasonOf(values: Float64Array, firstMonth: number): Float64Array | null {
  if (values.length < 2 * year) return null
  const sums = new Float64Array(year)
  const counts = new Float64Array(year)
  for (let at = year / 2; at + year / 2 < values.length; at++) {
    let around = (values[at - year / 2]! + values[at + year / 2]!) / 2
    for (let near = at - year / 2 + 1; near < at + year / 2; near++) around += values[near]!
    if (around <= 0) continue
    const month = (firstMonth + at) % year
    sums[month]! += (values[at]! * year) / around
    counts[month]! += 1
  }
  if (counts.some(count => count === 0)) return null
  const factors = sums.map((sum, month) => Math.max(0.05, sum / counts[month]!))
  const mean = factors.reduce((sum, factor) => sum + factor, 0) / year
  return factors.map(factor => factor / mean)
}

/** The factors of January first as a series needs them that begins in `month` (0 is January). */
export function seasonFrom(factors: Float64Array, month: number): Float64Array {
  return factors.map((_, at) => factors[(at + month) % year]!)
}

/** Factors of a few sisters lean on those of more of them: `few` series count as much as the wider season. */
export function leaning(own: Float64Array | null, series: number, wider: Float64Array | null): Float64Array | null {
  if (!own || !wider) return own ?? wider
  const few = 8
  const weight = series / (series + few)
  return own.map((factor, month) => weight * factor + (1 - weight) * wider[month]!)
}

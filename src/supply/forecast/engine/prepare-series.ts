/**
 * Fills what is missing (NaN, infinite): the mean of one season before and after where one of them is known, else the
 * straight line between neighbours, else the nearest. Missing values before the first known one are cut off. `skipped`
 * is how many; the rest is as long as the series. Empty where nothing is known.
 */
export function fillMissing(
  values: readonly number[] | Float64Array,
  period: number,
): { filled: Float64Array; skipped: number } {
  let first = 0
  while (first < values.length && !Number.isFinite(values[first]!)) first++
  const filled = Float64Array.from(values.length === first ? [] : Array.prototype.slice.call(values, first))
  const missing: number[] = []
  for (let t = 0; t < filled.length; t++) if (!Number.isFinite(filled[t]!)) missing.push(t)
  if (missing.length === 0) return { filled, skipped: first }
  const known = filled.slice()
  for (const t of missing) {
    const before = period > 1 ? known[t - period] : undefined
    const after = period > 1 ? known[t + period] : undefined
    const neighbours = [before, after].filter((value): value is number => value !== undefined && Number.isFinite(value))
    filled[t] =
      neighbours.length > 0 ? neighbours.reduce((sum, value) => sum + value, 0) / neighbours.length : between(known, t)
  }
  return { filled, skipped: first }
}

/** On the line between the nearest known values. The first value is known. */
function between(known: Float64Array, t: number): number {
  let before = t
  while (!Number.isFinite(known[before]!)) before--
  let after = t
  while (after < known.length && !Number.isFinite(known[after]!)) after++
  if (after === known.length) return known[before]!
  return known[before]! + ((known[after]! - known[before]!) * (t - before)) / (after - before)
}

/** A request as the filling sees it: it rises at `rate` with the common level, between its bounds. */
export type Rising = { rate: number; low: number; high: number }

/** What the requests of a product come to at a level. */
export function demandAt(level: number, rows: readonly Rising[]): number {
  let total = 0
  for (const row of rows) total += valueAt(level, row)
  return total
}

export function valueAt(level: number, { rate, low, high }: Rising): number {
  return Math.max(low, Math.min(high, level * rate))
}

/** Levels at which some request begins to rise or is full; between two of them every product's demand is a straight line. */
export function bends(products: Iterable<readonly Rising[]>): number[] {
  const levels = new Set<number>([0])
  for (const rows of products) {
    for (const { rate, low, high } of rows) {
      if (high <= low) continue
      levels.add(low / rate)
      levels.add(high / rate)
    }
  }
  return [...levels].sort((a, b) => a - b)
}

/** The level at which the requests come to a total; Infinity where all of them together do not. */
export function levelOf(total: number, rows: readonly Rising[]): number {
  if (demandAt(Number.POSITIVE_INFINITY, rows) <= total) return Number.POSITIVE_INFINITY
  const steps = bends([rows])
  let at = 0
  for (let high = steps.length; high - at > 1; ) {
    const middle = (at + high) >> 1
    if (demandAt(steps[middle]!, rows) <= total) at = middle
    else high = middle
  }
  const [start, end] = [steps[at]!, steps[at + 1] ?? steps[at]!]
  const [low, high] = [demandAt(start, rows), demandAt(end, rows)]
  return high <= low ? start : start + ((total - low) / (high - low)) * (end - start)
}

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

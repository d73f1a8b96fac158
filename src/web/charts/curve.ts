/**
 * A cumulative curve by rank, as the server samples it: ranks ascend, the last one is the last account.
 * `cumulative` and `value` are exact decimal strings in one currency.
 */
export type CurvePoint = { rank: number; cumulative: string; value?: string; name?: string; account?: number }

/** Ranks held by a brush, both included. */
export type RankRange = { from: number; to: number }

/** What the chart draws: numbers only for the canvas; the text keeps the strings. */
export type Curve = {
  points: [rank: number, cumulative: number][]
  peak: CurvePoint
  last: CurvePoint
  /** True where the curve falls after its peak: something is given back. */
  givesBack: boolean
}

export function curveOf(points: CurvePoint[]): Curve | null {
  const last = points.at(-1)
  if (!last) return null
  let peak = points[0]!
  for (const point of points) if (Number(point.cumulative) > Number(peak.cumulative)) peak = point
  return {
    points: [[0, 0], ...points.map(point => [point.rank, Number(point.cumulative)] as [number, number])],
    peak,
    last,
    givesBack: Number(last.cumulative) < Number(peak.cumulative),
  }
}

/** The sampled point at or next above a rank, for reading values under the pointer. */
export function pointAt(points: CurvePoint[], rank: number): CurvePoint | undefined {
  let low = 0
  let high = points.length - 1
  while (low < high) {
    const middle = (low + high) >> 1
    if (points[middle]!.rank < rank) low = middle + 1
    else high = middle
  }
  return points[low]
}

/** First rank whose cumulative reaches the share of the total; null where the total is not positive. */
export function rankReaching(points: CurvePoint[], share: number): number | null {
  const total = Number(points.at(-1)?.cumulative ?? 0)
  if (total <= 0) return null
  return points.find(point => Number(point.cumulative) >= total * share)?.rank ?? null
}

/** A dragged stretch of the axis as whole ranks within the curve; null for a mere click. */
export function rangeOf(start: number, end: number, lastRank: number): RankRange | null {
  const from = Math.max(1, Math.ceil(Math.min(start, end)))
  const to = Math.min(lastRank, Math.floor(Math.max(start, end)))
  return to - from < 1 ? null : { from, to }
}

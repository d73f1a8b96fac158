import { type Grain, monthsAfter, periodDays } from './periods.ts'

/** Pieces of one period on the chart; null where there is nothing to draw. */
export type ChartPoint = {
  period: string
  actual: number | null
  /** The past without exceptions, where it differs. */
  cleaned: number | null
  mean: number | null
  p10: number | null
  p90: number | null
  /** Without adjustments, where these change anything. */
  base: number | null
  lastYear: number | null
}

type Drawn = {
  grain: Grain
  history: readonly { period: string; pieces: number; cleaned: number }[]
  points: readonly { period: string; base: number | null; mean: number; p10: number; p90: number }[]
}

const monthsDrawn = 30

/** By month the last thirty months and those ahead, joined at the last known one; by week those ahead alone. */
export function chartPoints({ grain, history, points }: Drawn): ChartPoint[] {
  const known = new Map(history.map(({ period, pieces }) => [period, pieces]))
  const nothing = { actual: null, cleaned: null, mean: null, p10: null, p90: null, base: null, lastYear: null }
  const past = grain === 'week' ? [] : history.slice(-monthsDrawn)
  const changed = points.some(({ base, mean }) => base !== null && base !== mean)
  return [
    ...past.map(({ period, pieces, cleaned }, at) => {
      const last = at === past.length - 1
      return {
        ...nothing,
        period,
        actual: pieces,
        cleaned: cleaned === pieces ? null : cleaned,
        // The lines of the forecast begin where the past ends.
        ...(last && { mean: pieces, p10: pieces, p90: pieces, base: changed ? pieces : null }),
      }
    }),
    ...points.map(({ period, base, mean, p10, p90 }) => ({
      ...nothing,
      period,
      mean,
      p10,
      p90,
      base: changed ? base : null,
      lastYear: grain === 'week' ? null : (known.get(monthsAfter(period, -12)) ?? null),
    })),
  ]
}

type Marked = { title: string; fromDay: string; toDay: string }

/** Which points an adjustment touches, by place; those outside are left out. */
export function chartMarks(
  adjustments: readonly Marked[],
  points: readonly ChartPoint[],
  grain: Grain,
): { from: number; to: number; title: string }[] {
  return adjustments.flatMap(({ title, fromDay, toDay }) => {
    const touched = points.flatMap(({ period }, at) => {
      const days = periodDays(period, grain)
      return days.to >= fromDay && days.from <= toDay ? [at] : []
    })
    if (touched.length === 0) return []
    return [{ from: touched[0]!, to: touched.at(-1)!, title }]
  })
}

const longestLabel = 14
const pointsApart = 6

/** The words above each mark; none where they would run into another's. */
export function markLabels(marks: readonly { from: number; to: number; title: string }[]): string[] {
  const middle = (mark: { from: number; to: number }) => (mark.from + mark.to) / 2
  return marks.map(mark => {
    const alone = marks.every(other => other === mark || Math.abs(middle(other) - middle(mark)) >= pointsApart)
    if (!alone) return ''
    return mark.title.length > longestLabel ? `${mark.title.slice(0, longestLabel - 1)}…` : mark.title
  })
}

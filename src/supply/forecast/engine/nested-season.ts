import { findSeason, type Season, withoutSeason } from './seasonality.ts'

/** The short season and the long one it usually lies in, in points. */
function nesting(period: number): { inner: number; outer: number } | null {
  if (period === 7 || period === 364) return { inner: 7, outer: 364 }
  if (period % 168 === 0) return { inner: period / 7, outer: period }
  return period % 24 === 0 ? { inner: period, outer: 7 * period } : null
}

/**
 * The longer one of two seasons that lie in one another: the week of 24 hours or of 48 half hours, the year (52 weeks) of
 * 7 days; of a week of 168 hours the week again. Null where there is none, or the series does not hold three of them.
 */
export function outerPeriod(period: number, n: number): number | null {
  const found = nesting(period)
  return found !== null && n >= 3 * found.outer ? found.outer : null
}

/**
 * Two seasons, one in the other: the figures of the short one, then those of the long one in what is left, shrunk. In a
 * year of days neighbouring days are averaged, as they differ little but for chance. `factors` multiplies, else adds.
 */
export function nestedSeason(values: Float64Array, period: number, factors: boolean): Season | null {
  const found = nesting(period)
  if (found === null || values.length < 3 * found.outer) return null
  const { inner, outer } = found
  const kind = factors ? 'multiplicative' : 'additive'
  const short = findSeason(values, inner, kind)
  const long = short && findSeason(withoutSeason(values, short), outer, kind)
  if (short === null || long === null) return null
  const longFigures = inner === 7 ? smoothRound(long.figures, 14) : long.figures
  const figures = longFigures.map((figure, at) =>
    factors ? figure * short.figures[at % inner]! : figure + short.figures[at % inner]!,
  )
  return { kind, figures }
}

/** Mean of `reach` neighbours to either side, the end followed by the beginning. */
function smoothRound(figures: Float64Array, reach: number): Float64Array {
  const n = figures.length
  return figures.map((_, at) => {
    let sum = 0
    for (let away = -reach; away <= reach; away++) sum += figures[(at + away + n) % n]!
    return sum / (2 * reach + 1)
  })
}

import { findSeason, type Season, withoutSeason } from './seasonality.ts'

/**
 * The longer season that a short one usually lies in: the week of 24 hours or 48 half hours, the year (52 weeks) of 7
 * days. Where a period itself holds seven shorter ones (168 hours), the period again. Null where the series does not
 * hold three of them, or there is none.
 */
export function outerPeriod(period: number, n: number): number | null {
  const outer =
    period === 7 ? 364 : period % 7 === 0 && period >= 56 ? period : period >= 20 && period !== 52 ? 7 * period : null
  return outer !== null && period <= 400 && n >= 3 * outer ? outer : null
}

/**
 * Two seasons, one in the other: the figures of the short one, then those of the long one in what is left, shrunk. In a
 * year of days neighbouring days are averaged, as they differ little but for chance. `factors` multiplies, else adds.
 */
export function nestedSeason(values: Float64Array, period: number, factors: boolean): Season | null {
  const kind = factors ? 'multiplicative' : 'additive'
  const outer = outerPeriod(period, values.length)
  if (outer === null) return null
  const inner = outer === period ? period / 7 : period
  const short = findSeason(values, inner, kind)
  if (short === null) return null
  const long = findSeason(withoutSeason(values, short), outer, kind)
  if (long === null) return null
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

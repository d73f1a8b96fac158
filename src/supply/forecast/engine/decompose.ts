import { type Season, seasonalMean } from './seasonality.ts'

/**
 * Decomposition into trend, a season that changes slowly, and a rest. After Cleveland, Cleveland, McRae & Terpenning,
 * "STL", Journal of Official Statistics 6 (1990): each place of the season is smoothed over the years with tricube
 * weights, twice, the trend being taken from the series without season in between. Unlike there the trend is the centred
 * mean of a season, carried on at both ends by the line through its last season, and smoothing is to a level.
 *
 * `logarithms`: decompose logarithms, so that the season is factors. Returns the last season as figures for what comes
 * next, and the series without its season at the time. Null below four seasons.
 */
export function evolvingSeason(
  values: Float64Array,
  period: number,
  logarithms: boolean,
): { season: Season; rest: Float64Array } | null {
  const n = values.length
  if (period < 2 || n < 4 * period) return null
  const whole = logarithms ? values.map(Math.log) : values
  const seasonal = new Float64Array(n)
  let rest = whole.slice()
  for (let round = 0; round < 2; round++) {
    const trend = wholeTrend(rest, period)
    const detrended = whole.map((value, t) => value - trend[t]!)
    smoothPlaces(detrended, period, seasonal)
    const drift = wholeTrend(seasonal, period)
    for (let t = 0; t < n; t++) seasonal[t]! -= drift[t]!
    rest = whole.map((value, t) => value - seasonal[t]!)
  }
  const figures = new Float64Array(period)
  for (let t = n - period; t < n; t++) figures[t % period] = logarithms ? Math.exp(seasonal[t]!) : seasonal[t]!
  return {
    season: { kind: logarithms ? 'multiplicative' : 'additive', figures },
    rest: logarithms ? rest.map(Math.exp) : rest,
  }
}

/** Centred mean of a season, with the ends drawn on from the line through the season next to them. */
function wholeTrend(values: Float64Array, period: number): Float64Array {
  const trend = seasonalMean(values, period)
  const n = values.length
  const half = Math.floor(period / 2)
  const first = half
  const last = n - 1 - half
  const span = Math.min(period, last - first)
  const slopeIn = (trend[first + span]! - trend[first]!) / span
  const slopeOut = (trend[last]! - trend[last - span]!) / span
  // Half of the slope: the level at the ends is least certain.
  for (let t = 0; t < first; t++) trend[t] = trend[first]! - (slopeIn / 2) * (first - t)
  for (let t = last + 1; t < n; t++) trend[t] = trend[last]! + (slopeOut / 2) * (t - last)
  return trend
}

/** Seasons that smoothing reaches to either side. */
const seasonReach = 4

function smoothPlaces(values: Float64Array, period: number, into: Float64Array): void {
  const n = values.length
  for (let t = 0; t < n; t++) {
    let sum = 0
    let weights = 0
    for (let away = -seasonReach + 1; away < seasonReach; away++) {
      const at = t + away * period
      if (at < 0 || at >= n) continue
      const weight = (1 - Math.abs(away / seasonReach) ** 3) ** 3
      sum += weight * values[at]!
      weights += weight
    }
    into[t] = sum / weights
  }
}

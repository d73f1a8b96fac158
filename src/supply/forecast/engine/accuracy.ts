/** Mean of the absolute differences at that lag: what MASE is scaled by. Null where there is none, or it is 0. */
export function differenceScale(values: Float64Array, lag: number): number | null {
  let sum = 0
  for (let t = lag; t < values.length; t++) sum += Math.abs(values[t]! - values[t - lag]!)
  return sum > 0 ? sum / (values.length - lag) : null
}

/** Loss of saying `quantile` for the share `share` when `actual` comes. */
export function pinball(actual: number, quantile: number, share: number): number {
  return actual >= quantile ? share * (actual - quantile) : (1 - share) * (quantile - actual)
}

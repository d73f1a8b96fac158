/** Standard normal quantile of nine tenths. */
const nineTenths = 1.2815515655446004

/**
 * Quantiles of an error that grows with the size of the value where all values are above 0 (half way between the normal
 * and the lognormal quantile), of a normal one elsewhere. `mean` and `deviation` for each point ahead.
 */
export function continuousQuantiles(
  mean: Float64Array,
  deviation: Float64Array,
  positive: boolean,
): { p10: Float64Array; p90: Float64Array } {
  const p10 = mean.slice()
  const p90 = mean.slice()
  for (let step = 0; step < mean.length; step++) {
    const middle = mean[step]!
    const away = nineTenths * deviation[step]!
    p10[step] = middle - away
    p90[step] = middle + away
    if (!positive || !(middle > 0)) continue
    const factor = Math.exp(nineTenths * Math.sqrt(Math.log1p((deviation[step]! / middle) ** 2)))
    p10[step] = (Math.max(0, p10[step]!) + middle / factor) / 2
    p90[step] = (p90[step]! + middle * factor) / 2
  }
  return { p10, p90 }
}

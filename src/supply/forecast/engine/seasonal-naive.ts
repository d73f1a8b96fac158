/** What was a season ago comes again; the last value where less than a season is known. At least one value. */
export function seasonalNaive(values: Float64Array, period: number, horizon: number): Float64Array {
  const n = values.length
  return Float64Array.from({ length: horizon }, (_, step) => values[n < period ? n - 1 : n - period + (step % period)]!)
}

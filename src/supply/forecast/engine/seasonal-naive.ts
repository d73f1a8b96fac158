import { shortArray } from './short-array.ts'

/** What was a season ago comes again; the last value where less than a season is known. At least one value. */
export function seasonalNaive(values: Float64Array, period: number, horizon: number): Float64Array {
  const n = values.length
  const path = shortArray(horizon)
  for (let step = 0; step < horizon; step++) path[step] = values[n < period ? n - 1 : n - period + (step % period)]!
  return path
}

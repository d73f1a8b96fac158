import { quantileOf } from '../reasonable/normal.ts'

/** What is expected by week: pieces, and how far nine of ten weeks stay below. */
export type WeeklyDemand = { mean: number[]; p10: number[]; p90: number[] }

/** Half the distance between the first and the ninth tenth, in standard deviations. */
const halfBand = quantileOf(0.9)

/**
 * Demand summed over series and weeks, week by week, that is not exceeded with the given probability: means add up, and
 * deviations as those of series and weeks that are independent (normal approximation). The sum of sure weeks would be too
 * sure; this is the sure sum.
 */
export function sureCumulative(series: readonly WeeklyDemand[], weeks: number, sure: number): number[] {
  const z = quantileOf(sure)
  let mean = 0
  let variance = 0
  return Array.from({ length: weeks }, (_, week) => {
    for (const each of series) {
      mean += each.mean[week] ?? 0
      variance += (Math.max(0, (each.p90[week] ?? 0) - (each.p10[week] ?? 0)) / (2 * halfBand)) ** 2
    }
    return Math.max(0, mean + z * Math.sqrt(variance))
  })
}

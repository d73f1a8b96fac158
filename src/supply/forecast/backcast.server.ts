import { inScope } from './adjustment.ts'
import { cleaned } from './cleaned.ts'
import type { Demand } from './demand.ts'
import { forecastMany, type NamedSeries } from './engine/forecast-many.server.ts'
import { effectsOf } from './on-top.ts'
import { naiveAhead, type PastForecast, scaleOf } from './past.ts'
import { monthsBetween } from './periods.ts'
import { type SeriesKey, structureOf, sumCourses } from './structure.ts'

/** Beside all sums, this many of the largest items; those that an adjustment concerned come on top. */
const largestItems = 1500

/** A month can be forecast when a year lies before it. */
const leastBefore = 12

/**
 * What would have been forecast for months for which no forecast stood, each from what was known when it began: a new
 * installation can say at once how far its forecasts may be trusted. Each series by itself, not reconciled.
 */
export async function backcast(
  demand: Demand,
  months: readonly string[],
  onProgress: (done: number, total: number) => Promise<void>,
): Promise<PastForecast[]> {
  const { items, window, adjustments } = demand
  const targets = months
    .map(month => ({ month, at: monthsBetween(window.firstMonth, month) }))
    .filter(({ at }) => at >= leastBefore && at < window.months)
  if (targets.length === 0) return []
  const structure = structureOf(items)
  const pasts = cleaned(items, adjustments, demand.months)
  const over = adjustments.filter(each => each.toDay < demand.firstAhead)
  const volume = items.map(item => item.whole.subarray(-12).reduce((sum, value) => sum + value, 0))
  const large = new Set(
    items
      .map((_, at) => at)
      .sort((one, other) => volume[other]! - volume[one]! || one - other)
      .slice(0, largestItems),
  )
  const chosen = items.flatMap((item, at) => (large.has(at) || over.some(each => inScope(each, item)) ? [at] : []))
  const wholes = sumCourses(
    items.map(item => item.whole),
    structure,
  )
  const clean = sumCourses(
    pasts.map(past => past.course),
    structure,
  )
  const series: { key: SeriesKey; whole: Float64Array; clean: Float64Array; from: number }[] = [
    ...chosen.map(at => {
      const { accountId, productId, whole, from } = items[at]!
      return {
        key: { level: 'item' as const, accountId, productId, tier: null },
        whole,
        clean: pasts[at]!.course,
        from,
      }
    }),
    ...structure.parts.map((key, part) => ({
      key,
      whole: wholes[part]!,
      clean: clean[part]!,
      from: Math.max(
        0,
        wholes[part]!.findIndex(value => value > 0),
      ),
    })),
  ]
  const found: PastForecast[] = []
  const total = targets.length * series.length
  for (const [round, { month, at }] of targets.entries()) {
    const known = adjustments.filter(each => each.madeOn <= month)
    const recent = pasts.map(past => Float64Array.of(meanOf(past.course.subarray(at - leastBefore, at))))
    const effects = effectsOf(known, items, recent, { firsts: [month], grain: 'month' }).map(
      effect => effect ?? Float64Array.of(0),
    )
    const added = [...chosen.map(item => effects[item]!), ...sumCourses(effects, structure)]
    const begun = series.flatMap(({ from }, index) => (from < at ? [index] : []))
    const values = (function* (): Generator<NamedSeries> {
      for (const index of begun)
        yield { id: String(index), values: series[index]!.clean.subarray(series[index]!.from, at) }
    })()
    for await (const { id, method, mean, p10, p90 } of forecastMany(values, { period: 12, horizon: 1 })) {
      const index = Number(id)
      const { key, whole, from } = series[index]!
      const effect = added[index]![0]!
      const moved = (value: number) => Math.max(0, value + effect)
      found.push({
        key,
        period: month,
        method,
        base: mean[0]!,
        mean: moved(mean[0]!),
        p10: moved(p10[0]!),
        p90: moved(p90[0]!),
        naive: naiveAhead(whole.subarray(from, at)),
        scale: scaleOf(whole.subarray(from, at)),
      })
      if (found.length % 500 === 0) await onProgress(round * series.length + begun.length, total)
    }
  }
  return found
}

const meanOf = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / Math.max(1, values.length)

import { type Effect, effectOn, inScope, type Place } from './adjustment.ts'
import type { Grain } from './periods.ts'
import { rounded } from './reconcile.ts'
import type { Band } from './weeks.ts'

/**
 * What people know laid upon what the past gives: for each item the pieces that adjustments add by period. The mean never
 * falls below zero, so that an effect may be smaller than said.
 */
export function effectsOf(
  effects: readonly Effect[],
  items: readonly Place[],
  base: readonly Float64Array[],
  periods: { firsts: readonly string[]; grain: Grain },
  weights?: (effect: Effect, items: readonly number[]) => number[],
): (Float64Array | null)[] {
  const added: (Float64Array | null)[] = items.map(() => null)
  for (const effect of effects) {
    const touched = items.flatMap((item, at) => (inScope(effect, item) ? [at] : []))
    const courses = touched.map(at => base[at]!)
    const parts = effectOn(effect, courses, periods, weights?.(effect, touched))
    for (const [place, item] of touched.entries()) {
      const sum = added[item] ?? new Float64Array(periods.firsts.length)
      added[item] = sum
      for (let at = 0; at < sum.length; at++) sum[at]! += parts[place]![at]!
    }
  }
  return added
}

/** A forecast with its effect on top, in 1024ths; what it may lie above or below moves along. */
export function onTop(band: Band, effect: Float64Array | null): Band {
  if (effect === null) return band
  const moved = (values: Float64Array) => values.map((value, at) => Math.max(0, value + effect[at]!))
  return { mean: moved(band.mean).map(rounded), p10: moved(band.p10), p90: moved(band.p90) }
}

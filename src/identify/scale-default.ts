import { type MeasureKey, measures } from './measures.ts'
import type { Scale } from './policy.ts'
import { scoreOf } from './scale.ts'

/** Where a straight scale usually begins and ends, from the empty score to the full one. */
const usual: Readonly<Record<MeasureKey, readonly [number, number]>> = {
  revenue: [0, 1_000_000],
  margin: [0, 300_000],
  costToServe: [100_000, 0],
  contribution: [0, 250_000],
  marginRate: [0.05, 0.35],
  documents: [0, 100],
  activeMonths: [0, 12],
  daysSinceLastOrder: [180, 0],
  silence: [3, 1],
  growth: [-0.3, 0.5],
  cooperationMonths: [0, 60],
  productBreadth: [0, 40],
  largestDocument: [0, 250_000],
  returnShare: [0.1, 0],
  probabilityAlive: [0, 1],
  expectedContribution: [0, 250_000],
  influence: [0, 10],
  strategicFit: [0, 10],
  loyalty: [0, 10],
}

/** A scale of the kind to begin with; keeps the bounds of the one before where they have a meaning in it. */
export function defaultScale(kind: Scale['kind'], measure: MeasureKey, before?: Scale): Scale {
  const [from, to] = boundsOf(before) ?? usual[measure]
  switch (kind) {
    case 'percentile':
      return { kind }
    case 'linear':
      return { kind, from, to }
    case 'logarithmic':
      return { kind, ...aboveZero(measure, from, to) }
    case 'bands': {
      const quarters = [0.25, 0.5, 0.75, 1]
      return { kind, bands: quarters.map(part => ({ bound: rounded(from + (to - from) * part), score: part * 100 })) }
    }
  }
}

function boundsOf(scale: Scale | undefined): readonly [number, number] | null {
  if (scale?.kind === 'linear' || scale?.kind === 'logarithmic') return [scale.from, scale.to]
  if (scale?.kind === 'bands' && scale.bands.length > 1) return [scale.bands[0]!.bound, scale.bands.at(-1)!.bound]
  return null
}

/** A logarithm has no zero: the lower bound becomes a hundredth of the upper one. */
function aboveZero(measure: MeasureKey, from: number, to: number): { from: number; to: number } {
  const high = Math.max(from, to) > 0 ? Math.max(from, to) : 1
  const low = Math.min(from, to) > 0 ? Math.min(from, to) : high / 100
  return measures[measure].better === 'higher' ? { from: low, to: high } : { from: high, to: low }
}

/** Six digits carry everything a policy means; floats beyond are noise. */
const rounded = (value: number): number => Math.round(value * 1e6) / 1e6

export interface ScaleCurve {
  /** Values at the left and right edge. */
  readonly low: number
  readonly high: number
  /** The first and the last bound, ascending: what the axis names. */
  readonly bounds: readonly number[]
  /** 0..1 across, and the score 0..100. */
  readonly points: readonly { readonly at: number; readonly score: number }[]
}

/** The course of a scale for its preview: a little before its first and after its last bound. Null for a percentile. */
export function scaleCurve(scale: Scale, measure: MeasureKey, steps = 120): ScaleCurve | null {
  if (scale.kind === 'percentile') return null
  const bounds = scale.kind === 'bands' ? scale.bands.map(band => band.bound) : [scale.from, scale.to]
  const smallest = Math.min(...bounds)
  const largest = Math.max(...bounds)
  const room = (largest - smallest || Math.abs(largest) || 1) * 0.12
  const low = smallest >= 0 ? Math.max(0, smallest - room) : smallest - room
  const high = largest + room
  const { better } = measures[measure]
  const nobody = new Float64Array()
  return {
    low,
    high,
    bounds: smallest === largest ? [smallest] : [smallest, largest],
    points: Array.from({ length: steps + 1 }, (_, step) => {
      const at = step / steps
      return { at, score: scoreOf(scale, better, low + (high - low) * at, nobody) }
    }),
  }
}

import type { Scale } from './policy.ts'

export type Direction = 'higher' | 'lower'

/** Known values of a measure in ascending order: what a percentile is taken among. */
export function sortedKnown(values: Float64Array): Float64Array {
  return values.filter(value => !Number.isNaN(value)).sort()
}

/** Score 0..100 of a known value; never falls when the value gets better. */
export function scoreOf(scale: Scale, better: Direction, value: number, sorted: Float64Array): number {
  switch (scale.kind) {
    case 'percentile': {
      if (sorted.length < 2) return 100
      const worse = better === 'higher' ? countBelow(sorted, value) : sorted.length - countUpTo(sorted, value)
      return (100 * worse) / (sorted.length - 1)
    }
    case 'bands': {
      let score = 0
      for (const band of scale.bands)
        if (better === 'higher' ? value >= band.bound : value <= band.bound) score = band.score
      return score
    }
    case 'linear':
      return clamped((value - scale.from) / (scale.to - scale.from))
    case 'logarithmic':
      // Nothing and less than nothing are as far below the lower bound as can be.
      if (value <= 0) return better === 'higher' ? 0 : 100
      return clamped(Math.log(value / scale.from) / Math.log(scale.to / scale.from))
  }
}

/**
 * The value at which an account has at least this score; null where no value brings it. `others` are the known values of
 * the other accounts, ascending. For a percentile the value must be passed, not only reached: `beyond` says so.
 */
export function valueForScore(
  scale: Scale,
  better: Direction,
  score: number,
  others: Others,
): { value: number; beyond: boolean } | null {
  if (score > 100) return null
  switch (scale.kind) {
    case 'percentile': {
      const worse = Math.ceil((score / 100) * others.length - 1e-9)
      if (worse < 1) return null
      return { value: better === 'higher' ? others.at(worse - 1) : others.at(others.length - worse), beyond: true }
    }
    case 'bands': {
      const band = scale.bands.find(each => each.score >= score)
      return band ? { value: band.bound, beyond: false } : null
    }
    case 'linear':
      return { value: scale.from + (score / 100) * (scale.to - scale.from), beyond: false }
    case 'logarithmic':
      return { value: scale.from * (scale.to / scale.from) ** (score / 100), beyond: false }
  }
}

/** Ascending values, read by place. */
export interface Others {
  readonly length: number
  at(index: number): number
}

/** The ascending values without one occurrence of `own`, uncopied. */
export function withoutOne(sorted: Float64Array, own: number): Others {
  const gap = countBelow(sorted, own)
  return { length: sorted.length - 1, at: index => sorted[index < gap ? index : index + 1]! }
}

const clamped = (part: number): number => 100 * Math.min(1, Math.max(0, part))

/** How many are smaller than the value. */
export function countBelow(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! < value) low = middle + 1
    else high = middle
  }
  return low
}

/** How many are smaller than or equal to the value. */
export function countUpTo(sorted: Float64Array, value: number): number {
  let low = 0
  let high = sorted.length
  while (low < high) {
    const middle = (low + high) >>> 1
    if (sorted[middle]! <= value) low = middle + 1
    else high = middle
  }
  return low
}

import type { MeasureTable } from './measure-table.ts'
import { type MeasureKey, measures } from './measures.ts'
import type { Criterion } from './policy.ts'
import { scoreOf, sortedKnown } from './scale.ts'

/**
 * Points of all accounts, 0 to 100, kept as whole hundredths so that a threshold of 80 is met by what is shown as 80.00
 * and by nothing else. Scores are remembered per measure and scale: when only a weight moves, only the sums are redone.
 */
export interface Scorer {
  readonly table: MeasureTable
  /** Known values of the measure in ascending order. */
  known(measure: MeasureKey): Float64Array
  /** Scores 0..100, NaN where the value is unknown. Shared: do not write into it. */
  scores(criterion: Pick<Criterion, 'measure' | 'scale'>): Float64Array
  /** Hundredths of points; `into` is reused where given. */
  points(criteria: readonly Criterion[], into?: Int32Array): Int32Array
}

/** Scales remembered at most; a slider that is dragged makes a new one with every step. */
const remembered = 64

export function createScorer(table: MeasureTable): Scorer {
  const known = new Map<MeasureKey, Float64Array>()
  const scores = new Map<string, Float64Array>()
  const sum = new Float64Array(table.size)
  const weights = new Float64Array(table.size)

  const knownOf = (measure: MeasureKey): Float64Array => {
    let sorted = known.get(measure)
    if (!sorted) {
      sorted = sortedKnown(table.values[measure])
      known.set(measure, sorted)
    }
    return sorted
  }

  const scoresOf = ({ measure, scale }: Pick<Criterion, 'measure' | 'scale'>): Float64Array => {
    const key = `${measure} ${JSON.stringify(scale)}`
    let column = scores.get(key)
    if (!column) {
      const sorted = knownOf(measure)
      const { better } = measures[measure]
      column = table.values[measure].map(value => (Number.isNaN(value) ? value : scoreOf(scale, better, value, sorted)))
      if (scores.size >= remembered) scores.delete(scores.keys().next().value!)
      scores.set(key, column)
    }
    return column
  }

  return {
    table,
    known: knownOf,
    scores: scoresOf,
    points(criteria, into = new Int32Array(table.size)) {
      sum.fill(0)
      weights.fill(0)
      for (const criterion of effective(criteria, measure => knownOf(measure).length > 0)) {
        const column = scoresOf(criterion)
        const { weight } = criterion
        const unknownWeight = criterion.unknown === 'no points' ? weight : 0
        for (let row = 0; row < column.length; row += 1) {
          const score = column[row]!
          if (!Number.isNaN(score)) {
            sum[row]! += weight * score
            weights[row]! += weight
          } else weights[row]! += unknownWeight
        }
      }
      for (let row = 0; row < into.length; row += 1)
        into[row] = weights[row] === 0 ? 0 : Math.round((sum[row]! * 100) / weights[row]!)
      return into
    },
  }
}

/** Criteria that count: with a weight, on a measure that is known of somebody. One that nobody has would only lower all. */
export function effective(criteria: readonly Criterion[], isKnown: (measure: MeasureKey) => boolean): Criterion[] {
  return criteria.filter(criterion => criterion.weight > 0 && isKnown(criterion.measure))
}

import type { MeasureTable } from './measure-table.ts'
import type { MeasureKey } from './measures.ts'
import { countBelow, countUpTo, sortedKnown } from './scale.ts'

/**
 * What an account values: price alone (intrinsic), the solution around the product (extrinsic), or designing together
 * (strategic). Source: Rackham & DeVincentis, "Rethinking the Sales Force" (1999). Behaviour suggests, a person decides.
 */
export const valueTypes = ['intrinsic', 'extrinsic', 'strategic'] as const
export type ValueType = (typeof valueTypes)[number]

export interface ValueTypeReason {
  readonly speaksFor: ValueType
  readonly measure: MeasureKey | 'serviceShare'
  /** The account's value (a share, a grade or a number). */
  readonly value: number
  /** Share of the other accounts that lie below, 0..1; null for judged measures. */
  readonly below: number | null
}

export interface ValueTypeSuggestion {
  /** Null where too little is known to suggest anything. */
  readonly suggested: ValueType | null
  /** Evidence for each type, in points; the suggestion needs at least two and a lead of one. */
  readonly evidence: Readonly<Record<ValueType, number>>
  readonly reasons: readonly ValueTypeReason[]
}

export interface ValueTypeAdviser {
  suggest(row: number): ValueTypeSuggestion
}

/** Prepares the comparisons once for all accounts of a table. */
export function valueTypeAdviser(table: MeasureTable): ValueTypeAdviser {
  const serviceShare = Float64Array.from({ length: table.size }, (_, row) => {
    const revenue = table.values.revenue[row]!
    return revenue > 0 ? table.values.costToServe[row]! / revenue : Number.NaN
  })
  const columns = { ...table.values, serviceShare }
  const sorted = new Map<keyof typeof columns, Float64Array>()
  const below = (column: keyof typeof columns, value: number): number => {
    let known = sorted.get(column)
    if (!known) {
      known = sortedKnown(columns[column])
      sorted.set(column, known)
    }
    // Half of the equal ones count as below, so that a column where all are alike says nothing.
    return known.length < 2 ? 0.5 : (countBelow(known, value) + countUpTo(known, value)) / 2 / known.length
  }
  return {
    suggest(row) {
      const reasons: ValueTypeReason[] = []
      const compare = (measure: keyof typeof columns, low: ValueType | null, high: ValueType | null) => {
        const value = columns[measure][row]!
        if (Number.isNaN(value)) return
        const share = below(measure, value)
        if (low && share <= 0.3) reasons.push({ speaksFor: low, measure, value, below: share })
        if (high && share >= 0.7) reasons.push({ speaksFor: high, measure, value, below: share })
      }
      compare('marginRate', 'intrinsic', 'extrinsic')
      compare('productBreadth', 'intrinsic', 'extrinsic')
      compare('serviceShare', 'intrinsic', 'extrinsic')
      compare('contribution', null, 'strategic')
      compare('cooperationMonths', null, 'strategic')
      const fit = table.values.strategicFit[row]!
      if (fit >= 7) reasons.push({ speaksFor: 'strategic', measure: 'strategicFit', value: fit, below: null })
      const influence = table.values.influence[row]!
      if (influence >= 8) reasons.push({ speaksFor: 'strategic', measure: 'influence', value: influence, below: null })
      return { ...weigh(reasons, fit), reasons }
    },
  }
}

/** What it pays for and judged fit count twice. Nobody designs together with an account that no person has found to fit. */
function weigh(reasons: readonly ValueTypeReason[], fit: number): Pick<ValueTypeSuggestion, 'suggested' | 'evidence'> {
  const evidence: Record<ValueType, number> = { intrinsic: 0, extrinsic: 0, strategic: 0 }
  for (const { speaksFor, measure } of reasons)
    evidence[speaksFor] += measure === 'strategicFit' || measure === 'marginRate' ? 2 : 1
  const candidates = valueTypes.filter(type => type !== 'strategic' || fit >= 7)
  const [first, second] = [...candidates].sort((left, right) => evidence[right] - evidence[left])
  const clear = evidence[first!] >= 2 && evidence[first!] > evidence[second!]
  return { evidence, suggested: clear ? first! : null }
}

import { failedGates, type GateKey, qualified } from './gates.ts'
import { amountMeasureKeys, type Measure, type MeasureKey, measures } from './measures.ts'
import type { Criterion, Policy } from './policy.ts'
import { countBelow, countUpTo, valueForScore, withoutOne } from './scale.ts'
import { effective, type Scorer } from './score.ts'
import { type EarnedTier, earnedTiers } from './tier.ts'
import { type RuledTiers, ruledTiers } from './tier-rule.ts'
import { valueToReach } from './value-to-reach.ts'

/** How one criterion came to its points. */
export interface CriterionExplained {
  readonly measure: MeasureKey
  /** Weight as the policy states it, and its part of the weights that count for this account. */
  readonly weight: number
  readonly weightShare: number
  readonly scale: Criterion['scale']
  /** Exact decimal; null where unknown. */
  readonly value: string | null
  /** 1 is the best of those whose value is known. */
  readonly rank: number | null
  readonly of: number
  readonly score: number | null
  /** Points that it adds to the account's total, of 100. */
  readonly points: number
  readonly unknown: Criterion['unknown'] | null
}

export interface GateExplained {
  readonly gate: GateKey
  readonly passed: boolean
  /** What is asked and what the account has; null where the policy asks nothing or nothing is known. */
  readonly required: {
    readonly months: number | null
    readonly singleDocument: string | null
    readonly yearTotal: string | null
  }
  readonly actual: {
    readonly months: number | null
    readonly singleDocument: string | null
    readonly yearTotal: string | null
  }
}

/** One change that alone would be enough; `more` is how much better than today, in whole steps of the measure. */
export interface WayUp {
  readonly measure: MeasureKey
  readonly from: string
  readonly to: string
  readonly more: string
}

export interface AccountExplained {
  /** Points 0..100 with two digits. */
  readonly points: number
  /** 1 is the best by points of all accounts. */
  readonly rank: number
  readonly of: number
  /** By the rule alone, and with the margin forgiven. */
  readonly earned: EarnedTier
  readonly keepable: EarnedTier
  readonly criteria: readonly CriterionExplained[]
  readonly gates: readonly GateExplained[]
  /** Null at the top of the ladder. */
  readonly next: {
    readonly tier: EarnedTier
    readonly missingPoints: number | null
    readonly ways: readonly WayUp[]
  } | null
}

export interface Explainer {
  /** Explains the account at `row`; `standing` is the tier code it stands in, above which "the next" is counted. */
  explain(row: number, standing: number): AccountExplained
}

/** Scores everybody once; then each account is explained at once. */
export function createExplainer(scorer: Scorer, policy: Policy): Explainer {
  const { table } = scorer
  const points = scorer.points(policy.criteria)
  const ascending = Float64Array.from(points).sort()
  const ruled = ruledTiers(table, policy, points, qualified(table, policy))
  return {
    explain(row, standing) {
      const criteria = explainCriteria(scorer, policy, row)
      const own = points[row]!
      return {
        points: own / 100,
        rank: 1 + table.size - countUpTo(ascending, own),
        of: table.size,
        earned: earnedTiers[ruled.strict[row]!]!,
        keepable: earnedTiers[ruled.lenient[row]!]!,
        criteria,
        gates: explainGates(scorer, policy, row),
        next: nextTier(scorer, policy, row, standing, ruled, criteria, own),
      }
    },
  }
}

export const explainAccount = (scorer: Scorer, policy: Policy, row: number, standing: number): AccountExplained =>
  createExplainer(scorer, policy).explain(row, standing)

function explainCriteria(scorer: Scorer, policy: Policy, row: number): CriterionExplained[] {
  const counted = effective(policy.criteria, measure => scorer.known(measure).length > 0)
  const total = counted.reduce((sum, criterion) => {
    const known = !Number.isNaN(scorer.table.values[criterion.measure][row]!)
    return known || criterion.unknown === 'no points' ? sum + criterion.weight : sum
  }, 0)
  return policy.criteria.map(criterion => {
    const { measure } = criterion
    const value = scorer.table.values[measure][row]!
    const known = scorer.known(measure)
    const unknown = Number.isNaN(value)
    const score = unknown ? null : scorer.scores(criterion)[row]!
    const counts = counted.includes(criterion) && (!unknown || criterion.unknown === 'no points')
    const weightShare = counts && total > 0 ? criterion.weight / total : 0
    const better =
      measures[measure].better === 'higher' ? known.length - countUpTo(known, value) : countBelow(known, value)
    return {
      measure,
      weight: criterion.weight,
      weightShare,
      scale: criterion.scale,
      value: valueText(scorer, measure, row),
      rank: unknown ? null : 1 + better,
      of: known.length,
      score,
      points: (score ?? 0) * weightShare,
      unknown: unknown ? criterion.unknown : null,
    }
  })
}

/** The exact text of a value; null where unknown. */
export function valueText({ table }: Pick<Scorer, 'table'>, measure: MeasureKey, row: number): string | null {
  const amount = (amountMeasureKeys as readonly string[]).includes(measure)
  if (amount) return table.amounts[measure as keyof typeof table.amounts][row] ?? null
  const value = table.values[measure][row]!
  return Number.isNaN(value) ? null : plainText(value, measures[measure])
}

/** A number in the measure's own digits, never in exponent form. */
export const plainText = (value: number, measure: Measure): string =>
  value
    .toFixed(measure.decimals)
    .replace(/(\.\d*?)0+$/, '$1')
    .replace(/\.$/, '')

function explainGates({ table }: Scorer, policy: Policy, row: number): GateExplained[] {
  const failed = failedGates(table, policy, row)
  const { minimumCooperationMonths, legalStandingConfirmed, anyOf } = policy.gates
  const months = table.values.cooperationMonths[row]!
  const none = { months: null, singleDocument: null, yearTotal: null }
  const gates: GateExplained[] = []
  const gate = (key: GateKey, required: GateExplained['required'], actual: GateExplained['actual']) =>
    gates.push({ gate: key, passed: !failed.includes(key), required, actual })
  if (minimumCooperationMonths !== null)
    gate(
      'cooperation',
      { ...none, months: minimumCooperationMonths },
      { ...none, months: Number.isNaN(months) ? null : months },
    )
  if (legalStandingConfirmed) gate('legalStanding', none, none)
  if (anyOf.singleDocument !== null || anyOf.yearTotal !== null)
    gate(
      'size',
      { ...none, ...anyOf },
      { ...none, singleDocument: table.amounts.largestDocument[row] ?? null, yearTotal: String(table.yearTotal[row]) },
    )
  return gates
}

/** Nobody can make these better by doing something. */
const notInAnybodysHands: readonly MeasureKey[] = [
  'probabilityAlive',
  'expectedContribution',
  'silence',
  'daysSinceLastOrder',
]

function nextTier(
  scorer: Scorer,
  policy: Policy,
  row: number,
  standing: number,
  { bounds, strict }: Pick<RuledTiers, 'bounds' | 'strict'>,
  criteria: readonly CriterionExplained[],
  own: number,
): AccountExplained['next'] {
  const code = bounds.findIndex((bound, each) => each > standing && bound !== null)
  if (code < 0) return null
  const tier = earnedTiers[code]!
  // Of a quota the last place is taken: who has the same points has lost it to a larger account and must pass it.
  const taken = policy.tiers.by === 'quota' && strict[row]! < code ? 1 : 0
  const bound = bounds[code]! + taken
  if (policy.tiers.by === 'contribution') {
    const way = wayByContribution(scorer, row, bound)
    return { tier, missingPoints: null, ways: way ? [way] : [] }
  }
  if (own >= bound) return { tier, missingPoints: 0, ways: [] }
  // From the unrounded points: the way up is then exact, and never too short.
  const missing = bound / 100 - criteria.reduce((sum, criterion) => sum + criterion.points, 0)
  const ways = criteria
    .filter(
      criterion =>
        criterion.score !== null && criterion.weightShare > 0 && !notInAnybodysHands.includes(criterion.measure),
    )
    .map(criterion => wayByCriterion(scorer, criterion, row, missing))
    .filter(way => way !== null)
  return { tier, missingPoints: (bound - own) / 100, ways: ways.sort(byEffort) }
}

function wayByCriterion(scorer: Scorer, criterion: CriterionExplained, row: number, missing: number): WayUp | null {
  const { measure, scale } = criterion
  const score = criterion.score! + missing / criterion.weightShare
  const others = withoutOne(scorer.known(measure), scorer.table.values[measure][row]!)
  const target = valueForScore(scale, measures[measure].better, score, others)
  if (!target) return null
  return valueToReach(measures[measure], valueText(scorer, measure, row)!, target)
}

/** Pass the smallest account that is still inside the tier's share of contribution. */
function wayByContribution({ table }: Scorer, row: number, share: number): WayUp | null {
  const own = table.amounts[table.basis][row]
  if (own == null) return null
  let smallestInside: number | null = null
  for (const each of table.order) {
    if (!(table.shareBefore[each]! < share)) break
    if (each !== row) smallestInside = each
  }
  if (smallestInside === null) return null
  return valueToReach(measures[table.basis], own, {
    value: Number(table.amounts[table.basis][smallestInside]),
    beyond: true,
  })
}

/** The smallest relative change first. */
function byEffort(left: WayUp, right: WayUp): number {
  const effort = (way: WayUp) =>
    Number(way.more) / Math.max(Math.abs(Number(way.from)), 10 ** -measures[way.measure].decimals)
  return effort(left) - effort(right)
}

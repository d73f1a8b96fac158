import { autoregress } from './autoregression.ts'
import { evolvingSeason } from './decompose.ts'
import { smooth, smoothAdjusted, smoothLinear } from './exponential-smoothing.ts'
import { nestedSeason, outerPeriod } from './nested-season.ts'
import { seasonalNaive } from './seasonal-naive.ts'
import { addSeason, findSeason, isSeasonal, noSeason, type Season, withoutSeason } from './seasonality.ts'
import { shortArray } from './short-array.ts'
import { dynamicTheta, theta } from './theta.ts'

/** How the season is taken out before a method runs and put back after it. */
export type SeasonRule = 'none' | 'sister' | 'multiplicative' | 'additive' | 'evolving' | 'nested'

/** One way to forecast a series: a method behind a rule for the season. */
export interface Candidate {
  readonly method: string
  readonly rule: SeasonRule
  /** Weight before any error is seen. */
  readonly prior: number
}

/** What to try on a series, decided once for all its origins. */
export interface Plan {
  readonly period: number
  readonly sister?: readonly number[] | Float64Array
  readonly rules: readonly { rule: SeasonRule; prior: number }[]
  /** All values are above 0 and of one order of size, so that logarithms are taken too. */
  readonly logarithms: boolean
  readonly methods: readonly MethodRow[]
  readonly candidates: readonly Candidate[]
  /** Values that the plan was made for. */
  readonly length: number
}

type Method = (values: Float64Array, horizon: number) => Float64Array

interface MethodRow {
  readonly name: string
  readonly logarithm: boolean
  readonly forecast: Method
  /** Weight before any error is seen, for series without and with a season of their own. */
  readonly seasonless: number
  readonly seasonal: number
}

/**
 * Logarithms count half: growth by the year rarely goes on. Autoregression counts less where a season was taken out, as
 * it then follows what the figures leave over; a trend without damping only where there is no season to hide in.
 */
const methods: readonly MethodRow[] = [
  { name: 'damped smoothing', logarithm: false, forecast: smooth, seasonless: 1, seasonal: 1 },
  { name: 'Theta', logarithm: false, forecast: theta, seasonless: 1, seasonal: 1 },
  { name: 'dynamic Theta', logarithm: false, forecast: dynamicTheta, seasonless: 1, seasonal: 1 },
  { name: 'autoregression', logarithm: false, forecast: autoregress, seasonless: 1, seasonal: 0.75 },
  { name: 'linear trend', logarithm: false, forecast: smoothLinear, seasonless: 0.7, seasonal: 0 },
  { name: 'damped smoothing of logarithms', logarithm: true, forecast: smooth, seasonless: 0.5, seasonal: 0.5 },
  { name: 'Theta of logarithms', logarithm: true, forecast: theta, seasonless: 0.5, seasonal: 0.5 },
  { name: 'dynamic Theta of logarithms', logarithm: true, forecast: dynamicTheta, seasonless: 0.5, seasonal: 0.5 },
  { name: 'autoregression of logarithms', logarithm: true, forecast: autoregress, seasonless: 0.5, seasonal: 0.35 },
]

/** Logarithm of the most that is believed; values are below 2 when they come here. */
const mostGrowth = 12

/** Values before the last of these are not looked at by methods for level and trend, only by the season. */
const longestLook = 1_000

/** Counts little beside fourteen others, unless it did much better at past origins. */
const naivePrior = 0.5

const naiveSeason = (n: number, period: number) => period > 1 && n >= 2 * period

/** A season of amounts does not go with growth by factors. */
const runs = ({ logarithm }: MethodRow, rule: SeasonRule) => !(logarithm && rule === 'additive')

export function planOf(
  values: Float64Array,
  { period, sister }: { period: number; sister?: readonly number[] | Float64Array },
): Plan {
  let smallest = Number.POSITIVE_INFINITY
  let mean = 0
  for (let t = 0; t < values.length; t++) {
    smallest = Math.min(smallest, values[t]!)
    mean += values[t]! / values.length
  }
  const logarithms = smallest > mean * 1e-3 && smallest > 0
  const rules = rulesFor(values, period, sister, smallest >= 0)
  const candidates: Candidate[] = []
  const used = methods.filter(
    method => (logarithms || !method.logarithm) && (period > 1 ? method.seasonal : method.seasonless) > 0,
  )
  for (const { rule, prior } of rules)
    for (const method of used.filter(each => runs(each, rule)))
      candidates.push({
        method: method.name,
        rule,
        prior: prior * (period > 1 ? method.seasonal : method.seasonless),
      })
  if (naiveSeason(values.length, period)) candidates.push({ method: 'seasonal naive', rule: 'none', prior: naivePrior })
  return { period, sister, rules, logarithms, methods: used, candidates, length: values.length }
}

function rulesFor(
  values: Float64Array,
  period: number,
  sister: readonly number[] | Float64Array | undefined,
  positive: boolean,
): { rule: SeasonRule; prior: number }[] {
  const n = values.length
  if (period < 2) return [{ rule: 'none', prior: 1 }]
  if (n < 2 * period) return [{ rule: sister && positive ? 'sister' : 'none', prior: 1 }]
  const factors = positive && findSeason(values, period, 'multiplicative') !== null
  const rules: { rule: SeasonRule; prior: number }[] = []
  if (isSeasonal(values, period)) {
    if (factors) rules.push({ rule: 'multiplicative', prior: 2 })
    rules.push({ rule: 'additive', prior: 1 })
    if (n >= 4 * period) rules.push({ rule: 'evolving', prior: 2 })
  } else rules.push({ rule: 'none', prior: 1 }, { rule: factors ? 'multiplicative' : 'additive', prior: 1 })
  if (outerPeriod(period, n) !== null) rules.push({ rule: 'nested', prior: 2 })
  return rules
}

/** Paths of all candidates of the plan, in its order, from the first `origin` values alone. */
export function candidatePaths(values: Float64Array, plan: Plan, horizon: number): Float64Array[] {
  const paths: Float64Array[] = []
  const adjusted = plan.period > 1
  for (const { rule } of plan.rules) {
    const season = seasonBy(rule, values, plan)
    const rest = season.rest ?? withoutSeason(values, season.season)
    const look = rest.length > longestLook ? rest.subarray(rest.length - longestLook) : rest
    let positive = plan.logarithms
    for (let t = 0; positive && t < look.length; t++) positive = look[t]! > 0
    const logarithms = positive ? shortArray(look.length) : look
    if (positive) for (let t = 0; t < look.length; t++) logarithms[t] = Math.log(look[t]!)
    for (const method of plan.methods) {
      if (!runs(method, rule)) continue
      const { logarithm, forecast } = method
      const path = (adjusted && forecast === smooth ? smoothAdjusted : forecast)(logarithm ? logarithms : look, horizon)
      if (logarithm && positive)
        for (let step = 0; step < horizon; step++) path[step] = Math.exp(Math.min(path[step]!, mostGrowth))
      addSeason(path, values.length, season.season)
      paths.push(path)
    }
  }
  if (naiveSeason(plan.length, plan.period)) paths.push(seasonalNaive(values, plan.period, horizon))
  return paths
}

/** The season that a rule finds; where the series is too short for it, none. `rest` where it is more than the figures say. */
export function seasonBy(rule: SeasonRule, values: Float64Array, plan: Plan): { season: Season; rest?: Float64Array } {
  const { period, sister } = plan
  switch (rule) {
    case 'none':
      return { season: noSeason }
    case 'sister':
      return { season: { kind: 'multiplicative', figures: Float64Array.from(sister!) } }
    case 'evolving':
      return evolvingSeason(values, period, plan.logarithms) ?? seasonBy('additive', values, plan)
    case 'nested':
      return { season: nestedSeason(values, period, plan.logarithms) ?? noSeason }
    default:
      return { season: findSeason(values, period, rule) ?? noSeason }
  }
}

import type { Tier } from '../../identify/tier.ts'
import { daysShared, type Grain, periodDays } from './periods.ts'

export const adjustmentKinds = ['promotion', 'launch', 'project', 'ending', 'other'] as const
export type AdjustmentKind = (typeof adjustmentKinds)[number]

/** What an adjustment is about: what all that is given have in common; nothing given is everything. */
export type Scope = {
  accountId: number | null
  productId: number | null
  category: string | null
  tier: Tier | null
}

/** Something that people know and the past does not, from a day to a day, both included. */
export type Effect = Scope & {
  kind: AdjustmentKind
  fromDay: string
  toDay: string
  /** Pieces over the whole time and scope; or else percent of what the past would give. */
  quantity: number | null
  percent: number | null
  /** Pieces it really brought, where somebody has said so. */
  actual: number | null
}

/** One account's product. */
export type Place = { accountId: number; productId: number; category: string | null; tier: Tier }

export const inScope = (scope: Scope, place: Place): boolean =>
  (scope.accountId === null || scope.accountId === place.accountId) &&
  (scope.productId === null || scope.productId === place.productId) &&
  (scope.category === null || scope.category === place.category) &&
  (scope.tier === null || scope.tier === place.tier)

type Periods = { firsts: readonly string[]; grain: Grain }

/** The share of each period's days on which the adjustment holds: what a percentage works on. */
export function shareOfPeriods(effect: Pick<Effect, 'fromDay' | 'toDay'>, { firsts, grain }: Periods): number[] {
  const days = { from: effect.fromDay, to: effect.toDay }
  return firsts.map(first => {
    const period = periodDays(first, grain)
    return daysShared(period, days) / daysShared(period, period)
  })
}

/** The share of the adjustment's own days that fall into each period: how a quantity is spread. */
export function spreadOverPeriods(effect: Pick<Effect, 'fromDay' | 'toDay'>, { firsts, grain }: Periods): number[] {
  const days = { from: effect.fromDay, to: effect.toDay }
  const whole = daysShared(days, days)
  return firsts.map(first => daysShared(periodDays(first, grain), days) / whole)
}

/**
 * What an adjustment adds to each period of the places in its scope, in pieces. A percentage works on what each place
 * would have; a quantity is spread over its days evenly and over the places by what they would have in that time, or
 * by `weights` where they would have nothing, or evenly where nothing is known.
 */
export function effectOn(
  effect: Effect,
  courses: readonly Float64Array[],
  periods: Periods,
  weights: readonly number[] | null = null,
): Float64Array[] {
  const { percent, quantity } = effect
  if (percent !== null) {
    const share = shareOfPeriods(effect, periods)
    return courses.map(course => course.map((value, at) => value * (percent / 100) * share[at]!))
  }
  const spread = spreadOverPeriods(effect, periods)
  const during = courses.map(course => course.reduce((sum, value, at) => sum + (spread[at]! > 0 ? value : 0), 0))
  const parts = sharesOf(during) ?? sharesOf(weights ?? []) ?? courses.map(() => 1 / courses.length)
  return courses.map((_, place) => Float64Array.from(spread, share => share * quantity! * parts[place]!))
}

function sharesOf(weights: readonly number[]): number[] | null {
  const sum = weights.reduce((total, weight) => total + weight, 0)
  return sum > 0 ? weights.map(weight => weight / sum) : null
}

/**
 * The past without what was out of the ordinary: what an adjustment brought is taken out, where nobody has said it what
 * was expected of it; never below zero. An ending is no episode: what it took away does not come back.
 */
export function withoutEffect(
  effect: Effect,
  courses: readonly Float64Array[],
  months: readonly string[],
): Float64Array[] {
  if (effect.kind === 'ending') return [...courses]
  const periods: Periods = { firsts: months, grain: 'month' }
  const pieces = effect.actual ?? effect.quantity
  if (pieces !== null) {
    const taken = effectOn({ ...effect, quantity: pieces, percent: null }, courses, periods)
    return courses.map((course, place) => course.map((value, at) => Math.max(0, value - taken[place]![at]!)))
  }
  const share = shareOfPeriods(effect, periods)
  return courses.map(course =>
    course.map((value, at) => {
      const factor = 1 + (effect.percent! / 100) * share[at]!
      return factor > 0.05 ? value / factor : value
    }),
  )
}

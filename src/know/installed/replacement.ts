import { monthsAfter } from '../../identify/review-window.ts'
import { tailRatio } from './normal-tail.ts'
import { firstDayOf, type Quarter, quarterOf, quartersAfter } from './quarter.ts'

export const conditions = ['good', 'worn', 'failing'] as const
export type Condition = (typeof conditions)[number]

/** Where an item's life comes from: said of itself, of its product line, or of nothing at all. */
export type LifeSource = 'own' | 'line' | 'default'

/** Months; seven years, at which most operators renew industrial network equipment. Used where nobody has said more. */
export const defaultLifeMonths = 84

/** Standard deviation of the life as a share of it: the less is known of it, the wider. */
export const spreadOf: Readonly<Record<LifeSource, number>> = { own: 0.15, line: 0.2, default: 0.25 }

/** Share of its usual life that an item in this condition is thought to have. Ours; an unknown condition counts as good. */
export const lifeShare: Readonly<Record<Condition, number>> = { good: 1, worn: 0.9, failing: 0.75 }

/** Quarters ahead that are foretold. */
export const quartersAhead = 12

/** Quarters before a replacement in which to begin talking, where nobody knows how long they take to buy. */
export const usualLead = 2

export type Ageing = {
  boughtOn: string | null
  /** Its own life in months; null: that of its line. */
  lifeMonths: number | null
  condition: Condition | null
}

export type Life = {
  months: number
  source: LifeSource
  /** The day it is expected to be replaced, as of its purchase: it may have passed. */
  expectedOn: string
  /** Standard deviation of that day, in days. */
  spreadDays: number
}

/** How long an item lives; null where nobody knows when it was bought. */
export function lifeOf(item: Ageing, lineLifeMonths: number | null): Life | null {
  if (item.boughtOn === null) return null
  const source: LifeSource = item.lifeMonths !== null ? 'own' : lineLifeMonths !== null ? 'line' : 'default'
  const usual = item.lifeMonths ?? lineLifeMonths ?? defaultLifeMonths
  const months = Math.max(1, Math.round(usual * lifeShare[item.condition ?? 'good']))
  const expectedOn = monthsAfter(item.boughtOn, months)
  return { months, source, expectedOn, spreadDays: spreadOf[source] * daysBetween(item.boughtOn, expectedOn) }
}

/**
 * The chance that an item which still stands today is replaced in each of the coming quarters, the current one (from
 * today on) first. The day of replacement is normal around the expected day, on condition that it has not come yet:
 * P(a ≤ T < b | T ≥ today) = (Q(a) − Q(b)) / Q(today), where a quarter reaches up to the first day of the next.
 */
export function replacementChances(life: Life, today: string, quarters = quartersAhead): number[] {
  const z = (day: string) => daysBetween(life.expectedOn, day) / life.spreadDays
  const now = z(today)
  const current = quarterOf(today)
  const chances: number[] = []
  let standing = 1
  for (let ahead = 1; ahead <= quarters; ahead += 1) {
    const left = tailRatio(now, z(firstDayOf(quartersAfter(current, ahead))))
    chances.push(standing - left)
    standing = left
  }
  return chances
}

/** The quarter in which an item is most simply expected to go: that of its expected day, or this one where it has passed. */
export function dueQuarter(life: Life, today: string): Quarter {
  return quarterOf(life.expectedOn > today ? life.expectedOn : today)
}

/** Quarters of lead for a buying process of so many days: begun ones count, at least one; null: the usual lead. */
export function leadQuarters(processDays: number | null): number {
  return processDays === null ? usualLead : Math.max(1, Math.ceil(processDays / (365.25 / 4)))
}

/** In which quarter to begin talking of an item due in that quarter: never one that has passed. */
export function talkQuarter(due: Quarter, lead: number, today: string): Quarter {
  const begin = quartersAfter(due, -lead)
  const now = quarterOf(today)
  return begin > now ? begin : now
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000
}

import type { Point } from './great-circle.ts'
import { otherTownCost } from './other-town.ts'
import { type Recurrence, readRule, ruleText, type Weekday } from './recurrence.ts'
import type { TierCadence } from './visit-rules.ts'
import { addDays } from './wall-clock.ts'

/** An account that should be visited regularly and is not. */
export type Unvisited = { accountId: number; cadence: TierCadence; place: Point | null }

/** A cadence that stands already; minutes from midnight on the person's clock. */
export type Standing = { rule: string; startsOn: string; start: number; minutes: number; place: Point | null }

export type Spread = { accountId: number; rule: string; startsOn: string; start: number; minutes: number }

export type SpreadLimits = {
  /** A Monday: the first week in which a visit may fall. */
  firstWeek: string
  workdays: readonly number[]
  start: number
  end: number
  visitsPerDay: number
}

/** Cadences repeat within so many weeks as far as balance goes: every 1, 2 or 4 weeks, or once a month. */
const cycle = 4
/** Nobody is visited over lunch. */
const lunch = { start: 12 * 60, end: 13 * 60 + 30 }
const buffer = 30

type Day = { minutes: number; visits: number; taken: { start: number; end: number }[]; places: Point[] }

/**
 * Same day, same hour for accounts that have no cadence yet: each gets the weekday, the week of its turn and the hour at
 * which the person's weeks stay most even (squared hours of a day) and towns are visited together. Those who are visited
 * most often choose first. What fits nowhere is left out.
 */
export function spreadCadences(
  unvisited: readonly Unvisited[],
  standing: readonly Standing[],
  limits: SpreadLimits,
): Spread[] {
  const grid = new Map<string, Day>()
  for (const each of standing) {
    const rule = readRule(each.rule)
    if (!rule) continue
    for (const key of keysOf(rule, weeksBetween(limits.firstWeek, each.startsOn))) book(grid, key, each.start, each)
  }
  const often = (cadence: TierCadence) => (cadence.every === 'week' ? cadence.interval : cadence.interval * 4.35)
  const inOrder = [...unvisited].sort(
    (one, other) => often(one.cadence) - often(other.cadence) || one.accountId - other.accountId,
  )
  return inOrder.flatMap(account => {
    const slot = bestSlot(account, grid, limits)
    if (!slot) return []
    for (const key of slot.keys) book(grid, key, slot.start, { minutes: account.cadence.minutes, place: account.place })
    const startsOn = addDays(limits.firstWeek, slot.phase * 7)
    const { accountId, cadence } = account
    return [{ accountId, rule: ruleText(slot.rule), startsOn, start: slot.start, minutes: cadence.minutes }]
  })
}

const weeksBetween = (from: string, to: string): number =>
  Math.floor((Date.parse(to) - Date.parse(from)) / (7 * 86_400_000))

/** Week of the cycle and weekday of each visit. */
function keysOf(rule: Recurrence, phase: number): string[] {
  if (rule.every === 'month') return [`${rule.nth === -1 ? cycle - 1 : rule.nth - 1} ${rule.weekday}`]
  const first = ((phase % rule.interval) + rule.interval) % rule.interval
  const weeks = Array.from({ length: cycle }, (_, week) => week).filter(week => week % rule.interval === first % cycle)
  return weeks.map(week => `${week} ${rule.weekday}`)
}

const dayOf = (grid: ReadonlyMap<string, Day>, key: string): Day =>
  grid.get(key) ?? { minutes: 0, visits: 0, taken: [], places: [] }

function book(
  grid: Map<string, Day>,
  key: string,
  start: number,
  { minutes, place }: { minutes: number; place: Point | null },
): void {
  const day = dayOf(grid, key)
  grid.set(key, {
    minutes: day.minutes + minutes,
    visits: day.visits + 1,
    taken: [...day.taken, { start, end: start + minutes }],
    places: place ? [...day.places, place] : day.places,
  })
}

type Slot = { rule: Recurrence; phase: number; keys: string[]; start: number }

function bestSlot({ cadence, place }: Unvisited, grid: ReadonlyMap<string, Day>, limits: SpreadLimits): Slot | null {
  let found: Slot | null = null
  let least = Number.POSITIVE_INFINITY
  for (const { rule, phase } of candidates(cadence, limits)) {
    const keys = keysOf(rule, phase)
    const days = keys.map(key => dayOf(grid, key))
    if (days.some(day => day.visits >= limits.visitsPerDay)) continue
    const start = freeStart(days, cadence.minutes, limits)
    if (start === null) continue
    const cost = days.reduce((sum, day) => sum + costOn(day, cadence.minutes, place), 0)
    if (cost < least - 1e-9) [found, least] = [{ rule, phase, keys, start }, cost]
  }
  return found
}

function candidates(
  { every, interval }: TierCadence,
  { workdays }: SpreadLimits,
): { rule: Recurrence; phase: number }[] {
  const weekdays = workdays as readonly Weekday[]
  if (every === 'week') {
    const phases = Array.from({ length: interval }, (_, phase) => phase)
    return phases.flatMap(phase => weekdays.map(weekday => ({ rule: { every, interval, weekday }, phase })))
  }
  const nths = [1, 2, 3, 4] as const
  return nths.flatMap(nth => weekdays.map(weekday => ({ rule: { every, interval, weekday, nth }, phase: 0 })))
}

function costOn(day: Day, minutes: number, place: Point | null): number {
  const hours = day.minutes / 60
  return (hours + minutes / 60) ** 2 - hours ** 2 + otherTownCost(place, day.places)
}

/** The first half hour that is free on all of the days. */
function freeStart(days: readonly Day[], minutes: number, { start, end }: SpreadLimits): number | null {
  const taken = days.flatMap(day => day.taken)
  for (let at = Math.ceil(start / 30) * 30; at + minutes <= end; at += 30) {
    if (at < lunch.end && at + minutes > lunch.start) continue
    if (taken.every(each => at + minutes + buffer <= each.start || at >= each.end + buffer)) return at
  }
  return null
}

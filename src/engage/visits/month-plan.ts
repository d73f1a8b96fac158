import type { Point } from './great-circle.ts'
import { otherTownCost } from './other-town.ts'

/** A visit that is owed within a stretch of days and has no day yet, or has one that cannot be kept. */
export type DueVisit = {
  key: string
  accountId: number
  /** Both ends inside. */
  from: string
  to: string
  minutes: number
  place: Point | null
  /** Platinum before silver where not all fit: the higher first. */
  weight: number
  /** Days on which the account does not work. */
  closed: ReadonlySet<string>
  /** The hour that it is used to, minutes from midnight; null: any. */
  preferred: number | null
}

/** What stands already on a day and stays: visits with a promise, appointments. */
export type Taken = { day: string; start: number; end: number; place: Point | null; isVisit: boolean }

export type PlanLimits = {
  /** The person's own working days of the month, in order. */
  days: readonly string[]
  start: number
  end: number
  visitsPerDay: number
  /** Minutes kept free before and after a visit to get there. */
  buffer: number
}

export type PlannedSlot = { key: string; day: string; start: number; end: number }

/** `no working day`: the account or we are closed all the time; `days full`: the most visits a day are reached; `no free hour`: appointments leave none. */
export type NotKept = { key: string; why: 'no working day' | 'days full' | 'no free hour' }

export type MonthPlan = { slots: PlannedSlot[]; notKept: NotKept[] }

type Load = { visits: number; minutes: number; taken: { start: number; end: number }[]; places: Point[] }

/**
 * Puts owed visits on days: first those with least choice and most weight, each where it costs least, then single
 * visits are moved as long as the whole gets cheaper. A day's cost is the square of its visiting hours, so that days
 * balance, and the way to a further town (other-town.ts), so that towns are visited together.
 * Deterministic: equal costs go to the earlier day.
 */
export function planMonth(due: readonly DueVisit[], taken: readonly Taken[], limits: PlanLimits): MonthPlan {
  const loads = new Map(limits.days.map(day => [day, loadOf(taken.filter(each => each.day === day))]))
  const slots = new Map<string, PlannedSlot>()
  const notKept: NotKept[] = []
  const urgency = (visit: DueVisit) => daysFor(visit, limits).length
  const inOrder = [...due].sort(
    (one, other) => other.weight - one.weight || urgency(one) - urgency(other) || (one.key < other.key ? -1 : 1),
  )
  for (const visit of inOrder) {
    const slot = cheapest(visit, loads, limits)
    if ('why' in slot) notKept.push({ key: visit.key, why: slot.why })
    else place(slots, loads, visit, slot)
  }
  balance(inOrder, slots, loads, limits)
  const ordered = [...slots.values()].sort((one, other) =>
    one.day === other.day ? one.start - other.start : one.day < other.day ? -1 : 1,
  )
  return { slots: ordered, notKept }
}

function loadOf(taken: readonly Taken[]): Load {
  const visits = taken.filter(each => each.isVisit)
  return {
    visits: visits.length,
    minutes: visits.reduce((sum, { start, end }) => sum + end - start, 0),
    taken: taken.map(({ start, end }) => ({ start, end })),
    places: taken.flatMap(({ place }) => place ?? []),
  }
}

const daysFor = ({ from, to, closed }: DueVisit, { days }: PlanLimits): string[] =>
  days.filter(day => day >= from && day <= to && !closed.has(day))

/** What one more visit adds to a day: growth of the squared hours, and the way to a town one would not be in anyway. */
function addedCost(load: Load, visit: DueVisit): number {
  const hours = load.minutes / 60
  const more = visit.minutes / 60
  return (hours + more) ** 2 - hours ** 2 + otherTownCost(visit.place, load.places)
}

function cheapest(
  visit: DueVisit,
  loads: ReadonlyMap<string, Load>,
  limits: PlanLimits,
): PlannedSlot | { why: NotKept['why'] } {
  const days = daysFor(visit, limits)
  if (days.length === 0) return { why: 'no working day' }
  const open = days.filter(day => loads.get(day)!.visits < limits.visitsPerDay)
  if (open.length === 0) return { why: 'days full' }
  let found: PlannedSlot | null = null
  let least = Number.POSITIVE_INFINITY
  for (const day of open) {
    const load = loads.get(day)!
    const start = freeHour(visit, load, limits)
    if (start === null) continue
    const cost = addedCost(load, visit)
    if (cost < least - 1e-9) [found, least] = [{ key: visit.key, day, start, end: start + visit.minutes }, cost]
  }
  return found ?? { why: 'no free hour' }
}

/** The free start nearest to the preferred hour (else the first), on the half hour. */
function freeHour(visit: DueVisit, load: Load, { start, end, buffer }: PlanLimits): number | null {
  const wish = visit.preferred ?? start
  const isFree = (at: number) =>
    load.taken.every(each => at + visit.minutes + buffer <= each.start || at >= each.end + buffer)
  let found: number | null = null
  for (let at = start; at + visit.minutes <= end; at += 30)
    if (isFree(at) && (found === null || Math.abs(at - wish) < Math.abs(found - wish))) found = at
  return found
}

function place(slots: Map<string, PlannedSlot>, loads: Map<string, Load>, visit: DueVisit, slot: PlannedSlot): void {
  const load = loads.get(slot.day)!
  slots.set(visit.key, slot)
  loads.set(slot.day, {
    visits: load.visits + 1,
    minutes: load.minutes + visit.minutes,
    taken: [...load.taken, { start: slot.start, end: slot.end }],
    places: visit.place ? [...load.places, visit.place] : load.places,
  })
}

function take(slots: Map<string, PlannedSlot>, loads: Map<string, Load>, visit: DueVisit, slot: PlannedSlot): void {
  const load = loads.get(slot.day)!
  slots.delete(visit.key)
  const town = visit.place === null ? -1 : load.places.indexOf(visit.place)
  const at = load.taken.findIndex(each => each.start === slot.start && each.end === slot.end)
  loads.set(slot.day, {
    visits: load.visits - 1,
    minutes: load.minutes - visit.minutes,
    taken: load.taken.toSpliced(at, 1),
    places: town < 0 ? load.places : load.places.toSpliced(town, 1),
  })
}

/** Rounds of moving single visits to a cheaper day; each move lessens the cost, so it ends. */
function balance(
  visits: readonly DueVisit[],
  slots: Map<string, PlannedSlot>,
  loads: Map<string, Load>,
  limits: PlanLimits,
): void {
  for (let round = 0, moved = true; moved && round < 20; round += 1) {
    moved = false
    for (const visit of visits) {
      const slot = slots.get(visit.key)
      if (!slot) continue
      take(slots, loads, visit, slot)
      const stay = addedCost(loads.get(slot.day)!, visit)
      const other = cheapest(visit, loads, limits)
      const better = !('why' in other) && addedCost(loads.get(other.day)!, visit) < stay - 1e-9
      place(slots, loads, visit, better ? other : slot)
      moved ||= better
    }
  }
}

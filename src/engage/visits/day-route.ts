import type { Point } from './great-circle.ts'
import { type TravelSpeed, travelMinutes } from './travel-time.ts'

/** A visit of the day. Minutes count from midnight by the clock of the person's day. */
export type Stop = {
  id: number
  /** Where it is; null: not known, travel to and from it is taken as none and said to be unknown. */
  place: Point | null
  /** How long it takes. */
  minutes: number
  /** The hour that was promised; null: any hour of the day will do. */
  fixedAt: number | null
}

export type DayBounds = { start: number; end: number }

export type RoutedStop = {
  id: number
  /** From the stop before; null at the first, and where a place is unknown. */
  travel: number | null
  arrive: number
  start: number
  end: number
  /** Minutes that one comes too late for a promised hour. */
  late: number
}

export type DayRoute = {
  stops: RoutedStop[]
  travel: number
  /** Minutes after the end of the day. */
  overtime: number
  warnings: RouteWarning[]
}

export type RouteWarning =
  | { kind: 'late'; id: number; minutes: number }
  | { kind: 'overtime'; id: number; minutes: number }
  | { kind: 'place unknown'; id: number }

/** A minute late costs as much as an hour on the road: a promised hour gives way only where there is no other order. */
const lateWeight = 60
const overtimeWeight = 20

/**
 * A day's visits in a good order. Those with a promised hour stand in the order of their hours and keep them; the others
 * are put where they add least (cheapest insertion; Rosenkrantz, Stearns & Lewis 1977), dearest first, then pieces are
 * turned round (2-opt; Croes 1958) and single stops moved as long as that lessens travel, lateness and overtime.
 */
export function routeOfDay(stops: readonly Stop[], bounds: DayBounds, speed: TravelSpeed): DayRoute {
  const between = travelTable(stops, speed)
  const cost = (order: readonly number[]) => costOf(walk(stops, order, bounds, between), bounds)
  const places = stops.map((_, place) => place)
  const byHour = (one: number, other: number) => stops[one]!.fixedAt! - stops[other]!.fixedAt! || one - other
  let order = places.filter(place => stops[place]!.fixedAt !== null).sort(byHour)
  const loose = places.filter(place => stops[place]!.fixedAt === null)
  for (const place of loose.sort((one, other) => stops[other]!.minutes - stops[one]!.minutes || one - other))
    order = best(insertions(order, place), cost)!
  return described(stops, walk(stops, improved(stops, order, cost), bounds, between), bounds)
}

function travelTable(stops: readonly Stop[], speed: TravelSpeed): (number | null)[][] {
  return stops.map(from =>
    stops.map(to => (from.place && to.place ? travelMinutes(from.place, to.place, speed) : null)),
  )
}

type Walked = RoutedStop[]

function walk(
  stops: readonly Stop[],
  order: readonly number[],
  bounds: DayBounds,
  between: readonly (readonly (number | null)[])[],
): Walked {
  let now = bounds.start
  let before: number | null = null
  return order.map(place => {
    const { id, minutes, fixedAt } = stops[place]!
    const travel = before === null ? null : between[before]![place]!
    // One leaves for the first stop in time.
    const arrive: number = before === null ? Math.max(now, fixedAt ?? now) : now + (travel ?? 0)
    const start = Math.max(arrive, fixedAt ?? arrive)
    const late = fixedAt === null ? 0 : start - fixedAt
    now = start + minutes
    before = place
    return { id, travel, arrive, start, end: now, late }
  })
}

function costOf(walked: Walked, bounds: DayBounds): number {
  const sums = walked.reduce((sum, stop) => sum + (stop.travel ?? 0) + stop.late * lateWeight, 0)
  const end = walked.at(-1)?.end ?? bounds.start
  // The last term prefers, among equals, the order that is done sooner.
  return sums + Math.max(0, end - bounds.end) * overtimeWeight + end / 10_000
}

function insertions(order: readonly number[], place: number): number[][] {
  // From the end: among equals the later place keeps the order in which visits were given.
  return Array.from({ length: order.length + 1 }, (_, at) => order.toSpliced(order.length - at, 0, place))
}

function best(orders: readonly number[][], cost: (order: readonly number[]) => number): number[] | undefined {
  let found: number[] | undefined
  let least = Number.POSITIVE_INFINITY
  for (const order of orders) {
    const price = cost(order)
    if (price < least - 1e-9) [found, least] = [order, price]
  }
  return found
}

function improved(stops: readonly Stop[], first: number[], cost: (order: readonly number[]) => number): number[] {
  let order = first
  for (;;) {
    const next = best([order, ...neighbours(order).filter(other => keepsHours(stops, other))], cost)!
    if (next === order) return order
    order = next
  }
}

function neighbours(order: readonly number[]): number[][] {
  const found: number[][] = []
  for (let from = 0; from < order.length; from += 1) {
    for (let to = from + 1; to < order.length; to += 1)
      found.push([...order.slice(0, from), ...order.slice(from, to + 1).reverse(), ...order.slice(to + 1)])
    found.push(...insertions(order.toSpliced(from, 1), order[from]!))
  }
  return found
}

function keepsHours(stops: readonly Stop[], order: readonly number[]): boolean {
  const hours = order.flatMap(place => stops[place]!.fixedAt ?? [])
  return hours.every((hour, index) => index === 0 || hours[index - 1]! <= hour)
}

function described(stops: readonly Stop[], walked: Walked, bounds: DayBounds): DayRoute {
  const unknown = new Set(stops.filter(stop => stop.place === null).map(stop => stop.id))
  const last = walked.at(-1)
  const overtime = last ? Math.max(0, last.end - bounds.end) : 0
  const warnings: RouteWarning[] = walked.flatMap(({ id, late }) =>
    late > 0 ? [{ kind: 'late', id, minutes: late }] : [],
  )
  if (last && overtime > 0) warnings.push({ kind: 'overtime', id: last.id, minutes: overtime })
  for (const { id } of walked) if (unknown.has(id)) warnings.push({ kind: 'place unknown', id })
  return { stops: walked, travel: walked.reduce((sum, stop) => sum + (stop.travel ?? 0), 0), overtime, warnings }
}

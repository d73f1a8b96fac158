import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { routeOfDay, type Stop } from './day-route.ts'
import { kilometresBetween } from './great-circle.ts'
import { travelMinutes } from './travel-time.ts'

const speed = { detourFactor: 1.3, kilometresPerHour: 45 }
const bounds = { start: 8 * 60, end: 18 * 60 }
/** Along the equator a degree of longitude is 111.2 km. */
const at = (kilometres: number) => ({ latitude: 0, longitude: kilometres / 111.195 })
const stop = (id: number, kilometres: number | null, fixedAt: number | null = null, minutes = 60): Stop => ({
  id,
  place: kilometres === null ? null : at(kilometres),
  minutes,
  fixedAt,
})
const order = (...stops: Stop[]) => routeOfDay(stops, bounds, speed).stops.map(each => each.id)

test('a degree of longitude at the equator is 111.2 km; Paris to London 343.6', () => {
  expect(kilometresBetween({ latitude: 0, longitude: 0 }, { latitude: 0, longitude: 1 })).toBeCloseTo(111.195, 2)
  const paris = { latitude: 48.8566, longitude: 2.3522 }
  expect(kilometresBetween(paris, { latitude: 51.5074, longitude: -0.1278 })).toBeCloseTo(343.556, 1)
})

test('travel is road distance at road speed, up to five minutes; far away one goes by train or plane', () => {
  expect(travelMinutes(at(0), at(0.1), speed)).toBe(0)
  expect(travelMinutes(at(0), at(30), speed)).toBe(55)
  expect(travelMinutes(at(0), at(349), speed)).toBe(605)
  expect(travelMinutes(at(0), at(351), speed)).toBe(165)
})

describe('a day', () => {
  test('with any hours goes along the road, not to and fro', () => {
    expect(order(stop(1, 0), stop(2, 30), stop(3, 10), stop(4, 20))).toEqual([1, 3, 4, 2])
  })

  test('keeps promised hours and puts the others where they add least', () => {
    const fixed = [stop(1, 0, 9 * 60), stop(2, 40, 14 * 60)]
    const route = routeOfDay([...fixed, stop(3, 20), stop(4, 45)], bounds, speed)
    expect(route.stops.map(each => each.id)).toEqual([1, 3, 2, 4])
    expect(route.stops.map(each => each.late)).toEqual([0, 0, 0, 0])
    expect(route.stops[0]).toMatchObject({ travel: null, start: 540, end: 600 })
    expect(route.stops[1]).toMatchObject({ travel: 35, arrive: 635, start: 635 })
    expect(route.warnings).toEqual([])
  })

  test('says by how much a promised hour cannot be reached', () => {
    const route = routeOfDay([stop(1, 0, 9 * 60), stop(2, 60, 10 * 60 + 30)], bounds, speed)
    expect(route.warnings).toEqual([{ kind: 'late', id: 2, minutes: 75 }])
  })

  test('says when it is too long and when a place is not known', () => {
    const long = routeOfDay([stop(1, 0, null, 400), stop(2, 0, null, 260)], bounds, speed)
    expect(long.warnings).toEqual([{ kind: 'overtime', id: 2, minutes: 60 }])
    const unknown = routeOfDay([stop(1, 0), stop(2, null)], bounds, speed)
    expect(unknown.warnings).toEqual([{ kind: 'place unknown', id: 2 }])
    expect(unknown.stops.map(each => each.travel)).toEqual([null, null])
  })

  test('without visits is empty', () => {
    expect(routeOfDay([], bounds, speed)).toEqual({ stops: [], travel: 0, overtime: 0, warnings: [] })
  })

  test('visits everybody once, promised hours in their order, nobody before the promised hour', () => {
    const anyStop = fc.record({
      place: fc.option(fc.double({ min: 0, max: 80, noNaN: true }).map(at), { nil: null }),
      minutes: fc.integer({ min: 15, max: 120 }),
      fixedAt: fc.option(fc.integer({ min: 480, max: 1020 }), { nil: null }),
    })
    fc.assert(
      fc.property(fc.array(anyStop, { maxLength: 7 }), given => {
        const stops = given.map((each, id) => ({ ...each, id }))
        const route = routeOfDay(stops, bounds, speed)
        expect(route.stops.map(each => each.id).sort()).toEqual(stops.map(each => each.id))
        const hours = route.stops.flatMap(each => stops[each.id]!.fixedAt ?? [])
        expect(hours).toEqual([...hours].sort((one, other) => one - other))
        for (const each of route.stops) expect(each.start).toBeGreaterThanOrEqual(stops[each.id]!.fixedAt ?? 0)
      }),
      { numRuns: 60 },
    )
  })
})

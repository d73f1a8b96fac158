import { readSettings } from '../../platform/settings.server.ts'
import { routeOfDay } from './day-route.ts'
import { describeVisits, type ReadingVisits } from './describe-visits.use.ts'
import { placesOf } from './places.server.ts'
import { readVisitRules } from './visit-rules.store.ts'
import { visitsOf } from './visits.store.ts'
import { addDays, instantAt, minutesBetween, wallClockAt } from './wall-clock.ts'

const minuteOf = (time: string): number => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))
const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(Math.round(minutes) % 60).padStart(2, '0')}`

/** A person's visits of a day (by the company's clock) that were not called off, in a good order. */
export async function readDayRoute(reading: ReadingVisits, personId: string, day: string) {
  const { db } = reading
  const [{ rules }, { timeZone }] = await Promise.all([readVisitRules(db), readSettings(db)])
  const midnight = (on: string) => instantAt({ day: on, time: '00:00' }, timeZone)
  const visits = (
    await visitsOf(db, { personId, from: midnight(day), to: midnight(addDays(day, 1)), states: ['planned', 'held'] })
  ).filter(visit => wallClockAt(visit.startsAt, timeZone).day === day)
  const [shown, placeOf] = await Promise.all([describeVisits(reading, visits), placesOf(db, visits)])
  const stops = visits.map((visit, id) => ({
    id,
    place: placeOf(visit),
    minutes: minutesBetween(visit.startsAt, visit.endsAt),
    fixedAt: visit.flexible ? null : minuteOf(wallClockAt(visit.startsAt, timeZone).time),
  }))
  const route = routeOfDay(stops, { start: minuteOf(rules.dayStart), end: minuteOf(rules.dayEnd) }, rules)
  return {
    stops: route.stops.map(({ id, travel, arrive, start, end, late }) => {
      const place = placeOf(visits[id]!)
      return {
        visit: shown[id]!,
        place: place && { latitude: place.latitude, longitude: place.longitude, name: place.name },
        travelMinutes: travel,
        arrive: clockOf(arrive),
        start: clockOf(start),
        end: clockOf(end),
        lateMinutes: late,
      }
    }),
    travelMinutes: route.travel,
    dayEnd: rules.dayEnd,
    overtimeMinutes: route.overtime,
    timeZone,
  }
}

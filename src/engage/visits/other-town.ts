import { kilometresBetween, type Point } from './great-circle.ts'
import { travelMinutes } from './travel-time.ts'

/** Places nearer than this count as one town. */
const townKilometres = 40
/** In squared hours: an hour to another town is as dear as the first two hours of visits on an empty day. */
const costOfHour = 4
const usualSpeed = { detourFactor: 1.3, kilometresPerHour: 45 }

/** What it costs a day to go to a place where one would not be anyway: by the way from the nearest one that day, an hour at least. */
export function otherTownCost(place: Point | null, places: readonly Point[]): number {
  if (place === null || places.length === 0) return 0
  const nearest = places.reduce((best, each) =>
    kilometresBetween(each, place) < kilometresBetween(best, place) ? each : best,
  )
  if (kilometresBetween(nearest, place) < townKilometres) return 0
  return costOfHour * Math.max(1, travelMinutes(nearest, place, usualSpeed) / 60)
}

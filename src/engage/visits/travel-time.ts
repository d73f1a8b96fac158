import { kilometresBetween, type Point } from './great-circle.ts'

export type TravelSpeed = {
  /** Road kilometres for one kilometre of great circle. */
  detourFactor: number
  kilometresPerHour: number
}

/** From here on one takes a train or a plane: two hours for getting there and away, and 500 km/h between. */
const farAway = 350
const farMinutes = 120
const farKilometresPerHour = 500

/** Minutes from one place to another, rounded up to five; the figure is an estimate, no road is looked up. */
export function travelMinutes(from: Point, to: Point, { detourFactor, kilometresPerHour }: TravelSpeed): number {
  const straight = kilometresBetween(from, to)
  const hours =
    straight > farAway
      ? farMinutes / 60 + straight / farKilometresPerHour
      : (straight * detourFactor) / kilometresPerHour
  // Below 200 m one walks across the yard.
  return straight < 0.2 ? 0 : Math.max(5, Math.ceil((hours * 60) / 5) * 5)
}

import { between, displaced, kilometresBetween, type Point } from './sphere.ts'
import { windOverLand } from './storm-wind.ts'
import { hour, type TrackPoint } from './track.ts'

/** Answers whether a place is land. */
export type LandMask = (latitude: number, longitude: number) => boolean

/** Standard deviation of the position in each direction by the hours ahead, km; straight between and beyond. */
export type Spread = readonly (readonly [hoursAhead: number, km: number])[]

/**
 * Of our extrapolation: measured on six storms (docs/methods.md), as the radius that held two of three positions, divided
 * by 1.49 (Rayleigh).
 */
export const extrapolationSpread: Spread = [
  [0, 15],
  [24, 106],
  [48, 220],
  [72, 364],
  [96, 490],
]

/** Of agencies: their mean errors of about 65, 110 and 170 km at 24, 48 and 72 hours, divided by 1.25. */
export const agencySpread: Spread = [
  [0, 15],
  [24, 52],
  [48, 88],
  [72, 136],
  [96, 190],
  [120, 250],
]

export function spreadAt(spread: Spread, hoursAhead: number): number {
  const above = spread.findIndex(([hours]) => hours >= hoursAhead)
  if (above === 0) return spread[0]![1]
  const [low, high] = above < 0 ? [spread.at(-2)!, spread.at(-1)!] : [spread[above - 1]!, spread[above]!]
  return Math.max(0, low[1] + ((hoursAhead - low[0]) / (high[0] - low[0])) * (high[1] - low[1]))
}

/** The radius that holds the centre with a probability of 70%: what agencies draw as the circle of a forecast. */
export const radius70 = (deviation: number): number => deviation * Math.sqrt(-2 * Math.log(0.3))

/** Equally likely errors in units of the deviation: the middle of five rings of equal weight, twelve directions each. */
const errors: readonly (readonly [east: number, north: number])[] = [0.1, 0.3, 0.5, 0.7, 0.9].flatMap((share, ring) => {
  const size = Math.sqrt(-2 * Math.log(1 - share))
  return Array.from({ length: 12 }, (_, turn) => {
    const angle = ((turn + (ring % 2) / 2) * Math.PI) / 6
    return [size * Math.cos(angle), size * Math.sin(angle)] as const
  })
})

export type PossibleTrack = readonly TrackPoint[]

/**
 * Sixty equally likely tracks around the expected one: each keeps its error, which grows as the spread does. Over land
 * the wind decays; back at sea it stays what it has become.
 *
 * @param expected in order of time, from the last fix on; winds as over the sea
 */
export function possibleTracks(expected: readonly TrackPoint[], spread: Spread, isLand: LandMask): PossibleTrack[] {
  const [first] = expected
  if (!first) return []
  return errors.map(([east, north]) => {
    const path = expected.map(point => {
      const size = spreadAt(spread, (point.at - first.at) / hour)
      return { ...displaced(point, east * size, north * size), at: point.at, wind: point.wind }
    })
    return weakenedByLand(path, isLand)
  })
}

/** The same places with the wind that land leaves. */
export function weakenedByLand(path: readonly TrackPoint[], isLand: LandMask): TrackPoint[] {
  let lost = 0
  let landfall: (TrackPoint & { wind: number }) | null = null
  return path.map((point, index) => {
    if (point.wind === null) return point
    if (!isLand(point.latitude, point.longitude)) {
      if (landfall) lost = point.wind - decayed(landfall, point)
      landfall = null
      return { ...point, wind: Math.max(0, point.wind - lost) }
    }
    // It came ashore somewhere between the two points.
    landfall ??= { ...midway(path[index - 1] ?? point, point), wind: Math.max(0, point.wind - lost) }
    return { ...point, wind: decayed(landfall, point) }
  })
}

const midway = (one: TrackPoint, other: TrackPoint): TrackPoint => ({
  ...between(one, other, 0.5),
  at: (one.at + other.at) / 2,
  wind: other.wind,
})

const decayed = (landfall: TrackPoint & { wind: number }, now: TrackPoint): number =>
  windOverLand(landfall.wind, (now.at - landfall.at) / hour, kilometresBetween(landfall, now))

/** The share of land within 150 km of a place: 24 spots on three rings. */
export function landShareAround(place: Point, isLand: LandMask): number {
  let land = 0
  for (const km of [50, 100, 150])
    for (let turn = 0; turn < 8; turn++) {
      const angle = (turn * Math.PI) / 4
      const spot = displaced(place, km * Math.sin(angle), km * Math.cos(angle))
      if (isLand(spot.latitude, spot.longitude)) land += 1
    }
  return land / 24
}

/** Where the storm is expected some hours ahead, for the map: the centre and the circle that holds it with 70%. */
export function coneOf(
  expected: readonly TrackPoint[],
  spread: Spread,
): { at: number; centre: Point; radiusKm: number }[] {
  const [first] = expected
  return expected.map(({ at, latitude, longitude }) => ({
    at,
    centre: { latitude, longitude },
    radiusKm: radius70(spreadAt(spread, (at - first!.at) / hour)),
  }))
}

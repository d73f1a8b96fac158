import {
  agencySpread,
  extrapolationSpread,
  type LandMask,
  landShareAround,
  possibleTracks,
  type Spread,
  spreadAt,
} from './possible-tracks.ts'
import { nearness, type Point, type UnitVector, unitVector } from './sphere.ts'
import { galeRadius, reachInland } from './storm-wind.ts'
import { closestApproach, extrapolate, type Fix, hour, positionAt, type TrackPoint, trackUntil } from './track.ts'

/** From this probability of gale winds on a site is warned. Chosen on six storms: docs/methods.md. */
export const warningProbability = 0.25

/** How far ahead a storm is followed by extrapolation; beyond it the error is larger than what is warned of. */
const horizonHours = 96

/** What an agency expects, by its hours; `radiusKm` holds the centre with 70%, null: usual errors of agencies. */
export type ForecastPoint = TrackPoint & { radiusKm: number | null }

export type Advisory = { issuedAt: number; points: readonly ForecastPoint[] }

export type StormOutlook = {
  /** The track so far. */
  seen: Fix[]
  /** From the last fix (or the advisory's hour) on. */
  expected: TrackPoint[]
  spread: Spread
  by: 'advisory' | 'extrapolation'
}

/** The newest advisory issued until now that is not older than the last fix by more than twelve hours. */
function advisoryInForce(advisories: readonly Advisory[], seen: readonly Fix[], now: number): Advisory | null {
  const last = seen.at(-1)
  const newest = advisories
    .filter(each => each.issuedAt <= now && each.points.some(point => point.at > now))
    .reduce<Advisory | null>((best, each) => (best && best.issuedAt >= each.issuedAt ? best : each), null)
  return newest && (!last || last.at - newest.issuedAt <= 12 * hour) ? newest : null
}

/** What was known at an hour: the track until then, and where the storm was expected to go. */
export function outlookAt(fixes: readonly Fix[], advisories: readonly Advisory[], now: number): StormOutlook | null {
  const seen = trackUntil(fixes, now)
  const last = seen.at(-1)
  const advisory = advisoryInForce(advisories, seen, now)
  if (advisory) return { seen, ...expectedBy(advisory, last), by: 'advisory' }
  if (!last) return null
  return { seen, expected: extrapolate(seen, horizonHours), spread: extrapolationSpread, by: 'extrapolation' }
}

function expectedBy(advisory: Advisory, last: Fix | undefined): { expected: TrackPoint[]; spread: Spread } {
  const points = [...advisory.points].sort((a, b) => a.at - b.at)
  const start = last && last.at < points[0]!.at ? [last, ...points] : points
  const from = start[0]!.at
  const until = start.at(-1)!.at
  const expected: TrackPoint[] = []
  for (let at = from; at <= until; at += 3 * hour) expected.push(positionAt(start, at)!)
  const told = points.filter(point => point.radiusKm !== null)
  const spread: Spread =
    told.length === 0
      ? agencySpread
      : [
          [0, 15],
          ...told
            .filter(({ at }) => at > from)
            .map(({ at, radiusKm }) => [(at - from) / hour, radiusKm! / 1.552] as const),
        ]
  return { expected, spread: spread.length > 1 ? spread : agencySpread }
}

export type SiteExposure = {
  /** Index of the place asked about. */
  site: number
  /** Gale winds came already, by the track seen. */
  hit: boolean
  /** Of gale winds, 0 to 1. */
  probability: number
  /** When gale winds reach it: the hour by which a quarter of the tracks that reach it have. */
  arrivesAt: number
  /** Of the expected track. */
  closestAt: number
  closestKm: number
}

/** Sites that were hit, or that gale winds reach with a warning probability. Places in degrees. */
export function stormExposures(
  outlook: StormOutlook,
  places: readonly Point[],
  isLand: LandMask,
  from = warningProbability,
): SiteExposure[] {
  const seenHourly = hourly(outlook.seen)
  const tracks = possibleTracks(outlook.expected, outlook.spread, isLand)
  const members = tracks.map(track => windsOf(track))
  const seenWinds = windsOf(seenHourly)
  const whole = hourly([...outlook.seen.slice(0, -1), ...outlook.expected])
  const wholeVectors = whole.map(unitVector)
  const envelope = envelopeOf(outlook)
  const exposures: SiteExposure[] = []
  places.forEach((place, site) => {
    const [x, y, z] = unitVector(place)
    const nearOf = (winds: Winds, i: number) => x * winds.x[i]! + y * winds.y[i]! + z * winds.z[i]!
    const isFar = ({ vector, edge }: Reach) => x * vector[0] + y * vector[1] + z * vector[2] < edge
    if (envelope.every(isFar) && !seenWinds.atSea.some((atSea, i) => nearOf(seenWinds, i) >= atSea)) return
    const mayReach = (winds: Winds) => winds.atSea.some((atSea, i) => nearOf(winds, i) >= atSea)
    if (!mayReach(seenWinds) && !members.some(mayReach)) return
    const reach = reachInland(landShareAround(place, isLand))
    const reached = (winds: Winds): number | null => {
      const first = winds.radius.findIndex((radius, i) => nearOf(winds, i) >= nearness(reach * radius))
      return first < 0 ? null : winds.at[first]!
    }
    const hitAt = reached(seenWinds)
    const arrivals = members.flatMap(winds => reached(winds) ?? [])
    const probability = hitAt === null ? arrivals.length / Math.max(1, members.length) : 1
    if (hitAt === null && probability < from) return
    const nearest = wholeVectors.reduce(
      (best, vector, i) => {
        const product = x * vector[0] + y * vector[1] + z * vector[2]
        return product > best.product ? { i, product } : best
      },
      { i: 0, product: -2 },
    ).i
    const closest = closestApproach(whole.slice(Math.max(0, nearest - 1), nearest + 2), place)!
    arrivals.sort((a, b) => a - b)
    exposures.push({
      site,
      hit: hitAt !== null,
      probability,
      arrivesAt: hitAt ?? arrivals[Math.floor(arrivals.length / 4)]!,
      closestAt: closest.at,
      closestKm: closest.km,
    })
  })
  return exposures
}

/** The hours with gale winds; radius over the sea in km, `atSea` the product of unit vectors at that edge. */
type Winds = { at: number[]; x: number[]; y: number[]; z: number[]; radius: number[]; atSea: number[] }

function windsOf(track: readonly TrackPoint[]): Winds {
  const winds: Winds = { at: [], x: [], y: [], z: [], radius: [], atSea: [] }
  for (const point of track) {
    const radius = galeRadius(point.wind)
    if (radius === 0) continue
    const [x, y, z] = unitVector(point)
    winds.at.push(point.at)
    winds.x.push(x)
    winds.y.push(y)
    winds.z.push(z)
    winds.radius.push(radius)
    winds.atSea.push(nearness(radius))
  }
  return winds
}

/** Beyond `edge` (a product of unit vectors) no possible track brings a gale at that hour. */
type Reach = { vector: UnitVector; edge: number }

/** Errors go no farther than 2.15 deviations (the outermost ring of possible tracks). */
const farthest = 2.15

function envelopeOf({ expected, spread }: StormOutlook): Reach[] {
  const [first] = expected
  const gale = Math.max(0, ...expected.map(point => galeRadius(point.wind)))
  if (!first || gale === 0) return []
  return expected.map(point => ({
    vector: unitVector(point),
    edge: nearness(farthest * spreadAt(spread, (point.at - first.at) / hour) + gale),
  }))
}

function hourly(track: readonly TrackPoint[]): TrackPoint[] {
  const [first] = track
  const last = track.at(-1)
  if (!first || !last) return []
  const points: TrackPoint[] = []
  for (let at = first.at; at <= last.at; at += hour) points.push(positionAt(track, at)!)
  return points
}

import { between, displaced, kilometresBetween, type Point } from './sphere.ts'

export const hour = 3_600_000

/** Where a storm was seen. `at` in milliseconds since 1970 UTC, wind sustained in knots (null: below a gale). */
export type Fix = Point & { at: number; wind: number | null; pressure?: number | null }

/** A place on a track at some hour, with its wind. */
export type TrackPoint = Point & { at: number; wind: number | null }

/** Fixes in order of time, those up to an hour; the last one of the same hour counts. */
export function trackUntil(fixes: readonly Fix[], now: number): Fix[] {
  const byHour = new Map(fixes.filter(fix => fix.at <= now).map(fix => [fix.at, fix]))
  return [...byHour.values()].sort((a, b) => a.at - b.at)
}

/** On the great circle between the two fixes around it; null before the first and after the last. Fixes in order. */
export function positionAt(fixes: readonly TrackPoint[], at: number): TrackPoint | null {
  const next = fixes.findIndex(fix => fix.at >= at)
  if (next < 0) return null
  const b = fixes[next]!
  if (b.at === at) return b
  const a = fixes[next - 1]
  if (!a) return null
  const share = (at - a.at) / (b.at - a.at)
  const wind = a.wind === null || b.wind === null ? (share < 0.5 ? a.wind : b.wind) : a.wind + share * (b.wind - a.wind)
  return { ...between(a, b, share), at, wind }
}

/** Kilometres an hour to the east and north. */
export type Motion = { east: number; north: number }

/** Mean motion over the last hours before the last fix (or since the first one, where the track is shorter). */
export function motionOver(fixes: readonly TrackPoint[], hours: number): Motion {
  const last = fixes.at(-1)
  const first = fixes[0]
  if (!last || !first || last.at === first.at) return { east: 0, north: 0 }
  const from = positionAt(fixes, Math.max(first.at, last.at - hours * hour))!
  const took = (last.at - from.at) / hour
  const radians = Math.PI / 180
  const northKm = (last.latitude - from.latitude) * 111.195
  const eastKm = (last.longitude - from.longitude) * 111.195 * Math.cos(((last.latitude + from.latitude) / 2) * radians)
  return { east: eastKm / took, north: northKm / took }
}

/**
 * Drift of storms of the western North Pacific by latitude, in km/h: the trade winds carry them west, the westerlies
 * east. Round figures of climatology, not fitted to the storms that we test on.
 */
function usualDrift(latitude: number): Motion {
  const size = Math.abs(latitude)
  const north = size < 20 ? 8 : size < 25 ? 11 : size < 30 ? 14 : size < 35 ? 18 : 20
  const east = size < 20 ? -15 : size < 25 ? -12 : size < 30 ? -5 : size < 35 ? 10 : 25
  return { east, north: latitude < 0 ? -north : north }
}

/** Over this many hours the storm's own motion fades into the usual drift. */
const memoryHours = 48
const stepHours = 3

/**
 * Where the storm will be, every three hours after its last fix: the mean motion of its last twelve hours, fading into the
 * usual drift of its latitude (persistence and climatology, as CLIPER does). The wind stays that of the last fix; what
 * land does to it is not told here. Errors on six storms: docs/methods.md.
 */
export function extrapolate(fixes: readonly Fix[], hours: number): TrackPoint[] {
  const last = fixes.at(-1)
  if (!last) return []
  const own = motionOver(fixes, 12)
  const { wind } = last
  const path: TrackPoint[] = [last]
  for (let ahead = stepHours; ahead <= hours; ahead += stepHours) {
    const from = path.at(-1)!
    const weight = Math.exp(-(ahead - stepHours / 2) / memoryHours)
    const usual = usualDrift(from.latitude)
    const east = usual.east + (own.east - usual.east) * weight
    const north = usual.north + (own.north - usual.north) * weight
    path.push({ ...displaced(from, east * stepHours, north * stepHours), at: last.at + ahead * hour, wind })
  }
  return path
}

/** The nearest that a track comes to a place, with the time; looked for between its points too. */
export function closestApproach(track: readonly TrackPoint[], place: Point): { at: number; km: number } | null {
  let best: { at: number; km: number } | null = null
  const look = (at: number): number => {
    const km = kilometresBetween(positionAt(track, at)!, place)
    if (!best || km < best.km) best = { at, km }
    return km
  }
  for (const [index, point] of track.entries()) {
    look(point.at)
    const next = track[index + 1]
    if (!next) continue
    // Golden search is not needed: a segment is short against the curvature of its distance.
    for (let share = 1; share < 6; share++) look(Math.round(point.at + (share / 6) * (next.at - point.at)))
  }
  return best
}

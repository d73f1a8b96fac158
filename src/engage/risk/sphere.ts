import { kilometresBetween, type Point } from '../visits/great-circle.ts'

export { kilometresBetween, type Point }

/** Mean radius of the earth (IUGG), km. */
export const earthRadius = 6371.0088

const radians = Math.PI / 180

/** A place as a vector of length 1: the distance of two is earthRadius · acos of their product. */
export type UnitVector = readonly [number, number, number]

export function unitVector({ latitude, longitude }: Point): UnitVector {
  const phi = latitude * radians
  const lambda = longitude * radians
  return [Math.cos(phi) * Math.cos(lambda), Math.cos(phi) * Math.sin(lambda), Math.sin(phi)]
}

/** The product of two unit vectors from which on their places are at most so far apart: larger is nearer. */
export const nearness = (kilometres: number): number => Math.cos(Math.min(Math.PI, kilometres / earthRadius))

/** The place so many kilometres to the east and north, along the great circle of their direction. */
export function displaced(from: Point, eastKm: number, northKm: number): Point {
  const far = Math.hypot(eastKm, northKm) / earthRadius
  if (far === 0) return from
  const bearing = Math.atan2(eastKm, northKm)
  const phi = from.latitude * radians
  const sine = Math.sin(phi) * Math.cos(far) + Math.cos(phi) * Math.sin(far) * Math.cos(bearing)
  const east = Math.atan2(Math.sin(bearing) * Math.sin(far) * Math.cos(phi), Math.cos(far) - Math.sin(phi) * sine)
  return { latitude: Math.asin(sine) / radians, longitude: wrapped(from.longitude + east / radians) }
}

/** Longitudes between −180 and 180. */
export const wrapped = (longitude: number): number => ((((longitude + 180) % 360) + 360) % 360) - 180

/** A share of the way along the great circle from one place to another; 0 is the first. */
export function between(one: Point, other: Point, share: number): Point {
  const a = unitVector(one)
  const b = unitVector(other)
  const arc = kilometresBetween(one, other) / earthRadius
  if (arc < 1e-9) return one
  const [p, q] = [Math.sin((1 - share) * arc) / Math.sin(arc), Math.sin(share * arc) / Math.sin(arc)]
  const [x, y, z] = [p * a[0] + q * b[0], p * a[1] + q * b[1], p * a[2] + q * b[2]]
  return { latitude: Math.atan2(z, Math.hypot(x, y)) / radians, longitude: Math.atan2(y, x) / radians }
}

/**
 * Whether a place lies in a closed ring (even-odd rule; edges straight in latitude and longitude, as
 * CAP draws them). Rings over the date line are understood where no edge is longer than half the world.
 */
export function isInside(place: Point, ring: readonly Point[]): boolean {
  const y = place.latitude
  let inside = false
  let a = ring[0]
  // Degrees east of the place, going on over the date line.
  let ax = a ? wrapped(a.longitude - place.longitude) : 0
  for (const b of ring.slice(1)) {
    const bx = ax + wrapped(b.longitude - a!.longitude)
    const crosses = a!.latitude > y !== b.latitude > y
    if (crosses && ax + ((y - a!.latitude) / (b.latitude - a!.latitude)) * (bx - ax) > 0) inside = !inside
    a = b
    ax = bx
  }
  return inside
}

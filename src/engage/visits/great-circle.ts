export type Point = { latitude: number; longitude: number }

/** Mean radius of the earth (IUGG), km. */
const earthRadius = 6371.0088

/** Kilometres along the great circle (haversine); degrees, north and east positive. */
export function kilometresBetween(one: Point, other: Point): number {
  const radians = Math.PI / 180
  const halfLatitude = ((other.latitude - one.latitude) * radians) / 2
  const halfLongitude = ((other.longitude - one.longitude) * radians) / 2
  const chord =
    Math.sin(halfLatitude) ** 2 +
    Math.cos(one.latitude * radians) * Math.cos(other.latitude * radians) * Math.sin(halfLongitude) ** 2
  return 2 * earthRadius * Math.asin(Math.min(1, Math.sqrt(chord)))
}

import { displaced, kilometresBetween, type Point } from './sphere.ts'

type Circle = Point & { radiusKm: number }

/**
 * The outline of circles along a way, as a cone is drawn: along the common tangents down its right side, around the last
 * circle, back on the left. Closed; empty where there is nothing but one circle.
 */
export function coneRing(circles: readonly Circle[]): Point[] {
  const right: Point[] = []
  const left: Point[] = []
  let cap: Point[] = []
  for (const [index, to] of circles.entries()) {
    const from = circles[index - 1]
    const kilometres = from ? kilometresBetween(from, to) : 0
    // A circle that holds the one before has no tangent with it.
    if (!from || Math.abs(to.radiusKm - from.radiusKm) >= kilometres) continue
    const direction = directionBetween(from, to)
    const side = Math.PI / 2 + Math.asin((to.radiusKm - from.radiusKm) / kilometres)
    right.push(aside(from, direction + side), aside(to, direction + side))
    left.unshift(aside(to, direction - side), aside(from, direction - side))
    cap = Array.from({ length: capPoints }, (_, step) =>
      aside(to, direction + side - ((step + 1) * 2 * side) / (capPoints + 1)),
    )
  }
  // In a bend the inner sides cross: what lies within a circle is no outline.
  const outline = [...right, ...cap, ...left].filter(point =>
    circles.every(circle => kilometresBetween(circle, point) >= circle.radiusKm * (1 - tolerance)),
  )
  return outline.length < 3 ? [] : [...outline, outline[0]!]
}

const capPoints = 15

/** A circle's own side may fall short of its radius by as much: distances to it are measured on the sphere. */
const tolerance = 0.02

/** Clockwise from north, in radians. */
function directionBetween(from: Point, to: Point): number {
  const narrowing = Math.cos((((from.latitude + to.latitude) / 2) * Math.PI) / 180)
  return Math.atan2((to.longitude - from.longitude) * narrowing, to.latitude - from.latitude)
}

const aside = (circle: Circle, bearing: number): Point =>
  displaced(circle, circle.radiusKm * Math.sin(bearing), circle.radiusKm * Math.cos(bearing))
